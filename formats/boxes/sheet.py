"""A page as a converter gives it, and what is safely taken out of its JSON."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from articles.layout import Box
from formats.markdown import read_inline, read_table
from formats.sized import Kind, Piece

# A larger coordinate is none: no page has so many pixels.
FURTHEST = 1e6


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's pieces in the converter's order, in its unit; by: how it read them."""

    pieces: tuple[Piece, ...]
    width: float
    height: float
    by: Literal["type", "ocr"] = "ocr"


def sheet_of(pieces: Sequence[Piece], size: object, by: Literal["type", "ocr"] = "ocr") -> Sheet:
    """A sheet; size: its width and height where the converter tells."""
    told = numbers(size)
    right = max((piece.box.right for piece in pieces), default=1.0)
    bottom = max((piece.box.bottom for piece in pieces), default=1.0)
    width, height = told[:2] if len(told) >= 2 else (0.0, 0.0)
    return Sheet(tuple(pieces), max(width, right), max(height, bottom), by)


def rows(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects in a list; nothing where it is none."""
    return (row for row in value if isinstance(row, dict)) if isinstance(value, list) else iter(())


def word_of(row: Mapping[str, Any], field: str) -> str:
    """A field that is a word, empty where it is anything else."""
    value = row.get(field)
    return value if isinstance(value, str) else ""


def numbers(value: object) -> tuple[float, ...]:
    """The numbers in a list, none where it holds anything else."""
    if not isinstance(value, (list, tuple)):
        return ()
    if not all(isinstance(one, (int, float)) and math.isfinite(one) and abs(one) < FURTHEST for one in value):
        return ()
    return tuple(map(float, value))


def box_of(value: object) -> Box | None:
    """A box from its left, top, right and bottom edge, or from its corners; None where there is none."""
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, (list, tuple)) for one in value):
        corners = [numbers(one) for one in value]
        if any(len(corner) < 2 for corner in corners):
            return None
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))
    edges = numbers(value)
    if len(edges) != 4 or edges[0] >= edges[2] or edges[1] >= edges[3]:
        return None
    return Box(*edges)


def text_of(value: object) -> str:
    """The text of a field: a string, or the strings of a list a line each, without their markup."""
    if isinstance(value, list):
        return "\n".join(filter(None, map(text_of, value)))
    if not isinstance(value, str):
        return ""
    return read_table(value) if "<table" in value.lower() else read_inline(value.lstrip("# ")).strip()


def piece_of(text: object, box: object, kind: Kind = "text", line: bool = False) -> Iterator[Piece]:
    """A piece where there is a box and, but for a picture, a text."""
    found, said = box_of(box), "" if kind == "picture" else text_of(text)
    if found and (said or kind == "picture"):
        yield Piece(said, found, kind, line)


def under(text: object, box: object) -> Iterator[Piece]:
    """A caption that has no box of its own: it stands in the lowest part of its picture's."""
    found, said = box_of(box), text_of(text)
    if found and said:
        lines = said.count("\n") + 1
        # However much a page in thousandths is stretched: a line's text is wider than this is high.
        high = min(found.height / 4, lines * found.width / max(map(len, said.split("\n"))) / 2)
        yield Piece(said, Box(found.left, found.bottom - high, found.right, found.bottom), "aside")
