"""Where the lines of a page stand: what a PDF, ALTO or a scan gives beside the text."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another box lies inside."""
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; size: of its type in points; font: its name, empty where unknown; vertical: read downwards.

    loose: whether its left edge is its column's, so that it may be set in as a paragraph's first line or not.
    """

    text: str
    box: Box
    size: float
    font: str = ""
    vertical: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's lines, in any order, and what is drawn on it.

    rules: thin lines; frames: rectangles drawn around or behind something, or pictures.
    by: whether the lines are type, or recognized on a picture.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    by: Literal["type", "ocr"] = "type"
