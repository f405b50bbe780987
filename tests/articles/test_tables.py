"""Tables: Markdown that a reader of Markdown takes for one."""

from markdown_it import MarkdownIt

from articles.tables import table


def test_a_table_is_markdown() -> None:
    """Header and rows come back cell by cell, fractions to three places."""
    text = "\n".join(table(("域", "F1", "n"), [("知识产权", 0.98765, 7), ("其他", 1.0, 12)]))
    tokens = MarkdownIt().enable("table").parse(text)
    assert [token.content for token in tokens if token.type == "inline"] == [
        "域",
        "F1",
        "n",
        "知识产权",
        "0.988",
        "7",
        "其他",
        "1.000",
        "12",
    ]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    """Every line is as long as the others."""
    lines = table(("a", "long header"), [("a longer cell", 1)])
    assert len(set(map(len, lines))) == 1
    assert lines[2] == "| a longer cell | 1           |"
