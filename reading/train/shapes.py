"""What a module of a page looks like: a story in columns, in a frame, around a picture or another story."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.layout import Box, Line
from reading.train.galley import SetLine, broken, ems, set_paragraphs, wrapped

# In ems of the body: the pitch of its lines, white between columns, over a text, around a frame's text.
PITCH, GUTTER, HEAD_WHITE, PADDING = 1.5, 1.6, 0.9, 1.0
# In ems of the body: a headline over so many columns, what stands over or under it, small type.
DISPLAY = (1.7, 2.2, 2.6, 3.0, 3.4)
LESSER, SMALL = 1.35, 0.85
PICTURE_LINES = 7


@dataclass(frozen=True, slots=True)
class Story:
    """A story to be set."""

    headline: str
    body: tuple[str, ...]
    kicker: str | None = None
    subhead: str | None = None
    byline: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a page looks.

    shapes: what a story may be set as, names of SHAPES; columns: of the page; measure: characters in a line;
    size: of the body in points; abreast: stories side by side; rules: whether they are ruled off.
    """

    shapes: tuple[str, ...] = ("columns",)
    columns: int = 5
    measure: int = 13
    size: float = 10.0
    abreast: int = 2
    rules: bool = True
    folio: str | None = "2025年4月9日　星期三　第2版　要闻"

    @property
    def step(self) -> float:
        """From the left edge of a column to the next one's."""
        return (self.measure + GUTTER) * self.size


@dataclass(slots=True)
class Sheet:
    """What is set so far."""

    look: Look
    lines: list[Line] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)

    def put(self, text: str, left: float, top: float, size: float, width: float | None = None) -> None:
        """Sets a line; width: in points, as wide as its characters by default."""
        right = left + (ems(text) * size if width is None else width)
        self.lines.append(Line(text, Box(left, top, right, top + size), size))

    def put_down(self, text: str, left: float, top: float, size: float) -> None:
        """Sets a line that runs downwards."""
        self.lines.append(Line(text, Box(left, top, left + size, top + len(text) * size), size, vertical=True))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a module stands: its top left corner, and how many columns it has."""

    left: float
    top: float
    columns: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What a module can look like.

    place: sets its stories and gives where they end; takes: how many; columns: how many it needs; shows: which lines of
    a story it has room for, beside the headline.
    """

    place: Callable[[Sheet, Sequence[Story], Place], float]
    takes: int = 1
    columns: int = 1
    shows: tuple[str, ...] = ("kicker", "subhead", "byline")


Hole = tuple[int, int, int]  # a column, and the lines of it from one to another that are not for the text


def _columns(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A headline over its columns."""
    (story,) = stories
    top = _head(sheet, story, place)
    return _text(sheet, story, Place(place.left, top, place.columns))


def _pictured(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture with its caption stands in a column of the text, the last one or the one before."""
    (story,) = stories
    top = _head(sheet, story, place)
    look = sheet.look
    under = broken(story.caption, look.measure / SMALL, look.measure / SMALL) if story.caption else []
    deep = PICTURE_LINES + len(under) + 1
    column = max(0, place.columns - 2)
    left, upper = place.left + column * look.step, top
    lower = upper + PICTURE_LINES * PITCH * look.size - look.size
    sheet.frames.append(Box(left, upper, left + look.measure * look.size, lower))
    for number, text in enumerate(under):
        sheet.put(text, left, lower + (0.5 + number * PITCH * SMALL) * look.size, SMALL * look.size)
    return _text(sheet, story, Place(place.left, top, place.columns), [(column, 0, deep)])


def _boxed(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A frame around the story, its lines shorter by the frame's white."""
    (story,) = stories
    size = sheet.look.size
    inner = _inside(sheet, place)
    top = _head(inner, story, Place(place.left + PADDING * size, place.top + PADDING * size, place.columns))
    bottom = _text(inner, story, Place(place.left + PADDING * size, top, place.columns)) + PADDING * size
    right = place.left + place.columns * sheet.look.step - GUTTER * size
    sheet.frames.append(Box(place.left, place.top, right, bottom))
    return bottom


def _vertical(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """The headline runs downwards in the first column, the text beside it."""
    (story,) = stories
    look = sheet.look
    size = DISPLAY[1] * look.size
    columns = place.columns - 1
    high = -(-len(set_paragraphs(story.body, look.measure)) // columns) * PITCH * look.size
    lines = wrapped(story.headline.replace(" ", "　"), max(4, high // size))
    left = place.left + look.step - GUTTER * look.size - size
    for number, text in enumerate(lines):
        sheet.put_down(text, left - number * 1.25 * size, place.top, size)
    bottom = _text(sheet, story, Place(place.left + look.step, place.top, columns))
    return max(bottom, place.top + max(map(len, lines)) * size)


def _notched(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """An L: a second story stands in a box in the lower right corner of the first one's columns."""
    story, other = stories
    look = sheet.look
    top = _head(sheet, story, place)
    columns = place.columns // 2
    trial = Sheet(look)
    deep = _boxed(trial, [other], Place(0.0, 0.0, columns))
    kept = -(-round(deep + look.size) // round(PITCH * look.size)) + 1
    lines = len(set_paragraphs(story.body, look.measure))
    high = max(-(-(lines + columns * kept) // place.columns), kept + 2)
    holes = [(column, high - kept, high) for column in range(place.columns - columns, place.columns)]
    bottom = _text(sheet, story, Place(place.left, top, place.columns), holes, high)
    left = place.left + (place.columns - columns) * look.step
    corner = top + (high - kept + 1) * PITCH * look.size
    return max(bottom, _boxed(sheet, [other], Place(left, corner, columns)))


def _inside(sheet: Sheet, place: Place) -> Sheet:
    """The same sheet with a narrower column, which a frame leaves."""
    look = sheet.look
    lost = -(-2 * PADDING // place.columns)
    return Sheet(replace(look, measure=look.measure - int(lost)), sheet.lines, sheet.rules, sheet.frames)


def _head(sheet: Sheet, story: Story, place: Place) -> float:
    """Sets what stands over a text, and gives where the text begins."""
    size = sheet.look.size
    span = place.columns * sheet.look.step - GUTTER * size
    display = DISPLAY[min(place.columns, len(DISPLAY)) - 1] * size
    top = place.top
    for text, type_size in (
        (story.kicker, LESSER * size),
        (story.headline, display),
        (story.subhead, LESSER * size),
        (story.byline, size),
    ):
        for line in wrapped(text, span // type_size) if text else ():
            sheet.put(line, place.left, top, type_size)
            top += 1.3 * type_size
    return top - 0.3 * size + HEAD_WHITE * size


def _text(sheet: Sheet, story: Story, place: Place, holes: Sequence[Hole] = (), high: int | None = None) -> float:
    """Sets the paragraphs column by column around the holes, and gives where they end; high: of a column, in lines."""
    look = sheet.look
    lines = set_paragraphs(story.body, look.measure)
    lost = sum(end - start for _, start, end in holes)
    high = high or -(-(len(lines) + lost) // place.columns)
    high = max([high, *(end for _, _, end in holes)])
    slots = [
        (column, row)
        for column in range(place.columns)
        for row in range(high)
        if not any(column == hole and start <= row < end for hole, start, end in holes)
    ]
    for (column, row), line in zip(slots, lines, strict=False):
        _put_line(sheet, line, place.left + column * look.step, place.top + row * PITCH * look.size)
    return place.top + (high - 1) * PITCH * look.size + look.size


def _put_line(sheet: Sheet, line: SetLine, left: float, top: float) -> None:
    size = sheet.look.size
    sheet.put(line.text, left + line.start * size, top, size, line.width * size)


SHAPES: Mapping[str, Shape] = {
    "columns": Shape(_columns),
    "boxed": Shape(_boxed),
    "pictured": Shape(_pictured, columns=2, shows=("kicker", "subhead", "byline", "caption")),
    "vertical": Shape(_vertical, columns=2, shows=()),
    "notched": Shape(_notched, takes=2, columns=3),
}
