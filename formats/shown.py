"""Articles as text for human eyes, and back: what this writes, the door reads again to the letter."""

from collections.abc import Iterator
from typing import Any

from articles.article import LISTS, Article, from_json, to_json
from articles.expressions import expression

# Each field with its label, in the order in which they are shown.
LABELS = {
    "source": "来源",
    "paper": "报纸",
    "date": "日期",
    "page": "版面",
    "section": "叠次",
    "pages": "各版",
    "kicker": "引题",
    "headline": "标题",
    "subhead": "副题",
    "byline": "作者",
    "dateline": "日子",
    "body": "正文",
    "signoff": "署名",
    "captions": "图说",
    "continues": "下转",
    "continued_from": "上接",
    "open_ends": "断处",
    "places": "位置",
    "mixed": "混排",
}
FIELDS = {label: field for field, label in LABELS.items()}
NUMBERS = {"page", "pages", "open_ends"}
# What is said of an article that is mixed; of others nothing is.
MIXED = "是"
NUMBER = expression(r"-?\d{1,9}")
BREAK = "\n　　　　"
LINE_END = expression(rf"\n(?!{BREAK[1:]})")
FIRST = expression(rf"【(?:[^\n]|{BREAK})*】\n来源　")


def show_article(article: Article) -> Iterator[str]:
    """The article, a line a field and a paragraph."""
    yield f"【{one_field(article.id)}】"
    yield from (f"{LABELS[field]}　{one_field(value)}" for field, value in _values(article))
    yield ""


def is_shown(text: str) -> bool:
    """Whether a text is one that `show_article` began."""
    return bool(FIRST.match(text))


def parse_shown(text: str) -> Iterator[Article]:
    """The articles that `show_article` wrote; raises InputError where somebody wrote what no article can have."""
    row: dict[str, Any] = {}
    for line in LINE_END.split(text):
        line = line.replace(BREAK, "\n")
        if line.startswith("【") and line.endswith("】"):
            if row:
                yield from_json(row, "")
            row = {"id": line[1:-1]}
        elif (field := FIELDS.get(line[:2])) and line[2:3] == "　":
            _add(row, field, line[3:])
    if row:
        yield from_json(row, "")


def _values(article: Article) -> Iterator[tuple[str, Any]]:
    row = to_json(article)
    for field in LABELS:
        values = [row[field]]
        if field in LISTS:
            values = row[field]
        elif field == "places":
            values = [" ".join(map(repr, place)) for place in row[field]]
        elif field == "mixed":
            values = [MIXED] if row[field] else []
        yield from ((field, value) for value in values if value is not None or field == "source")


def one_field(value: Any) -> str:
    """A value as it is shown behind its label, further lines indented."""
    return ("" if value is None else str(value)).replace("\n", BREAK)


def _add(row: dict[str, Any], field: str, text: str) -> None:
    value = int(text) if field in NUMBERS and NUMBER.fullmatch(text) else text
    if field == "places":
        row.setdefault(field, []).append(_place(text))
    elif field == "mixed":
        row[field] = text == MIXED or text
    elif field in LISTS:
        row.setdefault(field, []).append(value)
    else:
        row[field] = value


def _place(text: str) -> list[Any]:
    """A page's number and a rectangle on it, or the words that are none."""
    page, *edges = text.split(" ")
    try:
        return [int(page), *map(float, edges)]
    except ValueError:
        return [text]
