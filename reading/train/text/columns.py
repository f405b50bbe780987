"""A page in columns: stories cut where columns end, runs of columns astray, twice or lost, what stands beside them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from reading.train.forge import NAMES, Story

STRAYS, TWICE, LOST, SIGNED = 0.3, 0.1, 0.05, 0.2
# A caption drawn behind so much of its story's columns stands under all of them.
LAST = 0.3


@dataclass(slots=True)
class Column:
    """A story on the page: the lines over it, its pieces column by column, and what strayed before and behind it."""

    head: list[str]
    columns: list[list[str]]
    before: list[str]
    behind: list[str]


def laid_out(story: Story, marked: bool, column: tuple[int, int] | None, rng: random.Random) -> Column:
    """A story with its headings marked or not, in columns so long or in one."""
    head = [("### " * marked) + story["kicker"]] if story["kicker"] else []
    head += [("## " * marked) + story["headline"]] if story["headline"] else []
    head += [story["subhead"]] if story["subhead"] else []
    columns = _columns(story["body"], column, rng) if column and rng.random() < 0.8 else [list(story["body"])]
    return Column(head, columns, [], [])


def _columns(body: Sequence[str], column: tuple[int, int], rng: random.Random) -> list[list[str]]:
    """The paragraphs cut where columns end, at any character."""
    columns: list[list[str]] = [[]]
    left = rng.randint(*column)
    for paragraph in body:
        rest = paragraph
        while left < len(rest):
            if 4 < left < len(rest) - 4:
                columns[-1].append(rest[:left])
                columns.append([])
                rest, left = rest[left:], rng.randint(*column)
            else:
                left += 7
        columns[-1].append(rest)
        left -= len(rest)
    return columns


def disturb(page: list[Column], at: int, rng: random.Random) -> None:
    """Perhaps a run of the story's columns strays: over or under its headline, behind or into another story; or stands
    twice, or one of them is lost.
    """
    chance, columns = rng.random(), page[at].columns
    first = rng.randrange(1, len(columns))
    end = len(columns) if rng.random() < 0.6 else min(len(columns), first + rng.randint(1, 2))
    run = [piece for column in columns[first:end] for piece in column]
    if chance < STRAYS:
        del columns[first:end]
        _stray(page, at, first, run, rng)
    elif chance < STRAYS + TWICE:
        columns.insert(end, run)
    elif chance < STRAYS + TWICE + LOST and first + 1 < len(columns):
        del columns[first]


def _stray(page: list[Column], at: int, first: int, run: list[str], rng: random.Random) -> None:
    where, other = rng.random(), page[rng.randrange(len(page))]
    if where < 0.28:
        page[at].before += run
    elif where < 0.48:
        page[at].columns.insert(
            rng.choice([place for place in range(len(page[at].columns) + 1) if place != first]), run
        )
    elif where < 0.74:
        page[min(at + 1, len(page) - 1)].behind += run
    elif where < 0.86:
        other.behind += run
    else:
        other.columns.insert(rng.randint(1, len(other.columns)), run)


def adorn(column: Column, rng: random.Random, signed: bool) -> None:
    """A byline, a sign-off, a caption, now and then; signed: a byline in any case."""
    if signed or rng.random() < 0.2:
        column.head.append(f"本报记者 {rng.choice(NAMES)}")
    signature = f"（{rng.choice(NAMES)} {rng.choice(NAMES)}）"
    if rng.random() < SIGNED:
        column.columns[-1].append(signature)
    elif rng.random() < SIGNED and column.columns[-1]:
        column.columns[-1][-1] += signature
    if rng.random() < 0.2:
        at = rng.randrange(len(column.columns))
        under = column.columns[at if at < LAST * len(column.columns) else -1]
        under.append(f"图为活动现场。 本报记者 {rng.choice(NAMES)} 摄")
