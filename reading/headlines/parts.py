"""What speaks for each way to part the lines over a story into kicker, headline and subhead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from articles.block import Block
from articles.expressions import expression
from articles.widths import half_widths
from reading.blocks.unwrap import glued
from reading.joins.containment import containment
from reading.joins.scores import JoinScores
from reading.rows.rows import TextRows

KICKER = expression(
    r"(?:强调|指出|要求|提出|时|之[一二三四五六七八九十]+|(?:侧|散|札|手)记|观察|综述|纪实|见闻|启示|报道|掠影|活动|——|[:：])$"
)
SUBHEAD = expression(
    r"^(?:——|--|—)|(?:主持(?:会议)?|出席(?:会议)?(?:并讲话)?|讲话|参加|致辞|作报告|陪同)$|^[（(][^（()）]+[）)]$"
)
# 人民时评, 一线视角, 国际论坛: a column's name in brackets closes a headline.
COLUMN = expression(r"(?<=\S)[（(][^（()）]{2,20}[）)]$")
# 市公安局青溪分局民警, 欧洲杯预选赛, 财政部、生态环境部: who or where alone stands over the headline.
ACTOR = expression(
    r"[^，,。！？!?]{2,24}(?:委员会|办公室|法院|检察院|[局厅部署会队]|大会|负责人|发言人|代表|委员|书记|[市县省区]长|[市县省区]"
    r"|医生|民警|教授|联赛|大赛|锦标赛|预选赛|杯)"
)
FIGURES = expression(r"\d")
# A headline takes so many lines at most.
MOST_LINES = 3
VERY_SHORT = 5
LEAST_LOGIT, MOST_LOGIT = -6.0, 8.0
# So many half-widths wider than the other, one of two lines was not broken where the column ended.
UNEVEN = 20.0


@dataclass(frozen=True, slots=True)
class HeadLines:
    """The lines over a story in their order.

    held: how much of each the story's text holds, 0 to 1; carried: the logit that each is carried on in mid-sentence by
    the next one, one less than lines; begun: the logit that each begins as a sentence does.
    """

    blocks: Sequence[Block]
    held: Sequence[float]
    carried: Sequence[float]
    begun: Sequence[float]


@dataclass(frozen=True, slots=True)
class Parting:
    """The lines from `first` to `last` are the headline; blanks: whether one stands where each of its lines ends."""

    first: int
    last: int
    blanks: tuple[bool, ...] = ()

    def headline(self, blocks: Sequence[Block]) -> str:
        """The headline's lines put together."""
        lines = [block.text for block in blocks[self.first : self.last + 1]]
        text = lines[0]
        for blank, line in zip(self.blanks, lines[1:], strict=True):
            text = f"{text} {line}" if blank else glued([text, line])
        return text


def lines_of(rows: TextRows, joins: JoinScores, lines: Sequence[int], text: Sequence[int]) -> HeadLines:
    """Some rows of a page as the lines over a story; text: the rows of the story."""
    return HeadLines(
        [rows.blocks[at] for at in lines],
        [containment(joins, at, text) for at in lines],
        [float(joins.logits[at, below]) for at, below in pairwise(lines)],
        [float(joins.openings[at]) for at in lines],
    )


def partings(lines: HeadLines) -> Iterator[Parting]:
    """Every parting; lines that a blank line parts are no one headline, unless both are marked alike."""
    for first in range(len(lines.blocks)):
        yield Parting(first, first)
        for last in range(first + 1, min(first + MOST_LINES, len(lines.blocks))):
            if not _goes_on(*lines.blocks[last - 1 : last + 1]):
                break
            yield from (Parting(first, last, blanks) for blanks in product((False, True), repeat=last - first))


def _goes_on(line: Block, below: Block) -> bool:
    placed = line.opens is not None or below.opens is not None
    return not placed and line.level == below.level and (below.under or below.level > 0)


def part_features(lines: HeadLines, parting: Parting) -> dict[str, float]:
    """What speaks for a parting, and against it, by name."""
    texts = [block.text for block in lines.blocks]
    first, last = parting.first, parting.last
    headline = parting.headline(lines.blocks)
    sizes = [len(text) for text in texts[first : last + 1]]
    held = sum(size * share for size, share in zip(sizes, lines.held[first : last + 1], strict=True)) / sum(sizes)
    levels = sorted({block.level for block in lines.blocks if block.level})
    over, under = range(first), range(last + 1, len(texts))
    return {
        "held by the text": held,
        "figures": bool(FIGURES.search(headline)),
        "of the highest level": len(levels) > 1 and lines.blocks[first].level == levels[0],
        "very short": len(headline) <= VERY_SHORT,
        "a column's name": bool(COLUMN.search(headline)),
        "lines over": float(len(over)),
        "lines over that introduce": float(sum(bool(KICKER.search(texts[at])) for at in over)),
        "actors over": float(sum(bool(ACTOR.fullmatch(texts[at])) for at in over)),
        "lines under that explain": float(sum(bool(SUBHEAD.search(texts[at])) for at in under)),
        **_breaks(lines, parting),
    }


def _breaks(lines: HeadLines, parting: Parting) -> dict[str, float]:
    """What speaks for the headline's having been broken where its lines end."""
    texts = [block.text for block in lines.blocks]
    ends = range(parting.first, parting.last)
    blanks = [end for end, blank in zip(ends, parting.blanks, strict=True) if blank]
    carried = {end: min(max(lines.carried[end], LEAST_LOGIT), MOST_LOGIT) for end in ends}
    begun = {end: min(max(lines.begun[end + 1], LEAST_LOGIT), MOST_LOGIT) for end in ends}
    wide = {end: min(abs(half_widths(texts[end]) - half_widths(texts[end + 1])) / UNEVEN, 1.0) for end in ends}
    return {
        "broken": float(len(ends)),
        "broken, by its logit": sum(carried.values()),
        "broken where a sentence begins": sum(begun.values()),
        "broken unevenly": sum(wide.values()),
        "broken into long lines": sum(half_widths(texts[end]) + half_widths(texts[end + 1]) for end in ends) / UNEVEN,
        "broken after an introduction": float(sum(bool(KICKER.search(texts[end])) for end in ends)),
        "broken after an actor": float(sum(bool(ACTOR.fullmatch(texts[end])) for end in ends)),
        "broken before an explanation": float(sum(bool(SUBHEAD.search(texts[end + 1])) for end in ends)),
        "broken after a column's name": float(sum(bool(COLUMN.search(texts[end])) for end in ends)),
        "broken at a blank": float(len(blanks)),
        "broken at a blank, by its logit": sum(carried[end] for end in blanks),
        "broken at a blank where a sentence begins": sum(begun[end] for end in blanks),
    }
