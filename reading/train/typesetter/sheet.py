"""What is set on a page so far, and how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.layout import Box, Line
from reading.train.typesetter.galley import SetLine, ems

# In ems of the body: the pitch of its lines, white between columns.
PITCH, GUTTER = 1.5, 1.6


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a module stands: its top left corner, and how many columns it has."""

    left: float
    top: float
    columns: int


Hole = tuple[int, int, int]  # a column, and the lines of it from one to another that are not for the text


@dataclass(slots=True)
class Sheet:
    """What is set so far; owners: of each line the story that it is a line of, None for what belongs to none."""

    look: Look
    lines: list[Line] = field(default_factory=list)
    owners: list[Story | None] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)

    def put(self, text: str, left: float, top: float, size: float, width: float, owner: Story | None = None) -> None:
        """Sets a line; width: in points."""
        self.lines.append(Line(text, Box(left, top, left + width, top + size), size))
        self.owners.append(owner)

    def put_down(self, text: str, left: float, top: float, size: float, owner: Story) -> None:
        """Sets a line that runs downwards."""
        self.lines.append(Line(text, Box(left, top, left + size, top + len(text) * size), size, vertical=True))
        self.owners.append(owner)

    def put_small(self, texts: Sequence[str], left: float, top: float, size: float) -> None:
        """Sets lines of no story under each other."""
        for number, text in enumerate(texts):
            self.put(text, left, top + number * PITCH * size, size, ems(text) * size)

    def put_columns(
        self, lines: Sequence[SetLine], owner: Story, place: Place, holes: Sequence[Hole] = (), high: int = 0
    ) -> float:
        """Sets the lines column by column around the holes, and gives where they end; high: of a column at least."""
        look = self.look
        lost = sum(end - start for _, start, end in holes)
        high = max([high or -(-(len(lines) + lost) // place.columns), *(end for _, _, end in holes)])
        slots = [
            (column, row)
            for column in range(place.columns)
            for row in range(high)
            if not any(column == hole and start <= row < end for hole, start, end in holes)
        ]
        for (column, row), line in zip(slots, lines, strict=False):
            if not line.text:
                continue
            left = place.left + (column * look.step) + line.start * look.size
            top = place.top + row * PITCH * look.size
            self.put(line.text, left, top, look.size, line.width * look.size, owner)
        return place.top + (high - 1) * PITCH * look.size + look.size
