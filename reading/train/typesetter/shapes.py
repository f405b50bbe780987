"""What a module of a page looks like: a story in columns, in a frame, around a picture or another story."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.layout import Box
from reading.train.typesetter.galley import SetLine, broken, ems, set_paragraphs, wrapped
from reading.train.typesetter.sheet import GUTTER, PITCH, Hole, Place, Sheet, Story

# In ems of the body: white over a text, around a frame's text.
HEAD_WHITE, PADDING = 0.9, 1.0
# In ems of the body: a headline over so many columns, what stands over or under it, small type.
DISPLAY = (1.7, 2.2, 2.6, 3.0, 3.4)
LESSER, SMALL = 1.35, 0.85
PICTURE_LINES = 7


@dataclass(frozen=True, slots=True)
class Shape:
    """What a module can look like.

    place: sets its stories and gives where they end; takes: how many; columns: how many it needs; shows: which lines of
    a story it has room for, beside headline and body.
    """

    place: Callable[[Sheet, Sequence[Story], Place], float]
    takes: int = 1
    columns: int = 1
    shows: tuple[str, ...] = ("kicker", "subhead", "byline")


def _columns(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A headline over its columns."""
    (story,) = stories
    return _text(sheet, story, replace(place, top=_head(sheet, story, place)))


def _pictured(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture with its caption stands at the top of a column of the text, the last one or the one before."""
    (story,) = stories
    return _around_picture(sheet, story, replace(place, top=_head(sheet, story, place)), 0)


def _interrupted(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture stands in the midst of a column, which goes on under it."""
    (story,) = stories
    lines = len(set_paragraphs(story.body, sheet.look.measure))
    at = lines // (2 * place.columns)
    return _around_picture(sheet, story, replace(place, top=_head(sheet, story, place)), at)


def _around_picture(sheet: Sheet, story: Story, place: Place, at: int) -> float:
    """Sets a text around a picture that begins at a line of a column."""
    look = sheet.look
    under = broken(story.caption, look.measure / SMALL, look.measure / SMALL) if story.caption else []
    column = max(0, place.columns - 2)
    left, upper = place.left + column * look.step, place.top + at * PITCH * look.size
    lower = upper + PICTURE_LINES * PITCH * look.size - look.size
    sheet.frames.append(Box(left, upper, left + look.measure * look.size, lower))
    sheet.put_small(under, left, lower + 0.5 * look.size, SMALL * look.size)
    return _text(sheet, story, place, [(column, at, at + PICTURE_LINES + len(under) + 1)])


def _topped(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture with a headline of its own stands over the columns on the right, text of the story under it."""
    (story,) = stories
    look = sheet.look
    half = place.columns - place.columns // 2
    top = _head(sheet, story, replace(place, columns=half))
    left, width = place.left + half * look.step, (place.columns - half) * look.step - GUTTER * look.size
    upper, size = place.top, DISPLAY[0] * look.size
    for text in wrapped(story.caption, width // size) if story.caption else ():
        sheet.put(text, left, upper, size, ems(text) * size)
        upper += 1.3 * size
    lower = upper + PICTURE_LINES * PITCH * look.size
    sheet.frames.append(Box(left, upper, left + width, lower))
    pitch = PITCH * look.size
    lost = max(-int((top - lower - look.size) // pitch), 0)
    return _text(sheet, story, replace(place, top=top), [(column, 0, lost) for column in range(half, place.columns)])


def _crossed(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture stands across all columns, each of which goes on under it."""
    (story,) = stories
    look = sheet.look
    top = _head(sheet, story, place)
    lines = len(set_paragraphs(story.body, look.measure))
    at = lines // (2 * place.columns)
    upper = top + at * PITCH * look.size
    lower = upper + PICTURE_LINES * PITCH * look.size - look.size
    sheet.frames.append(Box(place.left, upper, place.left + place.columns * look.step - GUTTER * look.size, lower))
    sheet.put_small([story.caption] if story.caption else [], place.left, lower + 0.5 * look.size, SMALL * look.size)
    deep = PICTURE_LINES + (2 if story.caption else 1)
    holes = [(column, at, at + deep) for column in range(place.columns)]
    return _text(sheet, story, replace(place, top=top), holes)


def _straddled(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A picture takes up a column in the midst of the text."""
    (story,) = stories
    look = sheet.look
    top = _head(sheet, story, place)
    high = -(-len(set_paragraphs(story.body, look.measure)) // (place.columns - 1))
    left = place.left + look.step
    sheet.frames.append(Box(left, top, left + look.measure * look.size, top + (high * PITCH - 1) * look.size))
    return _text(sheet, story, replace(place, top=top), [(1, 0, high)], high)


def _sectioned(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """White of a line between the halves of the text."""
    (story,) = stories
    half = len(story.body) // 2
    parts = [set_paragraphs(part, sheet.look.measure) for part in (story.body[:half], story.body[half:])]
    lines = [*parts[0], SetLine("", 0.0, 0.0), *parts[1]]
    return sheet.put_columns(lines, story, replace(place, top=_head(sheet, story, place)))


def _boxed(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A frame around the story, its lines shorter by the frame's white."""
    (story,) = stories
    size = sheet.look.size
    lost = -(-2 * PADDING // place.columns)
    inner = replace(sheet, look=replace(sheet.look, measure=sheet.look.measure - int(lost)))
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
        sheet.put_down(text, left - number * 1.25 * size, place.top, size, story)
    bottom = _text(sheet, story, Place(place.left + look.step, place.top, columns))
    return max(bottom, place.top + max(map(len, lines)) * size)


def _notched(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """An L: a second story stands in a box in the lower right corner of the first one's columns."""
    return _notch(sheet, stories, place, place.columns - place.columns // 2, _boxed)


def _undercut(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """An L the other way round: a second story stands in the lower left corner, nothing between them but white."""
    return _notch(sheet, stories, place, 0, _columns)


def _notch(
    sheet: Sheet,
    stories: Sequence[Story],
    place: Place,
    first: int,
    other_shape: Callable[[Sheet, Sequence[Story], Place], float],
) -> float:
    """A second story at the foot of half of the first one's columns, from one of them on."""
    story, other = stories
    look = sheet.look
    top = _head(sheet, story, place)
    columns = place.columns // 2
    deep = other_shape(Sheet(look), [other], Place(0.0, 0.0, columns))
    kept = -(-round(deep + look.size) // round(PITCH * look.size)) + 1
    lines = len(set_paragraphs(story.body, look.measure))
    high = max(-(-(lines + columns * kept) // place.columns), kept + 2)
    holes = [(column, high - kept, high) for column in range(first, first + columns)]
    bottom = _text(sheet, story, replace(place, top=top), holes, high)
    corner = top + (high - kept + 1) * PITCH * look.size
    return max(bottom, other_shape(sheet, [other], Place(place.left + first * look.step, corner, columns)))


def _flanked(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """The headline over the columns on the right alone: the text begins at the top of the one to its left."""
    (story,) = stories
    look = sheet.look
    top = _head(sheet, story, Place(place.left + look.step, place.top, place.columns - 1))
    lost = -int((place.top - top) // (PITCH * look.size))
    holes = [(column, 0, lost) for column in range(1, place.columns)]
    return _text(sheet, story, place, holes)


def _stacked(sheet: Sheet, stories: Sequence[Story], place: Place) -> float:
    """A story under another in the same columns."""
    upper, lower = stories
    bottom = _columns(sheet, [upper], place)
    under = bottom + sheet.look.size
    if sheet.look.rules:
        right = place.left + place.columns * sheet.look.step - GUTTER * sheet.look.size
        sheet.rules.append(Box(place.left, under, right, under + 0.5))
    return _columns(sheet, [lower], replace(place, top=under + sheet.look.size))


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
            sheet.put(line, place.left, top, type_size, ems(line) * type_size, story)
            top += 1.3 * type_size
    return top - 0.3 * size + HEAD_WHITE * size


def _text(sheet: Sheet, story: Story, place: Place, holes: Sequence[Hole] = (), high: int = 0) -> float:
    """Sets the paragraphs, and gives where they end."""
    return sheet.put_columns(set_paragraphs(story.body, sheet.look.measure), story, place, holes, high)


SHAPES: Mapping[str, Shape] = {
    "boxed": Shape(_boxed),
    "columns": Shape(_columns),
    "crossed": Shape(_crossed, columns=2, shows=("kicker", "subhead", "byline", "caption")),
    "flanked": Shape(_flanked, columns=2),
    "interrupted": Shape(_interrupted, columns=2, shows=("kicker", "subhead", "byline", "caption")),
    "notched": Shape(_notched, takes=2, columns=3),
    "pictured": Shape(_pictured, columns=2, shows=("kicker", "subhead", "byline", "caption")),
    "sectioned": Shape(_sectioned),
    "stacked": Shape(_stacked, takes=2),
    "straddled": Shape(_straddled, columns=3),
    "topped": Shape(_topped, columns=2, shows=("kicker", "subhead", "byline", "caption")),
    "undercut": Shape(_undercut, takes=2, columns=2),
    "vertical": Shape(_vertical, columns=2, shows=()),
}
