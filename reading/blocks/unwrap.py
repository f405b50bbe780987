"""Makes lines that were broken at the width of a column whole again."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.dateline import is_lead
from articles.expressions import expression
from articles.sentences import SENTENCE_END
from articles.widths import half_widths

INDENT = expression(r"(?:\u3000{2}|\u2003{1,2}|[ \u00a0]{2,8}|\t)(?=\S)")
# What no line begins with, and what none ends with: the line before takes it over its width, or leaves it to the next.
NOT_FIRST = frozenset("，。、；：！？）》〉」』”’】〕…—％,.;:!?)%")
NOT_LAST = frozenset("（《〈「『“‘【〔(")
MOST_HUNG = 3
# A column is so many characters wide; so many lines are full, and so many of those end no sentence.
NARROWEST, WIDEST, FULL, BROKEN = 7, 60, 0.45, 0.6
# Without the end of a sentence, nearly all of them are full.
ALL_FULL = 0.8
# Lines set in type are justified: what half-width characters and squeezed marks make of their width, in half-widths.
SLACK = 3
DATELINE_LINES = 3
# A headline takes so many lines and characters at most.
MOST_LINES, MOST_CHARACTERS = 3, 50
# 要“时长”，更要“效率”（行与思）; 云岭开馆 读者盼来大书房: what ends or parts a headline, no paragraph's first line.
COLUMN_NAME = expression(r"[^。；;]{4,46}[（(][^（()）]{2,20}[）)]")
PARTED = expression(r"[^。，,；;：:]{4,}[\u4e00-\u9fff”》）][ \u3000]+[\u4e00-\u9fff“《（][^。，,；;：:]{3,}")


@dataclass(frozen=True, slots=True)
class Measure:
    """The width of a column: in characters, or where `justified` in half-widths, give or take what type is squeezed."""

    width: int
    justified: bool

    def of(self, line: str) -> int:
        """How wide a line is."""
        return half_widths(line) if self.justified else len(line)

    def is_full(self, line: str, after: str) -> bool:
        """Whether a line reaches the column's right edge; after: the one below, which may have taken its last sign."""
        if self.of(line) >= self.width - SLACK * self.justified:
            return True
        lent = after[:1] in NOT_LAST or (len(after) > 1 and after[1] in NOT_FIRST)
        return lent and self.of(line) >= self.width - 1 - (SLACK + 1) * self.justified

    def is_beyond(self, line: str) -> bool:
        """Whether a line is wider than the column, hanging marks aside."""
        hung = len(line) - len(line.rstrip("".join(NOT_FIRST)))
        return self.of(line) > self.width + min(hung, MOST_HUNG) * (1 + self.justified) + SLACK * self.justified


def find_measure(lines: Sequence[str]) -> Measure | None:
    """The width at which the lines are broken, None where they are not.

    Most of them are full and few of those end a sentence; a list of tips has as many lines and no full stop.
    """
    if len(lines) < 3:
        return None
    measures = [_measure(lines, len, justified=False), _measure(lines, half_widths, justified=True)]
    found = [(_full_lines(measure, lines), measure) for measure in measures]
    full, measure = max(found, key=lambda one: len(one[0]))
    broken = sum(not SENTENCE_END.search(line) for line in full)
    ended = any(map(SENTENCE_END.search, lines)) or len(full) >= ALL_FULL * len(lines)
    prose = ended and any(mark in line for line in full for mark in "。，,")
    wide = NARROWEST <= measure.width / (1 + measure.justified) <= WIDEST
    return measure if wide and prose and len(full) >= FULL * len(lines) and broken >= BROKEN * len(full) else None


def _measure(lines: Sequence[str], width: Callable[[str], int], justified: bool) -> Measure:
    """The width that most lines have."""
    return Measure(Counter(map(width, lines)).most_common(1)[0][0], justified)


def _full_lines(measure: Measure, lines: Sequence[str]) -> list[str]:
    return [line for line in lines if measure.is_full(line, "") and not measure.is_beyond(line)]


def unwrap(lines: Sequence[str], measure: Measure) -> Iterator[str]:
    """The paragraphs of wrapped lines.

    A line that ends at the width goes on, a shorter one ends its paragraph; one that opens with an indent or a dateline
    begins one. A headline ends as no paragraph does, and is known by what stands before it and after it.
    """
    leads = _leads(lines)
    starts = _starts(lines, measure, leads)
    starts |= set(_headline_starts(lines, starts))
    starts |= set(_headline_ends(lines, leads, starts))
    bounds = sorted({0, *starts, len(lines)})
    for first, end in pairwise(bounds):
        yield glued([line.strip() for line in lines[first:end]])


def _starts(lines: Sequence[str], measure: Measure, leads: Sequence[bool]) -> set[int]:
    """Where a paragraph begins by the line before it or by its own first line."""
    indented = any(map(INDENT.match, lines))
    starts: set[int] = set()
    first = 0
    for at in range(1, len(lines)):
        before, line = lines[at - 1], lines[at]
        ended = not measure.is_full(before, line.strip())
        if ended and indented and not SENTENCE_END.search(before) and at - first > 2:
            ended = False
        under = measure.is_beyond(before) and bool(measure.is_full(line, "") or SENTENCE_END.search(line))
        if ended or under or INDENT.match(line) or measure.is_beyond(line) or leads[at]:
            starts.add(at)
            first = at
    return starts


def _leads(lines: Sequence[str]) -> list[bool]:
    """Whether each line, and none under it, opens with a dateline, which may be broken too."""
    joined = ("".join(line.strip() for line in lines[at : at + DATELINE_LINES]) for at in range(len(lines)))
    leads = [*map(is_lead, joined), False]
    return [here and not below for here, below in pairwise(leads)]


def _headline_starts(lines: Sequence[str], starts: set[int]) -> Iterator[int]:
    """Where a headline begins behind a sentence that ended with its line: it ends a paragraph, and no sentence."""
    for end in sorted({*starts, len(lines)}):
        if SENTENCE_END.search(lines[end - 1]):
            continue
        for first in range(end - 1, max(end - 1 - MOST_LINES, 0), -1):
            text = "".join(lines[first:end])
            if first in starts or len(text) > MOST_CHARACTERS or "。" in text:
                break
            if SENTENCE_END.search(lines[first - 1]):
                yield first
                break


def _headline_ends(lines: Sequence[str], leads: Sequence[bool], starts: set[int]) -> Iterator[int]:
    """Where the text begins under a headline that fills its last line, as a dateline in brackets may."""
    for first in sorted({at for at in (0, *starts) if not leads[at]}):
        for end in range(first + 1, min(first + MOST_LINES, len(lines))):
            text = "".join(line.strip() for line in lines[first:end])
            if end in starts or len(text) > MOST_CHARACTERS:
                break
            last = end + 1 in {*starts, len(lines)} and not SENTENCE_END.search(lines[end])
            if not last and (COLUMN_NAME.fullmatch(text) or PARTED.fullmatch(text)):
                yield end
                break


def glued(lines: Sequence[str]) -> str:
    """Broken lines as one; a blank only where two Latin words meet."""
    return "".join([*lines[:1], *(" " * _meet_latin(left, right) + right for left, right in pairwise(lines))])


def _meet_latin(left: str, right: str) -> bool:
    return (left[-1:] + right[:1]).isascii() and left[-1:].isalpha() and right[:1].isalpha()
