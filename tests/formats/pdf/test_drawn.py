"""What is drawn: every rule of a path, what a clip leaves of it, where it is seen."""

import pytest

from articles.layout import Box
from articles.page import Page
from formats.pdf.door import read_pdf
from formats.pdf.drawn import View
from formats.pdf.paths import common
from tests.pdfs import IMAGE, Sheet, pdf, say

TEXT = say("云岭市图书馆新馆开馆今天下午正式开门迎接读者", 50, 700)


def drawn(content: str, **sheet: object) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """The rules and the frames of a page: left, top, width and height of each, in points."""
    (page,) = read_pdf(pdf(Sheet(TEXT + content, **sheet)), "day.pdf")  # type: ignore[arg-type]
    assert isinstance(page, Page)
    assert page.layout
    rules, frames = (sorted(map(_told, boxes)) for boxes in (page.layout.rules, page.layout.frames))
    return rules, frames


def _told(box: Box) -> tuple[float, ...]:
    return round(box.left), round(box.top), round(box.width), round(box.height)


def test_rules_and_frames() -> None:
    """What is drawn stands where it is seen; what only clips is not drawn."""
    rules, frames = drawn("100 500 300 0.5 re f 50 100 200 150 re S 60 700 m 60 400 l S 10 10 400 400 re W n ")
    assert rules == [pytest.approx((60, 100, 0, 300), abs=2.5), pytest.approx((100, 300, 300, 0), abs=2.5)]
    assert frames == [pytest.approx((50, 550, 200, 150), abs=2.5)]


@pytest.mark.parametrize(
    "content",
    [
        "50 600 m 250 600 l 50 400 m 250 400 l S ",
        "50 599.5 200 1 re 50 399.5 200 1 re f ",
        "q 2 0 0 2 0 0 cm 0.5 w 25 300 m 125 300 l 25 200 m 125 200 l S Q ",
    ],
    ids=["lines", "rectangles", "enlarged"],
)
def test_one_path_that_draws_several_rules_is_each_of_them(content: str) -> None:
    """However they are drawn, and never the box around them."""
    rules, frames = drawn(content)
    assert (rules, frames) == ([pytest.approx((50, top, 200, 1), abs=1.5) for top in (200, 400)], [])


def test_one_path_that_draws_several_boxes_is_each_of_them() -> None:
    """As of adverts side by side."""
    assert drawn("50 100 200 150 re 300 100 200 150 re f ") == ([], [(50, 550, 200, 150), (300, 550, 200, 150)])


def test_rules_that_hang_from_a_rule_are_no_box() -> None:
    """A head rule and the rules between the columns under it, at a stroke."""
    rules, frames = drawn("50 600 m 450 600 l 180 600 m 180 300 l 320 600 m 320 300 l S ")
    assert (len(rules), frames) == (3, [])


def test_four_sides_at_a_stroke_are_a_box() -> None:
    """A rule inside of it is a rule."""
    sides = "50 600 m 250 600 l 250 600 m 250 300 l 250 300 m 50 300 l 50 300 m 50 600 l "
    rules, frames = drawn(f"{sides} 150 580 m 150 320 l S ")
    assert frames == [pytest.approx((50, 200, 200, 300), abs=2)]
    assert rules == [pytest.approx((150, 220, 0, 260), abs=1.5)]


def test_what_is_no_rule_by_itself_stays_whole() -> None:
    """Dashes are one rule, a drawing of curves or slopes is one frame."""
    dashes = " ".join(f"{x} 600 m {x + 3} 600 l" for x in range(50, 250, 5))
    rules, frames = drawn(f"{dashes} S ")
    assert (rules, frames) == ([pytest.approx((50, 200, 200, 0), abs=2.5)], [])
    slopes = "50 300 m 150 400 l 150 300 m 250 420 l S "
    assert drawn(slopes) == ([], [pytest.approx((50, 380, 200, 120), abs=3)])


@pytest.mark.parametrize(
    ("content", "rules", "frames"),
    [
        ("q 300 300 100 100 re W n 50 600 m 250 600 l S 50 100 100 100 re f Q ", [], []),
        ("q 50 300 100 400 re W n 50 599.5 400 1 re f Q ", [(50, 200, 100, 1)], []),
        ("q 0 0 600 300 re W n 0 100 300 700 re W n 100 50 400 600 re f Q ", [], [(100, 500, 200, 200)]),
        ("q 2 0 0 2 100 100 cm 0 0 50 50 re W n 10 10 200 200 re f Q ", [], [(120, 600, 80, 80)]),
        ("q 0 0 0 0 re W n 100 50 400 600 re f Q ", [], []),
        ("q 300 300 100 100 re W n q 200 0 0 200 50 50 cm /I Do Q Q ", [], []),
    ],
    ids=["outside", "rule cut off", "two clips", "enlarged", "nothing is seen", "picture"],
)
def test_what_a_clip_hides_is_not_drawn(content: str, rules: list[object], frames: list[object]) -> None:
    """Nor what it cuts off."""
    assert drawn(content, forms=IMAGE) == (rules, frames)


def test_a_form_is_clipped_with_what_it_holds() -> None:
    """By where it stands, by its own box, and by its own content."""
    form = {"A": ("/Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 20 30]", "10 10 400 1 re 10 100 100 1 re f ")}
    assert drawn("q 1 0 0 1 80 470 cm /A Do Q ", forms=form)[0] == [(110, 199, 100, 1), (110, 289, 190, 1)]
    assert drawn("q 0 0 600 550 re W n 1 0 0 1 80 470 cm /A Do Q ", forms=form)[0] == [(110, 289, 190, 1)]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(0, "1 0 0 1 0 0"), (90, "0 1 -1 0 600 0"), (180, "-1 0 0 -1 600 800"), (270, "0 -1 1 0 0 800")],
)
def test_what_is_drawn_on_a_page_that_is_turned(turn: int, matrix: str) -> None:
    """Rules, frames and what a clip leaves come out upright, in a form as well."""
    form = {"A": ("/Subtype /Form /BBox [0 0 600 800]", "50 100 200 150 re 300 100 90 150 re S ")}
    lines = "".join(say("东门大桥封闭大修四个月过往车辆须绕行南门大桥", 50, base) for base in (520, 540, 560))
    content = f"q {matrix} cm {lines} 50 490 300 1 re 60 250 1 200 re f 0 0 330 800 re W n /A Do Q "
    rules, frames = drawn(content, forms=form, entries=f"/Rotate {turn}")
    high = 600 if turn % 180 else 800
    assert rules == [(50, high - 491, 300, 1), (60, high - 450, 1, 200)]
    assert frames == [
        pytest.approx((50, high - 250, 200, 150), abs=2.5),
        pytest.approx((300, high - 250, 30, 150), abs=2.5),
    ]


def test_a_view_is_turned_to_the_right() -> None:
    """The upper left corner of a page that is turned once is seen at the upper right."""
    view = View(10, 20, 110, 220, 1)
    assert view.size == (200, 100)
    assert view.point(10, 220) == (200, 100)
    assert View(10, 20, 110, 220, 3).point(10, 220) == (0, 0)


def test_boxes_that_lie_apart_share_nothing() -> None:
    """A rule of no thickness on the edge of a clip is seen."""
    assert common((0, 0, 10, 10), (10, 5, 20, 5)) == (10, 5, 10, 5)
    assert common((0, 0, 10, 10), (11, 5, 20, 5)) is None
