"""A page of stories in rows of modules, as a layout with the truth beside it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.layout import Box, Layout
from reading.train.typesetter.galley import ems
from reading.train.typesetter.shapes import SHAPES, Shape
from reading.train.typesetter.sheet import GUTTER, Look, Place, Sheet, Story

MARGIN, HAIR = 40.0, 0.5
# Between stories, in ems of the body.
ROW_WHITE = 2.2
Row = Sequence[tuple[str, Sequence[Story]]]


@dataclass(frozen=True, slots=True)
class Typeset:
    """A page, and a story each what a careful reader makes of it.

    owners: of each line of the layout the number of its story, which it stands in the order of; None for a line beside
    the stories' own text.
    """

    layout: Layout
    truth: tuple[Mapping[str, Any], ...]
    owners: tuple[int | None, ...]


def typeset(stories: Sequence[Story], rng: random.Random, look: Look | None = None) -> Typeset:
    """A page of the stories, rows of modules from the top down, the same for the same seed."""
    look = look or draw_look(rng)
    sheet = Sheet(look)
    numbers = {id(story): number for number, story in enumerate(stories)}
    width = 2 * MARGIN + look.columns * look.step - GUTTER * look.size
    top = _folio(sheet, width)
    truth: list[Mapping[str, Any]] = []
    while waiting := stories[len(truth) :]:
        row = _row(waiting, rng, look)
        truth += [_truth(story, SHAPES[name]) for name, told in row for story in told]
        top = _set_row(sheet, row, top, width, last=len(truth) == len(stories))
    layout = Layout(width, top + MARGIN, tuple(sheet.lines), tuple(sheet.rules), tuple(sheet.frames))
    owners = tuple(numbers[id(owner)] if owner else None for owner in sheet.owners)
    return Typeset(layout, tuple(truth), owners)


def draw_look(rng: random.Random) -> Look:
    """A look by chance."""
    return Look(
        shapes=tuple(rng.sample(sorted(SHAPES), rng.randint(1, len(SHAPES)))),
        columns=rng.randint(4, 7),
        measure=rng.randint(11, 18),
        size=rng.choice((9.0, 10.0, 10.5, 11.0)),
        abreast=rng.randint(1, 3),
        rules=rng.random() < 0.6,
    )


def _truth(story: Story, shape: Shape) -> dict[str, Any]:
    return {name: getattr(story, name) for name in ("headline", *shape.shows)} | {"body": list(story.body)}


def _folio(sheet: Sheet, width: float) -> float:
    """The page's own line, and where its stories begin."""
    look = sheet.look
    if not look.folio:
        return MARGIN
    sheet.put(look.folio, MARGIN, MARGIN, look.size, ems(look.folio) * look.size)
    under = MARGIN + 1.6 * look.size
    sheet.rules.append(Box(MARGIN, under, width - MARGIN, under + HAIR))
    return under + ROW_WHITE * look.size


def _row(waiting: Sequence[Story], rng: random.Random, look: Look) -> Row:
    """The next stories that stand abreast, each with its shape."""
    row: list[tuple[str, Sequence[Story]]] = []
    at, room = 0, look.columns
    for _ in range(rng.randint(1, look.abreast)):
        left = len(waiting) - at
        fit = [name for name in look.shapes if SHAPES[name].takes <= left and SHAPES[name].columns <= room]
        if not left or room < 1 or (row and not fit):
            break
        name = rng.choice(fit or ["columns"])
        row.append((name, waiting[at : at + SHAPES[name].takes]))
        at, room = at + SHAPES[name].takes, room - SHAPES[name].columns
    return row


def _set_row(sheet: Sheet, row: Row, top: float, width: float, last: bool) -> float:
    """Sets modules side by side, and gives where the next row begins."""
    look = sheet.look
    left, bottoms, between = MARGIN, [], []
    for (name, told), columns in zip(row, _shares(row, look.columns), strict=True):
        between.append(left - GUTTER * look.size / 2)
        bottoms.append(SHAPES[name].place(sheet, told, Place(left, top, columns)))
        left += columns * look.step
    bottom = max(bottoms)
    if look.rules:
        sheet.rules += [Box(x, top, x + HAIR, bottom) for x in between[1:]]
    if look.rules and not last:
        under = bottom + ROW_WHITE * look.size / 2
        sheet.rules.append(Box(MARGIN, under, width - MARGIN, under + HAIR))
    return bottom + ROW_WHITE * look.size


def _shares(row: Row, columns: int) -> list[int]:
    """How many columns each module gets: the least it needs, and the rest to the longest."""
    given = [SHAPES[name].columns for name, _ in row]
    weights = [sum(len(text) for story in told for text in story.body) for _, told in row]
    for _ in range(columns - sum(given)):
        at = max(range(len(row)), key=lambda at: weights[at] / given[at])
        given[at] += 1
    return given
