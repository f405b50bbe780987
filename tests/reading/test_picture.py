"""Pictures of pages: every line in its place and once, stories in reading order, text that is nothing but text."""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.article import Article
from articles.errors import InputError
from articles.layout import Box, Layout, Line
from articles.page import Page
from articles.visible import visible
from reading.picture.draw import draw
from reading.picture.flow import Step, story_flows
from reading.picture.legend import LETTERS, add_legend
from reading.picture.marks import BROKEN, COLOURS, add, add_step, colour_of
from reading.reader import read_page
from reading.reading import BlockTrace, PageReading, Reading
from tests.laid_out import BANNER, HEADS, WIDTH, layout
from tests.trained import MODELS

EVIL = '</text><script>alert(1)</script><a href="x">&amp;\x00\u202e'
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "g", "rect", "text", "path", "circle"}
# In the list beside the page and on discs; what stands on the page has its type's size.
BOXES = st.builds(
    lambda left, top, wide, high: Box(left, top, left + wide, top + high),
    *[st.floats(-50, 900)] * 2,
    *[st.floats(0, 300)] * 2,
)
LINES = st.builds(Line, st.text(max_size=8), BOXES, st.floats(0, 90), st.just(""), st.booleans())
LAYOUTS = st.builds(
    Layout,
    st.floats(0, 900),
    st.floats(0, 900),
    st.lists(LINES, max_size=12).map(tuple),
    st.lists(BOXES, max_size=3).map(tuple),
    st.lists(BOXES, max_size=3).map(tuple),
)


def page_of(found: Layout) -> PageReading:
    (page,) = read_page(Page("", "days/2025-04-09-p02.pdf", number=2, layout=found), MODELS.reader).pages
    return page


def drawn(found: PageReading) -> Element:
    return ElementTree.fromstring(draw(found))


def lines(svg: Element) -> list[str]:
    """The texts in the two groups of lines."""
    return [text.text or "" for group in svg.findall(f"{SVG}g") for text in group.findall(f"{SVG}text")]


def tags(svg: Element) -> set[str]:
    return {element.tag.removeprefix(SVG) for element in svg.iter()}


@given(LAYOUTS)
@settings(max_examples=60)
def test_every_line_is_drawn_once(found: Layout) -> None:
    """Whatever stands on a page, and wherever: each line's text, as it is; and no element but those of a picture."""
    svg = drawn(PageReading(Page("", "x.pdf", layout=found), 1, Reading(())))
    assert Counter(lines(svg)) == Counter(visible(line.text) for line in found.lines)
    assert tags(svg) <= ELEMENTS


def test_a_page_that_was_read() -> None:
    """All its lines, those of stories and those of none apart."""
    svg = drawn(page_of(layout()))
    assert Counter(lines(svg)) == Counter(line.text for line in layout().lines)
    faint, ink = (group for group in svg.findall(f"{SVG}g") if group.find(f"{SVG}text") is not None)
    assert [text.text for text in faint] == [BANNER]
    assert faint.get("fill") != ink.get("fill")
    assert len(ink) == len(layout().lines) - 1


def test_same_page_same_bytes() -> None:
    """A picture is a function of what was read."""
    assert draw(page_of(layout())) == draw(page_of(layout()))


def test_page_text_is_text() -> None:
    """Markup in a line, in a headline and in a file's name is shown; it makes no element and no attribute."""
    page = Page("", f"days/{EVIL}.pdf", layout=Layout(90, 90, (Line(EVIL, Box(0, 0, 90, 9), 9),)))
    reading = Reading((Article("a", headline=EVIL, continues=EVIL, body=(EVIL,), open_ends=(0,)),))
    trace = BlockTrace(EVIL, "piece", "a", "", (Box(0, 0, 90, 9),))
    svg = drawn(PageReading(page, 1, replace(reading, traces=(trace,))))
    assert tags(svg) <= ELEMENTS
    assert not {name for element in svg.iter() for name in element.attrib if "href" in name or name.startswith("on")}
    assert lines(svg) == [visible(EVIL)]


def test_stories_are_numbered_in_reading_order() -> None:
    """Each number stands where its story begins and again beside its headline in the list."""
    svg = drawn(page_of(layout()))
    numbers = [text for text in svg.iterfind(f"{SVG}text") if (text.text or "").isdigit()]
    assert [text.text for text in numbers] == ["1", "2", "1", "2"]
    on_page, listed = numbers[:2], numbers[2:]
    assert [float(one.get("x", "")) < WIDTH for one in on_page + listed] == [True, True, False, False]
    assert float(on_page[0].get("y", "")) < float(on_page[1].get("y", ""))
    beside = [text.text for text in svg.iterfind(f"{SVG}text") if float(text.get("x", "")) > WIDTH]
    assert [beside.index(head) for head in HEADS] == sorted(beside.index(head) for head in HEADS)
    assert beside[0] == "2025-04-09-p02.pdf　第2版"


def test_columns_follow_each_other() -> None:
    """A story's columns with the steps between them: in mid-sentence where a column's last line ends in none."""
    page = page_of(layout())
    texts = {line.box: line.text for line in layout().lines}
    library, bridge = story_flows(page, texts)
    assert [len(flow.columns) for flow in (library, bridge)] == [3, 2]
    assert [(step.start, step.end) for step in library.steps] == [
        *zip(library.columns, library.columns[1:], strict=False)
    ]
    # The first column ends …开到晚上九点。, the second in the midst of a sentence.
    assert [step.cut for step in library.steps] == [False, True]
    assert library.first == library.head[0]
    assert (library.beside, library.ends) == ((), ())


def test_loose_ends_are_marked() -> None:
    """In red, at the last line of a text that breaks off."""
    page = page_of(layout())
    assert BROKEN not in draw(page).partition("一句话没完")[0]
    first = replace(page.reading.articles[0], open_ends=(2,))
    broken = replace(page, reading=replace(page.reading, articles=(first, *page.reading.articles[1:])))
    (end,) = story_flows(broken, {})[0].ends
    assert end == [trace for trace in page.reading.traces if trace.article == first.id][-1].boxes[-1]
    assert BROKEN in draw(broken).partition("一句话没完")[0]


def test_a_step_is_whole_in_mid_sentence_and_broken_elsewhere() -> None:
    """Told by the line and not by colour alone; it runs up between two columns, and across to one that is elsewhere."""
    left, right, far = Box(0, 0, 90, 200), Box(100, 0, 190, 200), Box(300, 220, 390, 400)
    for end in (right, far):
        for cut in (True, False):
            svg = Element("svg")
            add_step(svg, Step(left, end, cut), "#000", 5)
            line, _, *dots = svg
            assert (line.get("stroke-dasharray") == "none", len(dots)) == (cut, cut)
    svg = Element("svg")
    add_step(svg, Step(left, right, True), "#000", 5)
    assert svg[0].get("d", "").startswith("M95.0 ")


def test_colours_can_be_told_from_the_ground() -> None:
    """White numbers on each have a contrast of 4.5 and more after WCAG 2.2, and so has each on white."""
    for colour in (*COLOURS, BROKEN):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
    assert [colour_of(number) for number in range(1, 10)] == [*COLOURS, COLOURS[0]]


def test_the_list_takes_any_headline() -> None:
    """A long one is cut, one that the page does not give is said to be none; the list grows with its stories."""
    articles = (Article("a", headline="长" * 99), Article("b", body=("短文。",)))
    page = PageReading(Page("", "x.pdf", layout=layout()), 1, Reading(articles))
    svg, shorter = Element("svg"), Element("svg")
    flows = story_flows(page, {})
    assert add_legend(svg, flows, "页", 0, 5) > add_legend(shorter, flows[:1], "页", 0, 5)
    texts = [text.text or "" for text in svg.iter("text")]
    assert "（无题）短文。" in texts
    assert max(map(len, texts)) <= LETTERS
    assert any(text.endswith("…") for text in texts)


def test_lengths_are_written_short() -> None:
    """To a tenth of a point."""
    element = add(Element("svg"), "rect", x=1 / 3, width=2.0, fill_opacity=0.16)
    assert element.attrib == {"x": "0.3", "width": "2", "fill-opacity": "0.16"}


def test_a_page_of_text_alone_has_no_picture() -> None:
    """The fault says what would help."""
    with pytest.raises(InputError, match=r"knows where its lines stand; .*PDF"):
        draw(PageReading(Page("春", "x.txt"), 1, Reading(())))
