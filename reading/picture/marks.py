"""The marks of a picture: elements of SVG, colours, numbers, arrows, broken ends."""

from xml.etree.ElementTree import Element, SubElement

from articles.layout import Box
from articles.visible import visible
from reading.picture.flow import Step

# White text on each has a contrast of 4.5 and more, and so has each on white (WCAG 2.2, 1.4.3); red is for broken ends.
COLOURS = ("#0b5fa5", "#8a5a00", "#1a7a4a", "#7a3e9d", "#a01c6c", "#00707a", "#5c6600", "#44546a")
BROKEN = "#c00000"
INK, SOFT, FAINT, RULE, GROUND = "#222", "#595959", "#b0b0b0", "#ccc", "#f0f0f0"
# Two columns stand beside each other where so much white lies between them, in hundredths of the page's shorter side.
MOST_GUTTER = 4.0
BADGE = {"fill": "#fff", "font_weight": "700", "text_anchor": "middle"}


def add(parent: Element, name: str, text: str = "", /, **look: str | float) -> Element:
    """An element within another one; lengths in points, a tenth exact; its text can be any."""
    element = SubElement(parent, name, {key.replace("_", "-"): _value(key, value) for key, value in look.items()})
    element.text = visible(text) or None
    return element


def _value(key: str, value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 2 if 'opacity' in key else 1):g}"


def colour_of(number: int) -> str:
    """A story's colour; neighbours in reading order have different ones."""
    return COLOURS[(number - 1) % len(COLOURS)]


def wider(box: Box, margin: float) -> Box:
    """A box with a margin around it."""
    return Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)


def add_disc(parent: Element, number: int, x: float, y: float, unit: float) -> None:
    """A story's number on its colour."""
    add(parent, "circle", cx=x, cy=y, r=1.15 * unit, fill=colour_of(number), stroke="#fff", stroke_width=unit / 6)
    size = 1.4 * unit if number < 100 else unit
    add(parent, "text", str(number), x=x, y=y + 0.36 * size, font_size=size, **BADGE)


def add_break(parent: Element, x: float, y: float, unit: float) -> None:
    """A mark that a text breaks off."""
    add(parent, "rect", x=x - unit, y=y - unit, width=2 * unit, height=2 * unit, rx=unit / 3, fill=BROKEN)
    add(parent, "text", "断", x=x, y=y + 0.52 * unit, font_size=1.4 * unit, **BADGE)


def add_step(parent: Element, step: Step, colour: str, unit: float) -> None:
    """An arrow from the foot of a column to the head of the next one: whole in mid-sentence, broken elsewhere.

    To the column at its right it goes up between the two, so that it runs over no text.
    """
    beside = -unit < step.end.left - step.start.right < MOST_GUTTER * unit and step.end.top < step.start.bottom - unit
    start, path, tip = (_up_the_gutter if beside else _across)(step.start, step.end, unit)
    dashes = "none" if step.cut else f"{unit * 0.7:.1f} {unit * 0.5:.1f}"
    add(parent, "path", d=path, fill="none", stroke=colour, stroke_width=unit / 5, stroke_dasharray=dashes)
    add(parent, "path", d=tip, fill=colour)
    if step.cut:
        add(parent, "circle", cx=start[0], cy=start[1], r=unit * 0.45, fill=colour)


Drawn = tuple[tuple[float, float], str, str]


def _up_the_gutter(before: Box, after: Box, unit: float) -> Drawn:
    """Where an arrow starts, its line, and its tip, which points to the right."""
    x, y = (before.right + after.left) / 2, before.bottom - unit / 2
    to, at = after.left, after.top + unit * 0.7
    turn = min(unit, before.bottom - at)
    path = f"M{x:.1f} {y:.1f}V{at + turn:.1f}Q{x:.1f} {at:.1f} {to:.1f} {at:.1f}"
    half = unit * 0.45
    return (x, y), path, f"M{to:.1f} {at - half:.1f}V{at + half:.1f}L{to + 0.9 * unit:.1f} {at:.1f}Z"


def _across(before: Box, after: Box, unit: float) -> Drawn:
    """The same of an arrow to a column that stands elsewhere; its tip points down."""
    x, y = (before.left + before.right) / 2, before.bottom
    to, at = (after.left + after.right) / 2, after.top - unit
    bend = min(3 * unit, abs(at - y) / 2 + unit)
    path = f"M{x:.1f} {y:.1f}C{x:.1f} {y + bend:.1f} {to:.1f} {at - bend:.1f} {to:.1f} {at:.1f}"
    half = unit * 0.45
    return (x, y), path, f"M{to - half:.1f} {at:.1f}H{to + half:.1f}L{to:.1f} {at + 1.1 * unit:.1f}Z"
