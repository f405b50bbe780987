"""Pieces of a page that have their boxes but no sizes of type, and the sizes that these boxes tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

import numpy as np

from articles.layout import Box
from articles.sentences import SENTENCE_END

# What a piece is by its converter: a line or a block of text or a headline, what is printed around stories, a picture.
Kind = Literal["text", "title", "aside", "picture", "rule"]
# In ems: from line to line in a block of text and in a headline where nothing better is known, and their bounds.
PITCH, TITLE_PITCH, LEAST_PITCH, MOST_PITCH = 1.5, 1.25, 1.1, 2.2
# A line's text may run so much wider than its box says, its height being more than its type's.
SLACK, MOST_LINE = 1.2, 1.8
# Blocks of text whose size comes so near to the body's are set in it; lines, by how far the body's own differ.
SAME, LEAST_SPREAD, MOST_SPREAD, SPREADS = 0.4, 0.02, 0.15, 3.0
# Of a box's height and width: a line that runs downwards.
UPRIGHT, OFF_UPRIGHT = 1.5, 0.6
# Characters of a line that tell how high its box is; so many lines tell the body's size.
TELLING, FEW, ENOUGH = 6, 4, 3
# How the size and the pitch of blocks are found: the step of the search; what parts of a line in a height count; what
# text counts that is more than its lines hold, from so full on; of a block's last line; blank parts, and at most.
STEP, ODD, OVERFULL, MOST_FULL, LAST, EMPTY, MOST_EMPTY = 0.01, 6.0, 10.0, 0.98, 1.1, 0.15, 0.3
# How much whole numbers are rounded where a page in thousandths was stretched.
STRETCHED = 1.5
# What is printed around stories is set smaller than the body.
SMALL = 0.85
# And what stands right under a headline and is no text of the story, larger; headlines are larger still, but for those
# in the midst of a text, which are hardly larger than it.
LARGE, CROSSHEAD, HEADLINE = 1.1, 1.1, 1.3
# In ems: no paragraph's first line is set in so far.
MOST_INDENT = 2.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a block, in any unit; line: whether it is said to be one line; size: of its type where that is known.

    begins: whether a paragraph begins with it, None where only its place and its text can tell.
    """

    text: str
    box: Box
    kind: Kind = "text"
    line: bool = False
    size: float | None = None
    begins: bool | None = None


@dataclass(frozen=True, slots=True)
class Sized:
    """A piece with the number of its lines and the size of its type."""

    piece: Piece
    lines: int
    size: float
    vertical: bool = False

    @property
    def known(self) -> bool:
        """Whether its size is its box's, not its area's."""
        return self.lines == 1


def ems(text: str) -> float:
    """How wide a text runs: an em for a Chinese character, half of one for others."""
    return len(text) / 2 if text.isascii() else len(text) - sum(map(str.isascii, text)) / 2


def parted(piece: Piece) -> Iterator[Piece]:
    """The paragraphs of a piece, each with its part of the box."""
    parts = [part.strip() for part in piece.text.splitlines() if part.strip()]
    if len(parts) == 1:
        yield replace(piece, text=parts[0])
        return
    # A short paragraph takes a whole line.
    wide = max(ems(part) for part in parts) / max(1, round(sum(map(ems, parts)) / len(parts) / TELLING))
    shares = [max(1.0, ems(part) / max(wide, 1.0)) for part in parts]
    top, each = piece.box.top, piece.box.height / sum(shares)
    for part, share in zip(parts, shares, strict=True):
        box = Box(piece.box.left, top, piece.box.right, top + share * each)
        yield replace(piece, text=part, box=box, begins=True)
        top += share * each


def sized_pieces(pieces: Sequence[Piece]) -> list[Sized]:
    """The pieces as what they are, whatever they are said to be: where most is single lines, lines, else blocks."""
    single = [_sized(piece, 1.0).known for piece in pieces]
    held = sum(len(piece.text) for piece, one in zip(pieces, single, strict=True) if one)
    lines = 2 * held > sum(len(piece.text) for piece in pieces)
    told = [replace(piece, line=lines and one) for piece, one in zip(pieces, single, strict=True)]
    high = _line_height(told)
    return [_sized(piece, high) for piece in told]


def _line_height(pieces: Sequence[Piece]) -> float:
    """How high the box of a line is, in ems of its type."""
    ratios = [ems(piece.text) * piece.box.height / piece.box.width for piece in pieces if piece.line]
    long = [
        ratio
        for piece, ratio in zip((piece for piece in pieces if piece.line), ratios, strict=True)
        if len(piece.text) >= TELLING and ratio < MOST_LINE
    ]
    return max(1.0, median(long)) if long else 1.0


def _sized(piece: Piece, high: float) -> Sized:
    """A piece with the fewest lines that hold its text in its box, and their size."""
    wide, tall, width = piece.box.width, piece.box.height, ems(piece.text)
    if len(piece.text) > 1 and tall > UPRIGHT * wide and OFF_UPRIGHT < tall / width / wide < 1 / OFF_UPRIGHT:
        return Sized(piece, 1, piece.size or wide / high, vertical=True)
    most = MOST_LINE if piece.line else SLACK
    if width * tall / wide <= most:
        return Sized(piece, 1, piece.size or _line_size(piece, high if piece.line else 1.0))
    pitch = TITLE_PITCH if piece.kind == "title" else PITCH
    count = 2
    while width * (size := tall / (1 + (count - 1) * pitch)) / wide > count and count < len(piece.text):
        count += 1
    return Sized(piece, count, piece.size or size)


def _line_size(piece: Piece, high: float) -> float:
    """The size of a line's type: its height, and where edges are whole numbers what its width says between them."""
    box, size = piece.box, piece.box.height / high
    if piece.line or len(piece.text) < FEW or not _is_whole(box):
        return size
    run = (box.width - (box.height - size)) / ems(piece.text)
    return min(max(run, size - 1.0), size + 1.0)


def _is_whole(box: Box) -> bool:
    return box.left % 1 == 0 and box.right % 1 == 0


def body_type(sized: Sequence[Sized]) -> tuple[float, float]:
    """The size of the body's type, and from line to line in ems of it; lines tell better than blocks."""
    texts = [one for one in sized if one.piece.kind == "text" and not one.vertical] or list(sized)
    if not texts:
        return 1.0, PITCH
    body = _middle(texts)
    near = [one for one in texts if abs(one.size - body) < SAME * body]
    lines, blocks = [one for one in near if one.piece.line], [one for one in near if not one.piece.line]
    if sum(one.known for one in lines) >= ENOUGH:
        return _middle([one for one in lines if one.known]), PITCH
    return _fitted(blocks, body) if sum(not one.known for one in blocks) >= ENOUGH else (body, PITCH)


def _fitted(blocks: Sequence[Sized], near: float) -> tuple[float, float]:
    """The size and the pitch of blocks of text under which their heights are whole lines, and these are full.

    near: what the size is about.
    """
    high = np.array([one.piece.box.height for one in blocks])
    wide = np.array([ems(one.piece.text) / one.piece.box.width for one in blocks])
    sizes = near * np.arange(1 - SAME, 1 + SAME, STEP)[:, None, None]
    pitches = np.arange(LEAST_PITCH, MOST_PITCH, STEP)[None, :, None]
    steps = (high - sizes) / (sizes * pitches)
    counts = np.maximum(np.round(steps), 0) + 1
    odd = np.abs(steps + 1 - counts)
    full = wide * sizes / counts
    empty = np.clip(1 - full - LAST / counts, 0, MOST_EMPTY) + EMPTY * (1 - full)
    # A single line may be of smaller type.
    several = np.array([not one.known for one in blocks])
    wrong = np.minimum(ODD * odd, 1) + several * (np.clip(OVERFULL * (full - MOST_FULL), 0, 1) + empty)
    size, pitch = np.unravel_index(int(wrong.sum(axis=-1).argmin()), wrong.shape[:2])
    return float(sizes[size, 0, 0]), float(pitches[0, pitch, 0])


def _middle(sized: Sequence[Sized]) -> float:
    """The size that half of the characters do not reach."""
    order = sorted(sized, key=lambda one: one.size)
    half, seen = sum(len(one.piece.text) for one in order) / 2, 0
    for one in order:
        seen += len(one.piece.text)
        if seen >= half:
            return one.size
    return 1.0


def snapped(sized: Sequence[Sized], body: float) -> list[Sized]:
    """The pieces, sizes that differ by no more than boxes do made one."""
    off = [abs(one.size / body - 1) for one in sized if one.known and one.piece.kind == "text" and one.piece.line]
    near = [one for one in off if one < MOST_SPREAD]
    rounded = _rounding([one.piece for one in sized]) / body
    spread = max(LEAST_SPREAD, SLACK * rounded, SPREADS * median(near) if near else 0.0)
    found: dict[int, float] = {}
    last = 0.0
    for at in sorted(range(len(sized)), key=lambda at: sized[at].size):
        one = sized[at]
        slack = spread if one.known or one.piece.kind == "title" else SAME
        size = body if abs(one.size - body) <= slack * body else one.size
        last = found[at] = last if last and last != body and size != body and size - last <= spread * size else size
    told = [one.piece for one in sized]
    return [replace(one, size=_kept(one, found[at], body, told)) for at, one in enumerate(sized)]


def _rounding(pieces: Sequence[Piece]) -> float:
    """By how much the edges of lines are rounded, in their unit; more where whole numbers were stretched."""
    if not all(_is_whole(piece.box) for piece in pieces):
        return 0.0
    stretched = any(piece.line and piece.box.top % 1 != 0 for piece in pieces)
    return STRETCHED if stretched else 1.0


def _kept(one: Sized, size: float, body: float, told: Sequence[Piece]) -> float:
    """A size that tells what a piece is: headlines and second lines are larger than the body, what is around less."""
    if one.piece.kind == "title" and size > CROSSHEAD * body:
        return max(size, HEADLINE * body)
    if one.piece.kind == "aside":
        return min(size, SMALL * body)
    alone = one.known and not one.piece.line
    if size != body or not alone or one.piece.kind != "text" or SENTENCE_END.search(one.piece.text):
        return size
    if any(other.kind == "title" and _stands_under(one.piece.box, other.box, body) for other in told):
        return LARGE * body
    centred = any(other.kind == "text" and _is_centred(one.piece.box, other.box, body) for other in told)
    return SMALL * body if centred else size


def _is_centred(line: Box, column: Box, body: float) -> bool:
    """Whether a line stands over a column of text, further in than the first line of a paragraph."""
    return _stands_under(column, line, body) and line.left > column.left + MOST_INDENT * body


def _stands_under(lower: Box, upper: Box, body: float) -> bool:
    narrow = min(lower.width, upper.width)
    shared = min(lower.right, upper.right) - max(lower.left, upper.left)
    return -body / 2 < lower.top - upper.bottom < body and shared > narrow / 2
