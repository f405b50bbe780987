"""A layout of lines and blocks that have their boxes but no sizes of type: what converters and libraries give."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from articles.dateline import is_lead
from articles.layout import Box, Layout, Line
from articles.sentences import SENTENCE_END
from formats.sized import Piece, Sized, body_type, ems, parted, sized_pieces, snapped

# A paper's body type, in points: units of any kind are made such that it has this size.
BODY = 10.0
# In ems: a paragraph's first line is set in, the headline and the text right over a block stand so near.
INDENT, NEAR, NEXT = 2.0, 3.0, 1.3
# Lines are no narrower than such a part of what would fill them all.
NARROW = 0.8
# What no line begins with.
NOT_FIRST = frozenset("，。、；：？！）》」』”’】…—％%,.;:?!)")


def measured_layout(pieces: Sequence[Piece], width: float, height: float, by: Literal["type", "ocr"] = "ocr") -> Layout:
    """A page of pieces in the order in which they are read, blocks broken into lines, the body's type of ten points."""
    told = [piece for piece in pieces if piece.text.strip() and piece.box.width > 0 and piece.box.height > 0]
    sized = sized_pieces([part for piece in told for part in parted(piece)])
    body, pitch = body_type(sized)
    scale = BODY / body
    sized = snapped(sized, body)
    lines = [line for one in sized for line in _set(one, sized, pitch)]
    return Layout(
        width * scale,
        height * scale,
        tuple(_scaled(line, scale) for line in lines),
        tuple(_times(piece.box, scale) for piece in pieces if piece.kind == "rule"),
        tuple(_times(piece.box, scale) for piece in pieces if piece.kind == "picture"),
        by,
    )


def _times(box: Box, scale: float) -> Box:
    return Box(box.left * scale, box.top * scale, box.right * scale, box.bottom * scale)


def _scaled(line: Line, scale: float) -> Line:
    return replace(line, box=_times(line.box, scale), size=line.size * scale)


def _set(one: Sized, sized: Sequence[Sized], pitch: float) -> Iterator[Line]:
    """The lines of a piece in its box."""
    piece, box, size = one.piece, one.piece.box, one.size
    if one.vertical or (piece.line and one.known):
        yield Line(piece.text, _type_box(box, size, one.vertical), size, vertical=one.vertical)
        return
    count = min(_line_count(one, pitch), len(piece.text))
    begins = piece.kind == "text" and count > 1 and _begins(one, sized)
    indent = INDENT * size if begins else 0.0
    texts = _broken(piece.text, count, indent / size, box.width / size)
    step = (box.height - size) / (count - 1) if count > 1 else 0.0
    for at, text in enumerate(texts):
        left = box.left + (indent if at == 0 else 0.0)
        ended = at == len(texts) - 1 and SENTENCE_END.search(text)
        right = min(box.right, left + ems(text) * size) if ended else box.right
        top = box.top + at * step if count > 1 else (box.top + box.bottom - size) / 2
        yield Line(text, Box(left, top, max(right, left + size), top + size), size, loose=begins is None and at == 0)


def _type_box(box: Box, size: float, vertical: bool) -> Box:
    """The box of a line as high as its type, about the middle of what was said."""
    if vertical:
        middle = (box.left + box.right) / 2
        return Box(middle - size / 2, box.top, middle + size / 2, box.bottom)
    middle = (box.top + box.bottom) / 2
    return Box(box.left, middle - size / 2, box.right, middle + size / 2)


def _line_count(one: Sized, pitch: float) -> int:
    """How many lines a block has: what its height says."""
    if one.known or one.piece.kind == "title":
        return one.lines
    return max(1, round((one.piece.box.height - one.size) / (pitch * one.size)) + 1)


def _begins(one: Sized, sized: Sequence[Sized]) -> bool | None:
    """Whether a block begins a paragraph: under a headline, and where the text over it in its column has ended.

    None at the top of a column and under a picture: what stands before it there only the text can tell.
    """
    piece = one.piece
    if piece.begins is not None or is_lead(piece.text):
        return piece.begins is not False
    over = _over(one, sized)
    if over is None:
        return None
    if over.piece.kind == "title":
        return True if abs(over.piece.box.left - piece.box.left) < INDENT * one.size else None
    goes_on = over.size == one.size and piece.box.top - over.piece.box.bottom < NEXT * one.size
    return True if goes_on and SENTENCE_END.search(over.piece.text) else None


def _over(one: Sized, sized: Sequence[Sized]) -> Sized | None:
    """What stands right over a block."""
    box = one.piece.box
    near = (
        other
        for other in sized
        if 0 <= box.top - other.piece.box.bottom + one.size / 2 < NEAR * one.size
        and min(box.right, other.piece.box.right) - max(box.left, other.piece.box.left) > box.width / 2
    )
    return max(near, key=lambda other: other.piece.box.bottom, default=None)


def _broken(text: str, count: int, indent: float, wide: float) -> list[str]:
    """A text in so many lines, the last one shorter than the others; indent, wide: in ems."""
    full = ems(text) + indent
    wide = min(max(wide, full / count), full)
    while len(lines := _greedy(text, count, indent, wide)) < count and wide > NARROW * full / count:
        wide -= 0.25
    return lines


def _greedy(text: str, count: int, indent: float, wide: float) -> list[str]:
    lines: list[str] = []
    line, run, room = "", 0.0, wide - indent
    for char in text:
        width = ems(char)
        if len(lines) < count - 1 and line and run + width / 2 > room and char not in NOT_FIRST:
            lines.append(line)
            line, run, room = "", 0.0, wide
        line, run = line + char, run + width
    return [*lines, line]
