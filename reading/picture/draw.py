"""Draws a page that was read as SVG: its lines in their places, its stories in colours, the list of them beside it."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from articles.errors import InputError
from articles.layout import Box, Layout, Line
from articles.page import Page
from reading.picture.flow import StoryFlow, story_flows
from reading.picture.legend import WIDTH, add_legend
from reading.picture.marks import FAINT, GROUND, INK, RULE, add, add_break, add_disc, add_step, colour_of, wider
from reading.reading import PageReading

NO_LAYOUT = ("a picture needs a page that knows where its lines stand", "give the page as PDF")
FONTS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
# Of a line's height: how far its base line lies over its lower edge.
DESCENT = 0.12
MOST_PAGE = 0.85


def draw(found: PageReading) -> str:
    """The page as SVG.

    Whatever the page says is text in it; there is neither script nor link nor style. Raises InputError for a page
    without a layout.
    """
    layout = found.page.layout
    if not layout:
        raise InputError(*NO_LAYOUT)
    boxes = dict.fromkeys(box for trace in found.reading.traces for box in trace.boxes)
    homes = {line: _home(line, boxes) for line in layout.lines}
    flows = story_flows(found, _texts(homes))
    told = {box for trace in found.reading.traces if trace.article for box in trace.boxes}
    unit = min(layout.width, layout.height) / 100
    name = _name(found.page)
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONTS})
    add(svg, "title", f"{name}：{len(flows)}篇稿件的位置与阅读顺序")
    ground = add(svg, "rect", fill="#fff")
    _ground(svg, layout, unit)
    for flow in flows:
        _shapes(svg, flow, unit)
    _lines(svg, [line for line in layout.lines if homes[line] not in told], FAINT)
    _lines(svg, [line for line in layout.lines if homes[line] in told], INK)
    for flow in flows:
        _marks(svg, flow, unit)
    bottom = add_legend(svg, flows, name, layout.width, unit)
    width, height = layout.width + WIDTH * unit, max(layout.height, bottom)
    size = {"width": f"{width:.0f}", "height": f"{height:.0f}"}
    svg.attrib.update(size, viewBox=f"0 0 {size['width']} {size['height']}")
    ground.attrib.update(size)
    return tostring(svg, "unicode") + "\n"


def _name(page: Page) -> str:
    """What the picture is called: the file, the day and the number, as far as they are known."""
    day = page.date.isoformat() if page.date else ""
    number = f"第{page.number}版" if page.number else ""
    return "　".join(filter(None, (Path(page.source).name, day, number)))


def _home(line: Line, boxes: Collection[Box]) -> Box | None:
    """The box of the line as it was read: of several pieces put together, or with its large first letter."""
    return line.box if line.box in boxes else next((box for box in boxes if box.holds(line.box)), None)


def _texts(homes: Mapping[Line, Box | None]) -> dict[Box, str]:
    """What each box says."""
    texts: dict[Box, str] = {}
    for line in sorted(homes, key=lambda line: line.box.left):
        if home := homes[line]:
            texts[home] = texts.get(home, "") + line.text
    return texts


def _ground(svg: Element, layout: Layout, unit: float) -> None:
    """The sheet, its frames (a picture is one without a line in it) and its rules."""
    sheet = add(svg, "g", fill="#fff", stroke=RULE, stroke_width=unit / 12)
    _rectangle(sheet, Box(0, 0, layout.width, layout.height))
    for frame in layout.frames:
        whole = frame.width * frame.height > MOST_PAGE * layout.width * layout.height
        empty = not any(frame.holds(line.box) for line in layout.lines)
        _rectangle(sheet, frame, fill=GROUND if empty and not whole else "none")
    for rule in layout.rules:
        _rectangle(sheet, rule, fill=RULE)


def _shapes(svg: Element, flow: StoryFlow, unit: float) -> None:
    """A story's headline and columns outlined, and with a broken line what stands beside them."""
    colour = colour_of(flow.number)
    story = add(svg, "g", fill=colour, stroke=colour, stroke_width=unit / 8)
    for boxes, opacity in ((flow.head, 0.16), (flow.columns, 0.07)):
        for box in boxes:
            _rectangle(story, wider(box, unit / 4), fill_opacity=opacity)
    for box in flow.beside:
        _rectangle(story, wider(box, unit / 4), fill_opacity=0.03, stroke_dasharray=round(unit / 2, 1))


def _lines(svg: Element, lines: Sequence[Line], colour: str) -> None:
    """The text of each line, as wide as it is printed."""
    texts = add(svg, "g", fill=colour)
    for line in lines:
        box = line.box
        place: dict[str, str | float]
        if line.vertical:
            place = {"x": (box.left + box.right) / 2, "y": box.top, "writing_mode": "vertical-rl"}
        else:
            place = {"x": box.left, "y": box.bottom - DESCENT * box.height}
        if len(line.text) > 1:
            place |= {"textLength": box.height if line.vertical else box.width, "lengthAdjust": "spacingAndGlyphs"}
        add(texts, "text", line.text, **place, font_size=line.size)


def _marks(svg: Element, flow: StoryFlow, unit: float) -> None:
    """How a story is read on from column to column, its number where it begins, and where its text breaks off."""
    for step in flow.steps:
        add_step(svg, step, colour_of(flow.number), unit)
    if first := flow.first:
        add_disc(svg, flow.number, first.left - 0.8 * unit, first.top - 0.8 * unit, unit)
    for end in flow.ends:
        add_break(svg, end.right + 0.6 * unit, end.bottom + 0.6 * unit, unit)


def _rectangle(parent: Element, box: Box, **look: str | float) -> None:
    add(parent, "rect", x=box.left, y=box.top, width=box.width, height=box.height, **look)
