"""The lines over a story: which of them is the headline, which stands over it, which under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.block import Block
from reading.headlines.parts import SUBHEAD, HeadLines, Parting, part_features, partings
from reading.headlines.slogans import UNSUPPORTED, is_slogan
from reading.model import Weights


@dataclass(frozen=True, slots=True)
class Head:
    """A story's headline with the lines over and under it, as printed."""

    headline: str | None = None
    kicker: str | None = None
    subhead: str | None = None


def choose_head(
    lines: HeadLines, others: Sequence[float], weights: Weights, top: bool = False
) -> tuple[Head, list[int]]:
    """The head of a story and the numbers of the lines that only look like one, banners and slogans.

    others: how much the texts of the other stories hold of each line, at most; top: whether the lines stand first on
    the page, where banners are; a line whose place the page's layout knows is none. A headline that was broken into two
    or three lines is put together.
    """
    blocks, own = lines.blocks, lines.held
    above = [at for at in range(len(blocks) if top else len(blocks) - 1) if not _belongs(blocks, at)]
    above = [at for at in above if blocks[at].opens is None]
    banners = [at for at in above if _is_banner(blocks[at], own[at], others[at], max(own))]
    kept = [at for at in range(len(blocks)) if at not in banners]
    return (part_head(_of(lines, kept), weights) if kept else Head()), banners


def part_head(lines: HeadLines, weights: Weights) -> Head:
    """The likeliest head of lines that are none but its own."""

    def score(parting: Parting) -> float:
        return sum(weights[name] * value for name, value in part_features(lines, parting).items())

    best = max(partings(lines), key=score)
    over, under = lines.blocks[: best.first], lines.blocks[best.last + 1 :]
    return Head(best.headline(lines.blocks), _joined(over), _joined(under))


def _of(lines: HeadLines, kept: Sequence[int]) -> HeadLines:
    """Some of the lines."""
    return HeadLines(
        [lines.blocks[at] for at in kept],
        [lines.held[at] for at in kept],
        [lines.carried[at] for at in kept[:-1]],
        [lines.begun[at] for at in kept],
    )


def _belongs(lines: Sequence[Block], at: int) -> bool:
    """Whether a line is a second line by its words, or has one right under it: no banner is or has."""
    return any(place > 0 and SUBHEAD.search(lines[place].text) for place in (at, at + 1) if place < len(lines))


def _is_banner(line: Block, own: float, others: float, best: float) -> bool:
    """A line that the text does not support beside one that it does, or a slogan that any story would support."""
    return (own < best - UNSUPPORTED and own < others + 0.05) or (is_slogan(line.text) and own < others + 0.1)


def _joined(lines: Sequence[Block]) -> str | None:
    return " ".join(line.text for line in lines) or None
