"""Columns that a program printed side by side, as `pdftotext -layout` does, put under each other again."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from articles.errors import InputError
from articles.expressions import expression
from articles.folio import find_date, line_folio, may_be_folio
from articles.sentences import SENTENCE_END
from articles.widths import half_widths
from formats.seams import FEWEST_ROWS, MARKS, NARROWEST, SLACK, Piece, Row, best_seam, is_column, row_text

# What parts two columns: two blanks and more, or one beside a Chinese character or mark, where a narrow gap left one.
GAP = expression(r"\s{2,}|\s(?:(?<=[^\x00-\x7f]\s)|(?=[^\x00-\x7f]))")
# So many rows with narrow gaps tell of columns, a few may be headlines and captions; so many are looked at together.
FEWEST_NARROW, MOST_ROWS = 12, 400
# In places of the grid: what stands right of narrow gaps is off by so much on broadsheets of six columns; elsewhere
# only by a sign that hangs.
DRAWN, HUNG = 10, 1
# Of the lines of a page those that still stand side by side, or whose gap is narrow, where its columns are not clear.
WOVEN = 0.25
# From one sign of an upright headline to the next there are so many rows at most.
MOST_LEADING = 4
UNCLEAR = InputError(
    "columns stand side by side in it and it is not clear where they part, so lines of several stories may be mixed "
    "and no label is sure",
    "give the PDF itself, or its text by `pdftotext` without -layout",
)
# How wide a text is on the grid: some programs count a Chinese character as two places, others as one.
Width = Callable[[str], int]


def unwoven(text: str) -> tuple[str, bool]:
    """The text with its columns under each other, and whether it is not clear that they are parted rightly.

    A text without such columns comes back as it is. None of its characters is lost, blanks aside.

    >>> left = ["清禾的春天来得早，三", "月里花开了一半，村民", "说今年游客比往年多，", "周末要先订座位才行。"]
    >>> right = ["六十名选手参加了昨天", "的长跑，最年长的七十", "一岁，他从广场一直跑", "到江边的终点。"]
    >>> told, unclear = unwoven("\\n".join(map("    ".join, zip(left, right))))
    >>> told.split() == left + right, unclear
    (True, False)
    """
    lines = [line.rstrip() for line in text.expandtabs().split("\n")]
    woven = _side_by_side(lines)
    narrow = sum(gap == 1 for _, _, gap in woven)
    if len(woven) - narrow < FEWEST_ROWS and narrow < FEWEST_NARROW:
        return text, False
    clear = narrow <= WOVEN * len(woven)
    told = min((_unwoven(lines, width, HUNG if clear else DRAWN) for width in (half_widths, len)), key=_count_woven)
    if told == lines:
        return text, _is_woven(lines)
    return "\n".join(told), not clear or _is_woven(told)


def _side_by_side(lines: Sequence[str]) -> list[tuple[str, str, int]]:
    """Of each line that holds running text on both sides of a gap both, and how wide its narrowest gap is."""
    found: list[tuple[str, str, int]] = []
    for line in lines:
        parts = list(pairwise([0, *_gap_bounds(line), len(line)]))
        running = [at for at in range(0, len(parts), 2) if _is_running(line[slice(*parts[at])])]
        if len(running) > 1 and any(mark in line for mark in MARKS):
            gaps = [end - first for first, end in parts[running[0] + 1 : running[-1] : 2]]
            found.append((line[slice(*parts[running[0]])], line[slice(*parts[running[1]])], min(gaps)))
    return found


def _gap_bounds(line: str) -> list[int]:
    return list(chain.from_iterable(gap.span() for gap in GAP.finditer(line)))


def _is_running(text: str) -> bool:
    return half_widths(text) >= NARROWEST - SLACK and not text.isascii()


def _count_woven(lines: Sequence[str]) -> int:
    return len(_side_by_side(lines))


def _is_woven(lines: Sequence[str]) -> bool:
    """Whether many of the lines still stand side by side in columns."""
    woven = _side_by_side(lines)
    sides = [left for left, _, _ in woven], [right for _, right, _ in woven]
    return len(woven) > WOVEN * sum(map(bool, lines)) and all(map(is_column, sides))


def _unwoven(lines: Sequence[str], width: Width, drawn: int) -> list[str]:
    told: list[str] = []
    for first in range(0, len(lines), MOST_ROWS):
        part = lines[first : first + MOST_ROWS]
        rows = _with_heads([_row(line, width) for line in part])
        told += _region(rows, drawn) if best_seam(rows, drawn) else part
    return told


def _row(line: str, width: Width) -> Row:
    """The pieces of a line on the grid; the page's own line is one."""
    gaps = [] if _is_folio(line) else _gap_bounds(line)
    bounds = [0, *gaps, len(line)]
    pieces: list[Piece] = []
    for before, first, end in zip([0, *bounds[1::2]], bounds[::2], bounds[1::2], strict=False):
        if first < end:
            start = width(line[:first])
            pieces.append(Piece(line[first:end], start, start + width(line[first:end]), line[before:first]))
    return tuple(pieces)


def _is_folio(line: str) -> bool:
    told = " ".join(line.split())
    return bool(find_date(told) or line_folio(told).number) and may_be_folio(told)


def _with_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows; a headline that is set upright, a sign a row, is one piece over the row in which it begins."""
    signs = [(at, piece) for at, row in enumerate(rows) for piece in row if len(piece.text) == 1]
    heads: dict[int, Row] = {}
    taken: set[int] = set()
    for start in sorted({piece.start for _, piece in signs}):
        for run in _runs([one for one in signs if 0 <= one[1].start - start <= 1 and id(one[1]) not in taken]):
            head = "".join(piece.text for _, piece in run)
            # In a table the same sign stands under itself.
            if len(run) >= FEWEST_ROWS and len(set(head)) > len(head) / 2:
                taken |= {id(piece) for _, piece in run}
                heads[run[0][0]] = (*heads.get(run[0][0], ()), Piece(head, start, start + 1, " "))
    told: list[Row] = []
    for at, row in enumerate(rows):
        rest = tuple(piece for piece in row if id(piece) not in taken)
        told += [heads[at]] if at in heads else []
        told += [rest] if rest or not row else []
    return told


def _runs(signs: Sequence[tuple[int, Piece]]) -> Iterator[list[tuple[int, Piece]]]:
    """The signs that stand under each other, a few rows from one to the next."""
    run: list[tuple[int, Piece]] = []
    for sign in signs:
        if run and sign[0] - run[-1][0] > MOST_LEADING:
            yield run
            run = []
        run.append(sign)
    yield run


def _region(rows: Sequence[Row], drawn: int, cut: bool = False) -> list[str]:
    """The lines of a part of the page, its columns one after another; cut: whether it is a column of a wider part."""
    seam = best_seam(rows, drawn)
    if not seam:
        return list(_column(rows)) if cut else ["".join(piece.gap + piece.text for piece in row) for row in rows]
    sides = list(zip(rows[seam.first : seam.end], seam.cuts, strict=True))
    parts = [
        _region(rows[: seam.first], drawn, cut),
        _region([row[:at] for row, at in sides], drawn, cut=True),
        _region([_right(row, at, seam.edge) for row, at in sides], drawn, cut=True),
        _region(rows[seam.end :], drawn, cut),
    ]
    return [line for part in parts if any(part) for line in (*part, "")]


def _right(row: Row, at: int, edge: int) -> Row:
    """The right side of a row; where a narrow gap drew it along, it is put back to the column's edge."""
    side = row[at:]
    drawn = side and (side[0].start < edge or (at and side[0].start - row[at - 1].end == 1))
    by = edge - side[0].start if drawn else 0
    return tuple(replace(piece, start=piece.start + by, end=piece.end + by) for piece in side)


def _column(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of a column as they were set; an empty row that other columns made parts nothing in mid-sentence."""
    filled = [row for row in rows if row]
    if not filled:
        return
    edge = Counter(row[0].start for row in filled).most_common(1)[0][0]
    width = Counter(half_widths(row_text(row)) for row in filled).most_common(1)[0][0]
    above = ""
    for row in rows:
        text = row_text(row)
        if text or half_widths(above) < width - SLACK or SENTENCE_END.search(above):
            yield ("\u3000\u3000" if row and row[0].start >= edge + 2 else "") + text
        above = text or above
