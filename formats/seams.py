"""Seams: the gaps between columns of text that run down a page of type on a grid."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.sentences import SENTENCE_END
from articles.widths import half_widths

# Fewer rows beside each other tell of no columns; so many edges are tried, those at which most pieces begin.
FEWEST_ROWS, MOST_EDGES = 4, 24
# In half-widths: the narrowest column, and what half-width signs and squeezed marks make of its width.
NARROWEST, SLACK = 14, 4
# In places of the grid: how far before its edge a column's line may begin, and how far behind it, being set in.
BEFORE, BEHIND = 3, 5
# Of a column's lines those that are full, and of these those that end a sentence: a poem's and a list's end more.
FULL, ENDED = 0.5, 0.4
# Seams that part nearly as many rows as the longest does; among them the one at whose edge most pieces begin is taken.
CLOSE = 0.9
# What running text has, a table and a list have not.
MARKS, STOPS = "，。、", "。！？"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two gaps of a line: its text, its first place on the grid and the one behind its last.

    gap: what parts it from the piece before it.
    """

    text: str
    start: int
    end: int
    gap: str = ""


Row = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Seam:
    """A gap that runs from row `first` to before row `end`, left of the place `edge`.

    cuts: before which piece of each row it runs; weight: the number of rows with text on both its sides.
    """

    first: int
    end: int
    edge: int
    cuts: tuple[int, ...]
    weight: int


def row_text(row: Row) -> str:
    """A row's pieces with the gaps between them."""
    return "".join((piece.gap if at else "") + piece.text for at, piece in enumerate(row))


def best_seam(rows: Sequence[Row], drawn: int) -> Seam | None:
    """The seam that parts most rows, None where no columns of text stand side by side.

    drawn: by how many places what stands right of a narrow gap may be off, drawn along by the signs before it.
    """
    edges = Counter(piece.start for row in rows for piece in row[1:])
    common = [edge for edge, _ in edges.most_common(MOST_EDGES)]
    seams = [seam for edge in common for seam in _seams(rows, edge, drawn) if _parts_text(rows, seam)]
    most = max((seam.weight for seam in seams), default=0)
    close = [seam for seam in seams if seam.weight >= CLOSE * most]
    return max(close, key=lambda seam: (edges[seam.edge], seam.weight, -seam.edge), default=None)


def is_column(lines: Sequence[str]) -> bool:
    """Whether lines are a text that was broken at the width of a column: most are full, and few of those end."""
    if len(lines) < FEWEST_ROWS:
        return False
    width = Counter(map(half_widths, lines)).most_common(1)[0][0]
    full = [line for line in lines if abs(half_widths(line) - width) <= SLACK]
    ended = sum(bool(SENTENCE_END.search(line)) for line in full)
    prose = any(mark in line for line in lines for mark in STOPS)
    return width >= NARROWEST and prose and len(full) >= FULL * len(lines) and ended <= ENDED * len(full)


def _seams(rows: Sequence[Row], edge: int, drawn: int) -> Iterator[Seam]:
    """The runs of rows that have a gap before an edge."""
    cuts = [_cut(row, edge, drawn) for row in rows]
    both = [cut is not None and 0 < cut < len(row) for row, cut in zip(rows, cuts, strict=True)]
    first = parted = 0
    for at, cut in enumerate(cuts):
        if cut is None or (parted >= FEWEST_ROWS and _begins_anew(rows, cuts, at)):
            yield from _trimmed(rows, cuts, both, first, at, edge)
            first, parted = at + (cut is None), 0
        parted += both[at]
    yield from _trimmed(rows, cuts, both, first, len(rows), edge)


def _cut(row: Row, edge: int, drawn: int) -> int | None:
    """Before which piece of a row the edge runs; None where one lies over it."""
    costs: dict[int, int] = {}
    for at in range(len(row) + 1):
        start = row[at].start if at < len(row) else edge + BEHIND
        end = row[at - 1].end if at else 0
        off = abs(start - edge)
        if 0 < at < len(row) and start - end == 1:
            costs |= {at: off} if off <= drawn else {}
        elif end <= edge <= start + BEFORE:
            costs[at] = min(off, BEHIND)
    return min(costs, key=costs.__getitem__, default=None)


def _begins_anew(rows: Sequence[Row], cuts: Sequence[int | None], at: int) -> bool:
    """Whether a part of the page begins with a row: a headline under an empty row, over columns of its own."""
    if rows[at - 1] or not rows[at]:
        return False
    left = row_text(rows[at][: cuts[at]])
    return not left or cuts[at] == len(rows[at]) or not ("。" in left or SENTENCE_END.search(left))


def _trimmed(
    rows: Sequence[Row], cuts: Sequence[int | None], both: Sequence[bool], first: int, end: int, edge: int
) -> Iterator[Seam]:
    """The seam in a run of rows, from the first to the last with text on both sides and what stands close to these."""
    parted = [at for at in range(first, end) if both[at]]
    if len(parted) < FEWEST_ROWS:
        return
    top, last = parted[0], parted[-1] + 1
    while top > first and rows[top - 1]:
        top -= 1
    while last < end and rows[last]:
        last += 1
    yield Seam(top, last, edge, tuple(cut or 0 for cut in cuts[top:last]), len(parted))


def _parts_text(rows: Sequence[Row], seam: Seam) -> bool:
    """Whether a text in a column of its own stands on both sides of a seam: no table, no poem, no list."""
    cut = [(row, at) for row, at in zip(rows[seam.first : seam.end], seam.cuts, strict=True) if 0 < at < len(row)]
    right = [row[at].text for row, at in cut if row[at].start <= seam.edge + BEHIND]
    return is_column([row[at - 1].text for row, at in cut]) and is_column(right)
