"""The move search in plain loops, as `reading.stories.moves` defines it: one move after the other, one sum a move."""

from collections.abc import Iterator, Sequence
from math import sqrt

from reading.joins.containment import PRIOR
from reading.stories import moves as m
from reading.stories.moves import EDGE, ScoreTables

Stories = Sequence[Sequence[int]]
Named = tuple[int, int, int, int, int]


def all_moves(stories: Stories, tables: ScoreTables) -> Iterator[tuple[Named, float]]:
    """Every move that is allowed, as (source, first, last, target, place), with what it gains."""
    for source, own in enumerate(stories):
        for first in range(len(own)):
            for last in range(first, min(len(own), first + m.LONGEST)):
                if _tied(own, first, tables) or _tied(own, last + 1, tables):
                    continue
                near = {
                    target: _story_gain(stories, tables, source, first, last, target) for target in range(len(stories))
                }
                for target, texts in enumerate(stories):
                    for place in range(len(texts) + 1):
                        inside = source == target and first <= place <= last + 1
                        if not inside and not _tied(texts, place, tables):
                            gain = near[target] + _step_gain(own, first, last, texts, place, tables)
                            yield (source, first, last, target, place), gain


def _tied(texts: Sequence[int], place: int, tables: ScoreTables) -> bool:
    """Whether a list is parted from its title, or a table between its rows, by a cut before the text at a place."""
    return 0 < place < len(texts) and bool(tables.atomic[texts[place - 1]] and tables.atomic[texts[place]])


def _at(texts: Sequence[int], place: int) -> int:
    return texts[place] if 0 <= place < len(texts) else EDGE


def _step_gain(
    own: Sequence[int], first: int, last: int, texts: Sequence[int], place: int, tables: ScoreTables
) -> float:
    """The steps that a move makes less those that it breaks; what opens a story before its first text pays for it."""
    step = tables.steps.astype(float)
    left, right = _at(texts, place - 1), _at(texts, place)
    before, after = _at(own, first - 1), _at(own, last + 1)
    made = step[left, own[first]] + step[own[last], right] + step[before, after]
    broken = step[left, right] + step[before, own[first]] + step[own[last], after]
    return float(made - broken + m.FIRST * (left == EDGE != right))


def _story_gain(stories: Stories, tables: ScoreTables, source: int, first: int, last: int, target: int) -> float:
    """How much better a run suits another story than its own, less what a move costs."""
    own, run = stories[source], stories[source][first : last + 1]
    filled = [bool(texts) for texts in stories]
    between = sum(filled[min(source, target) + 1 : max(source, target)])
    headed = bool(tables.heads[:, source].any())
    cost = m.MOVE + m.LONG * (len(run) > m.USUAL) + m.BRIEF * all(tables.brief[text] for text in run)
    cost += m.SETTLED * (headed and len(run) < len(own) and not _is_loose(own, first, last, tables))
    cost += m.LED * (headed and not first and bool(tables.lead[run[0]]))
    if headed and len(run) == len(own):
        cost += m.EMPTIED + m.CERTAIN * float(tables.certain[source])
    cost += m.NEAR * (last + 1 == len(own) and source != target and not between)
    return _affinity(stories, tables, run, target) - _affinity(stories, tables, run, source) + cost


def _is_loose(own: Sequence[int], first: int, last: int, tables: ScoreTables) -> bool:
    """Whether a run begins in mid-sentence, or parts two texts that are open to each other."""
    before, after = _at(own, first - 1), _at(own, last + 1)
    brief_end = tables.loose_end[own[last]] and last - first < m.STRAYED
    return bool(tables.loose_start[own[first]] or (tables.loose_end[before] and tables.loose_start[after]) or brief_end)


def _affinity(stories: Stories, tables: ScoreTables, run: Sequence[int], story: int) -> float:
    """How well a run suits a story: what it shares with its other texts and with its headline."""
    others = [text for text in stories[story] if text not in run]
    heads = [text for text in range(len(tables.total)) if tables.heads[text, story]]
    shared = sum(float(tables.shared[one, other]) for one in run for other in others)
    named = sum(float(tables.shared[one, head]) for one in run for head in heads)
    held, rest = (sum(float(tables.total[text]) for text in texts) for texts in (run, others))
    as_part = m.LESSER / (min(held, rest) + m.ENOUGH) + m.BOTH / sqrt((held + PRIOR) * (rest + PRIOR))
    return shared * as_part + m.HEAD * named / (sum(float(tables.total[head]) for head in heads) + m.ENOUGH)
