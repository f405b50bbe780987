"""The evidence of moves in plain loops: one move after the other, one sum a feature."""

from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from reading.joins.containment import PRIOR
from reading.moves import evidence as e
from reading.moves.candidates import EDGE, LONGEST
from reading.moves.tables import MoveTables

Stories = Sequence[Sequence[int]]
Named = tuple[int, int, int, int, int]
AFFINITIES = "shares with the lesser", "shares with both", "shares with the headline"


def all_moves(stories: Stories, tables: MoveTables) -> Iterator[tuple[Named, Mapping[str, float]]]:
    """Every move that is allowed, as (source, first, last, target, place), with what speaks for it."""
    runs = [
        (source, first, last)
        for source, own in enumerate(stories)
        for first in range(len(own))
        for last in range(first, min(len(own), first + LONGEST))
        if not _tied(own, first, tables) and not _tied(own, last + 1, tables) and not tables.anchored[own[first]]
    ]
    means = _means(stories, tables, runs)
    for source, first, last in runs:
        leaving = _run(stories, tables, source, first, last)
        for target, texts in enumerate(stories):
            belonging = _story(stories, tables, (source, first, last), target, means)
            for place in range(len(texts) + 1):
                inside = source == target and first <= place <= last + 1
                if not inside and not _tied(texts, place, tables):
                    run = stories[source][first : last + 1]
                    there = _gap(stories, tables, run, target, place)
                    steps = _steps(stories[source], first, last, texts, place, tables)
                    yield (source, first, last, target, place), {**steps, **leaving, **belonging, **there}


def _tied(texts: Sequence[int], place: int, tables: MoveTables) -> bool:
    """Whether a list is parted from its title, or a table between its rows, by a cut before the text at a place."""
    return 0 < place < len(texts) and bool(tables.atomic[texts[place - 1]] and tables.atomic[texts[place]])


def _at(texts: Sequence[int], place: int) -> int:
    return texts[place] if 0 <= place < len(texts) else EDGE


def _steps(
    own: Sequence[int], first: int, last: int, texts: Sequence[int], place: int, tables: MoveTables
) -> dict[str, float]:
    """Of each feature of steps, those that a move makes less those that it breaks."""
    left, right = _at(texts, place - 1), _at(texts, place)
    before, after = _at(own, first - 1), _at(own, last + 1)
    made = [(left, own[first]), (own[last], right), (before, after)]
    broken = [(left, right), (before, own[first]), (own[last], after)]
    return {
        name: sum(float(step[pair]) for pair in made) - sum(float(step[pair]) for pair in broken)
        for name, step in tables.steps.items()
    }


def _run(stories: Stories, tables: MoveTables, source: int, first: int, last: int) -> dict[str, float]:
    """What speaks for a run's leaving its place."""
    own, run = stories[source], stories[source][first : last + 1]
    before, after = _at(own, first - 1), _at(own, last + 1)
    headed = bool(tables.headed[source])
    empties = headed and len(run) == len(own)
    start = bool(tables.loose_start[run[0]])
    end = bool(tables.loose_end[run[-1]]) and len(run) <= e.STRAYED
    between = bool(tables.loose_end[before] and tables.loose_start[after])
    return {
        "any move": 1.0,
        "nothing loose": not (start or end or between or not headed or empties),
        "loose start": start,
        "loose end": end,
        "loose end before": bool(tables.loose_end[before]),
        "loose start after": bool(tables.loose_start[after]),
        "loose on both sides": between,
        "under no headline": not headed,
        "after a signature": bool(tables.signed[before]),
        "size": log(len(run)),
        "only short lines": all(tables.brief[text] for text in run),
        "a lead under its headline": headed and not first and bool(tables.lead[run[0]]),
        "right under a byline": not first and bool(tables.bylined[source]),
        "a lead": bool(tables.lead[run[0]]),
        "all but the lead": headed and first == 1 and last + 1 == len(own) and bool(tables.lead[own[0]]),
        "all under its headline": empties,
        "all under its headline, as it is sure": empties * float(tables.certain[source]),
    }


def _gap(stories: Stories, tables: MoveTables, run: Sequence[int], target: int, place: int) -> dict[str, float]:
    """What speaks for a run's coming to a gap."""
    left, right = _at(stories[target], place - 1), _at(stories[target], place)
    ended, begun = bool(tables.loose_end[left]), bool(tables.loose_start[right])
    return {
        "opens a story": left == EDGE != right,
        "fills an empty story": left == EDGE == right,
        "ends a story": right == EDGE,
        "after a loose end": ended,
        "before a loose start": begun,
        "between two that are loose": ended and begun,
        "to no headline": not tables.headed[target],
        "a loose end meets a loose start": ended and bool(tables.loose_start[run[0]]),
        "its loose end meets a loose start": bool(tables.loose_end[run[-1]]) and begun,
    }


def _story(
    stories: Stories, tables: MoveTables, run: tuple[int, int, int], target: int, means: Mapping[str, float]
) -> dict[str, float]:
    """What speaks for a run's belonging to a story rather than to its own."""
    source, first, last = run
    filled = [bool(texts) for texts in stories]
    beside = source != target and not any(filled[min(source, target) + 1 : max(source, target)])
    texts = stories[source][first : last + 1]
    there, here = (_affinity(stories, tables, texts, story) for story in (target, source))
    places = {
        "at home": source == target,
        "beside": beside,
        "next to its place": beside and last + 1 == len(stories[source]),
    }
    shares = {name: (there[name] - here[name]) / means[name] for name in AFFINITIES}
    shares[AFFINITIES[2]] = max(-e.MOST_BEYOND, min(e.MOST_BEYOND, shares[AFFINITIES[2]]))
    strange = {f"{name}, among strangers": shares[name] * means["strange"] for name in AFFINITIES[1:]}
    strange["any move, among strangers"] = means["strange"]
    return shares | strange | places


def _means(stories: Stories, tables: MoveTables, runs: Sequence[tuple[int, int, int]]) -> dict[str, float]:
    """What a text shares with its own story, at the mean of those that share anything."""
    own = [_affinity(stories, tables, [stories[at][first]], at) for at, first, last in runs if first == last]
    least = dict(zip(AFFINITIES, (e.LEAST_LESSER, e.LEAST_BOTH, e.LEAST_HEAD), strict=True))
    some = {name: [found[name] for found in own if found[name] > e.ROUNDING] for name in AFFINITIES}
    means = {name: max(least[name], sum(some[name]) / len(some[name]) if some[name] else 0.0) for name in AFFINITIES}
    return means | {
        "strange": _strangeness(stories, tables, [(at, first) for at, first, last in runs if first == last])
    }


def _strangeness(stories: Stories, tables: MoveTables, texts: Sequence[tuple[int, int]]) -> float:
    """How strange the stories are to each other: what each text shares with the next best one beside its own."""
    own = others = 0.0
    for at, first in texts:
        shares = [
            _affinity(stories, tables, [stories[at][first]], story)["shares with both"] for story in range(len(stories))
        ]
        own += shares.pop(at)
        others += max(shares, default=0.0)
    return max(0.0, 1.0 - others / max(own, e.ROUNDING))


def _affinity(stories: Stories, tables: MoveTables, run: Sequence[int], story: int) -> dict[str, float]:
    """What a run shares with a story's other texts and with its headline."""
    others = [text for text in stories[story] if text not in run]
    heads = [text for text in range(len(tables.total)) if tables.heads[text, story]]
    shared = sum(float(tables.shared[one, other]) for one in run for other in others)
    named = sum(float(tables.shared[one, head]) for one in run for head in heads)
    held, rest, headed = (sum(float(tables.total[text]) for text in texts) for texts in (run, others, heads))
    both = sqrt((held + PRIOR) * (rest + PRIOR))
    return dict(
        zip(
            AFFINITIES, (shared / (min(held, rest) + e.ENOUGH), shared / both, named / (headed + e.ENOUGH)), strict=True
        )
    )
