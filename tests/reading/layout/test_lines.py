"""Lines made ready: pieces joined, sizes told apart, frames told from pictures."""

from articles.layout import Box, Layout, Line
from reading.layout.lines import body_size, joined_lines, prepare
from reading.layout.stacks import joined_stacks, spaced_stacks
from tests.reading.layout.placed import column, layout, line

TEXT = ("新馆位于文昌路北侧，藏书六十万册，读者凭身份证即可入馆，每周六上午有志愿者讲故事。",)


def test_pieces_of_a_line_are_one() -> None:
    """Next to each other on one base line; over a column's gutter they are two."""
    near = [line("新馆藏书", 0, 0), line("六十万册", 42, 0)]
    far = [line("新馆藏书", 0, 0), line("六十万册", 60, 0)]
    assert [one.text for one in joined_lines(near)] == ["新馆藏书六十万册"]
    assert [one.text for one in joined_lines(far)] == ["新馆藏书", "六十万册"]


def test_the_body_is_what_most_is_set_in() -> None:
    """However large the headline is."""
    assert body_size([line("图书馆", 0, 0, 40), *column(TEXT, 0, 60)]) == 10.0


def test_a_drop_cap_is_the_first_character_of_its_line() -> None:
    """And the lines beside it are as wide as the column again."""
    beside = [line("馆位于文昌路北侧", 24, 0), line("藏书六十万册读者", 24, 15), *column(TEXT, 0, 30)]
    lines = prepare(layout(line("新", 0, 0, 24), *beside)).lines
    assert [one.text for one in lines][:2] == ["新馆位于文昌路北侧", "藏书六十万册读者"]
    assert {one.box.left for one in lines[:2]} == {0}


def test_a_frame_with_text_parts_and_one_without_is_a_picture() -> None:
    """A frame around the page is neither."""
    text, picture = Box(0, 0, 160, 90), Box(200, 0, 360, 90)
    page = Box(0, 0, 1000, 1400)
    found = prepare(Layout(1000, 1400, tuple(column(TEXT, 5, 5)), frames=(text, picture, page)))
    assert (found.frames, found.pictures) == ((text,), (picture,))
    assert set(found.frame_of) == {0}


def test_a_line_that_runs_downwards_is_one() -> None:
    """With the mark alone between its pieces, and not with the headline under it."""
    upper, mark, lower = line("澜沧江", 0, 0, 20, True), line("—", 0, 62, 20), line("湄公河", 0, 84, 20, True)
    other = line("冰火两重天", 0, 180, 20, True)
    assert [one.text for one in joined_stacks([mark], [upper, lower, other])] == ["澜沧江—湄公河", "冰火两重天"]


def test_characters_far_apart_make_a_line_downwards_or_across() -> None:
    """The longer run is the line."""
    down = [line(char, 0, 30 * at, 20) for at, char in enumerate("荆风楚韵")]
    across = [Line(one.text, Box(one.box.top, 0, one.box.top + 20, 20), 20) for one in down]
    assert [one.text for one in spaced_stacks(down)[0]] == ["荆风楚韵"]
    assert spaced_stacks(across) == ([], across)
