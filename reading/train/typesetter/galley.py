"""Type set in lines: paragraphs to the width of a column, headlines to their span."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.expressions import expression

# What no line begins with, and what none ends with.
NOT_FIRST = frozenset("，。、；：？！）》」』”’】…—％%,.;:?!)")
NOT_LAST = frozenset("（《「『“‘【(")
# A line takes so many marks more than its width, the others closing up.
MOST_HUNG = 2
# A word or a figure in half-width characters is not torn.
PIECE = expression(r"[\x21-\x7e]+|.", re.DOTALL)
INDENT = 2.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of type; start, width: in ems, from the left edge of its column."""

    text: str
    start: float
    width: float


def ems(text: str) -> float:
    """How wide a text runs: an em for a Chinese character, half of one for others.

    >>> ems("人均GDP")
    3.5
    """
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def set_paragraph(text: str, measure: int) -> Iterator[SetLine]:
    """A paragraph's lines, the first indented by two ems, all but the last as wide as the column.

    >>> [(line.text, line.start, line.width) for line in set_paragraph("今天下雨，街上没有人。", 6)]
    [('今天下雨，', 2.0, 4.0), ('街上没有人。', 0.0, 6.0)]
    """
    start = INDENT
    lines = broken(text, measure - INDENT, measure)
    for line in lines[:-1]:
        yield SetLine(line, start, measure - start)
        start = 0.0
    yield SetLine(lines[-1], start, min(ems(lines[-1]), measure - start))


def set_paragraphs(body: Sequence[str], measure: int) -> list[SetLine]:
    """The lines of some paragraphs."""
    return [line for paragraph in body for line in set_paragraph(paragraph, measure)]


def broken(text: str, first: float, measure: float) -> list[str]:
    """A text cut into lines; first, measure: how wide the first one may run, and the others, in ems."""
    lines, line, room = [], "", first
    pieces = PIECE.findall(text)
    for at, piece in enumerate(pieces):
        hangs = piece in NOT_FIRST and ems(line + piece) <= room + MOST_HUNG
        opens = piece in NOT_LAST and ems(line + piece + pieces[at + 1][:1]) > room if at + 1 < len(pieces) else False
        if line and not hangs and (ems(line + piece) > room or opens):
            lines.append(line)
            line, room = "", measure
        line += piece
    return [*lines, line]


def wrapped(headline: str, most: float) -> list[str]:
    """A headline in as few lines as its span takes, none much shorter than another.

    >>> wrapped("云岭市图书馆新馆开馆", 6)
    ['云岭市图书', '馆新馆开馆']
    """
    wide = ems(headline)
    count = max(1, round(-(-wide // most)))
    lines = broken(headline.strip(), -(-wide // count), -(-wide // count))
    return [line.strip() for line in lines if line.strip()]
