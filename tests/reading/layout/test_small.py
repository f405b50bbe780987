"""Small layouts that once went wrong, each with the fewest lines that show it."""

from articles.layout import Box, Layout, Line
from reading.train.typesetter.sheet import Look
from tests.reading.layout.layouts import page_of, read_layout, told
from tests.reading.test_properties import characters, printed
from tests.three_stories import STORIES, stories

COLUMN = (
    "本报讯（记者高原）今天",
    "下雨，街上没有人，店里",
    "也没有人。明天天晴了，",
    "人们又要上街去了，店家",
    "都在等他们来。",
)


def column(left: float, top: float, texts: tuple[str, ...] = COLUMN, size: float = 10.0) -> list[Line]:
    """Lines under each other, the first one indented."""
    lines = []
    for at, text in enumerate(texts):
        start = left + (2 * size if at == 0 else 0)
        y = top + at * 1.5 * size
        lines.append(Line(text, Box(start, y, left + 13 * size, y + size), size))
    return lines


def head(text: str, left: float, top: float, size: float = 20.0) -> Line:
    """A line of display type."""
    return Line(text, Box(left, top, left + len(text) * size, top + size), size)


def layout(*lines: Line) -> Layout:
    """A page of some lines."""
    return Layout(600, 800, lines)


def holds_all(page: Layout) -> bool:
    """Whether the law holds for a page."""
    reading = read_layout(page)
    placed = characters([*printed(reading), *reading.furniture, *reading.duplicates])
    return placed == characters([line.text for line in page.lines])


def test_lines_without_text() -> None:
    """They are nothing."""
    blank = [Line("", Box(300, top, 430, top + 10), 10.0) for top in (100.0, 400.0)]
    assert holds_all(layout(*column(50, 100), *column(50, 300), *blank))


def test_lines_of_no_size() -> None:
    """They are read as well."""
    assert holds_all(layout(Line("春", Box(0, 0, 0, 0), 0.0)))
    assert holds_all(layout(Line("春", Box(0, 0, 1e6, 1e6), 5e-324)))


def test_a_subhead_that_reaches_beyond_its_headline() -> None:
    """All of it stands somewhere."""
    page = layout(
        head("云岭市图书馆", 50, 50, 40),
        head("新馆今天开馆", 150, 100),
        head("读者可以入馆", 300, 100),
        *column(50, 200),
    )
    assert holds_all(page)


def test_a_line_that_stands_twice_in_a_place() -> None:
    """Both are there, or one is a duplicate."""
    byline = Line("本报记者 高原", Box(50, 80, 115, 90), 10.0)
    assert holds_all(layout(head("今天下雨", 50, 50), byline, byline, *column(50, 100)))


def test_a_page_of_short_columns() -> None:
    """A headline and three lines are a story."""
    (article,) = read_layout(layout(head("今天下雨", 50, 50), *column(50, 80, COLUMN[:3]))).articles
    assert article.headline == "今天下雨"


def test_short_columns_at_the_foot() -> None:
    """A story at the foot of the page that fills three lines in each of its columns is one."""
    foot = [*column(50, 330, COLUMN[:3]), *column(200, 330, COLUMN[2:])]
    reading = read_layout(
        layout(head("昨天天晴", 50, 50), *column(50, 80), head("今天下雨山路难行小心慢走", 50, 300), *foot)
    )
    assert [article.headline for article in reading.articles] == ["昨天天晴", "今天下雨山路难行小心慢走"]


def test_a_kicker_that_ends_in_a_quotation() -> None:
    """聚焦“一老一小” stands over its headline."""
    _, reading = page_of(told(3, kicker="聚焦“一老一小”"), Look(columns=3, measure=12, abreast=1))
    assert {article.kicker for article in reading.articles} == {"聚焦“一老一小”"}


def test_a_headline_of_two_lines_that_run_downwards() -> None:
    """It is one, without a blank."""
    look = Look(columns=4, measure=12, abreast=1, shapes=("vertical",))
    assert stories(page_of(told(3), look)[1]) == STORIES
