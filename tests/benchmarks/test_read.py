"""The table of reading: its pages, its figures, and where they are written."""

from articles.article import Article
from articles.corpus import Labelled
from benchmarks.pages import FEWEST, WIDTHS, akin_pages, broken, wrapped_pages
from benchmarks.read import READMES, Figures, compare, draw, plain, with_figures
from reading.blocks.unwrap import MOST_HUNG, NOT_FIRST
from reading.folding import fold
from reading.reading import Reading
from reading.train.forge import Forged

CORPUS = [
    Labelled(
        "other",
        subject,
        f"{subject}馆第{at}分馆开馆迎来首批读者",
        (f"{subject}{at}" * 30 + "。", "新馆夜间也开放。" * 9),
    )
    for subject in ("图书", "体育", "文化")
    for at in range(5)
]


def test_akin_stories_are_of_one_subject() -> None:
    """Three and more of them on each page, the same pages at each run."""
    pages = akin_pages(CORPUS, 6)
    assert pages == akin_pages(CORPUS, 6)
    for page in pages:
        assert len(page.truth) >= FEWEST
        assert len({story["body"][0][:2] for story in page.truth}) <= 2  # a body may open with a dateline
        assert sum(subject in page.text for subject in ("图书", "体育", "文化")) == 1


def test_wrapped_pages_are_whole() -> None:
    """No character is lost, and no line is longer than a column with what hangs over it."""
    for page in wrapped_pages(CORPUS, 6):
        lines = page.text.split("\n")
        told = "".join(story["headline"] + "".join(story["body"]) for story in page.truth)
        assert fold(page.text) == fold(told)
        assert max(map(len, lines)) <= max(WIDTHS) + MOST_HUNG
        assert not any(line[:1] in NOT_FIRST for line in lines if line)


def test_a_line_is_broken_at_the_width() -> None:
    """To the last character; nothing gives no line."""
    assert list(broken("新馆开馆", 2)) == ["新馆", "开馆"]
    assert list(broken("", 2)) == []


BODIES = ["新馆藏书六十万册，读者凭身份证即可入馆借阅。" * 3, "大桥封闭大修四个月，过往车辆须绕行南门大桥。" * 3]
PAGE = Forged("", [{"headline": "新馆开馆", "body": [BODIES[0]]}, {"headline": "大桥封闭", "body": [BODIES[1]]}])
TEXT = f"新馆开馆\n\n{BODIES[0]}\n\n大桥封闭\n\n{BODIES[1]}\n"


def figures(text: str, *bodies: str) -> Figures:
    """Of one page, which our reader gives these bodies."""
    ours = Reading(tuple(Article(body[:2], body=(body,)) for body in bodies))
    return compare([Forged(text, PAGE.truth)], lambda _: ours)


def test_harm_is_what_we_break() -> None:
    """Of the stories that the plain reader gets whole; there may be none."""
    assert len(plain(TEXT).articles) == 2
    assert figures(TEXT, *BODIES).harm == 0
    assert figures(TEXT, BODIES[1], "别的。").harm == 0.5
    assert figures(TEXT, "".join(BODIES)).harm == 1
    assert figures("大桥", *BODIES).harm is None


def test_both_readmes_have_a_row_for_each_figure() -> None:
    """Written, they say what was measured; the names of the rows stay."""
    half = figures(TEXT, BODIES[1])
    measured = dict.fromkeys(draw(CORPUS), half)
    for path in READMES:
        text = path.read_text("utf-8")
        written = with_figures(text, measured)
        assert written.count("| 100 → 50 |") == len(measured)
        assert written.count(" | 50 |\n") == len(measured)
        assert with_figures(written, measured) == written
        assert len(written.splitlines()) == len(text.splitlines())
