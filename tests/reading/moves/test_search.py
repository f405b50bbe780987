"""Local search: what each step of a story is worth, and when a loose end is joined."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reading.joins.scores import JoinScores
from reading.moves.flow import TextFlow, text_flow
from reading.moves.search import GLUED, local_search
from reading.moves.tables import move_tables
from reading.rows.rows import TextRows
from tests.stages import joins_of, rows_of
from tests.three_stories import BRIDGE, LIBRARY
from tests.trained import MODELS

CUT = 33
ROWS = rows_of("新馆开馆", LIBRARY[0], LIBRARY[1][:CUT], LIBRARY[1][CUT:], "东门大桥封闭", *BRIDGE)
JOINS = joins_of(ROWS)
TITLES = np.where(np.isin(np.arange(8), (0, 4)), 3, -3).astype(np.float32)
LOOSE, REST = 2, 3


def flow(rows: TextRows = ROWS) -> TextFlow:
    return text_flow(rows, np.isin(np.arange(8), (0, 4)))


def step(left: int, right: int, **changed: Any) -> float:
    """What it is worth that a row comes right after another (-1: a story's start or end), with something changed."""
    rows = replace(ROWS, **{key: value for key, value in changed.items() if hasattr(ROWS, key)})
    joins = replace(JOINS, **{key: value for key, value in changed.items() if hasattr(JOINS, key)})
    steps = move_tables(flow(rows), joins, TITLES).steps
    return sum(MODELS.reader.moves[name] * float(values[left, right]) for name, values in steps.items())


def with_value(values: np.ndarray, value: float, *places: Any) -> np.ndarray:
    changed = values.copy()
    for place in places:
        changed[place] = value
    return changed


def logits(value: float, *places: tuple[int, int]) -> np.ndarray:
    return with_value(JOINS.logits, value, *places)


def test_after_a_loose_end_comes_what_carries_it_on() -> None:
    """The likelier the better, within bounds; how the row begins does not count besides."""
    low, middle, high = (step(LOOSE, REST, logits=logits(value, (LOOSE, REST))) for value in (0, 3, 6))
    assert low < middle < high
    assert step(LOOSE, REST, logits=logits(40, (LOOSE, REST))) == pytest.approx(
        step(LOOSE, REST, logits=logits(30, (LOOSE, REST))), abs=0.01
    )


def test_after_a_whole_text_comes_what_begins_as_a_sentence() -> None:
    """The better it begins the better, and likelier where the page prints it there."""
    values = [step(1, 5, openings=with_value(JOINS.openings, value, 5)) for value in (-9, -6, 0, 3, 9)]
    assert values[0] == values[1] < values[2] < values[3] == values[4]
    assert (
        step(1, 5, follows=with_value(ROWS.follows, True, (1, 5)), lead=ROWS.lead & False)
        > step(1, 5, lead=ROWS.lead & False) + 1
    )


def test_neighbours_share_words() -> None:
    """Of two texts the likelier one next is that which shares more."""
    table = JOINS.table.copy()
    table[6] = np.maximum(table[6], table[1])
    assert step(1, 6, table=table) > step(1, 6)


def test_a_lead_stands_at_a_storys_start() -> None:
    """In the midst of a story it does not belong, unless the page prints it there."""
    lead = with_value(ROWS.lead, True, 6)
    assert step(1, 6) > step(1, 6, lead=lead) + 1
    assert step(5, 6) == step(5, 6, lead=lead)


def test_a_sign_off_or_a_caption_parts() -> None:
    """What stands under it seldom goes on with the story, what stands elsewhere is not asked."""
    below = list(ROWS.below)
    below[5] = rows_of("新馆开馆。", "图为读者在新馆看书。").below[0]
    assert step(5, 6, below=tuple(below)) < step(5, 6) - 1
    assert step(5, 7, below=tuple(below)) == step(5, 7)


def test_a_loose_end_at_a_storys_end_costs() -> None:
    """Whole texts end stories for nothing; at a story's start a text should begin as a sentence."""
    assert step(LOOSE, -1) < step(1, -1) == 0
    assert step(-1, 5, openings=with_value(JOINS.openings, 2, 5)) > step(
        -1, 5, openings=with_value(JOINS.openings, -2, 5)
    )
    assert step(-1, -1) == 0


def loose(**changed: Any) -> tuple[set[int], set[int]]:
    """The rows whose start is loose, and those whose end is."""
    rows = replace(ROWS, **{key: value for key, value in changed.items() if hasattr(ROWS, key)})
    joins = replace(JOINS, **{key: value for key, value in changed.items() if hasattr(JOINS, key)})
    tables = move_tables(flow(rows), joins, TITLES)
    starts, ends = np.flatnonzero(tables.loose_start).tolist(), np.flatnonzero(tables.loose_end).tolist()
    return {row for row in starts if row == REST}, set(ends)


def test_what_does_not_fit_its_neighbour_is_loose() -> None:
    """A start in mid-sentence and an end, unless the text printed there fits, and no other does so by much more."""
    long = with_value(ROWS.headline_like, False, LOOSE)
    torn = with_value(JOINS.openings, -1, REST)
    for here, other, apart in ((4, 5.9, False), (4, 6.1, True), (0.1, -9, False), (-0.1, -9, True)):
        scores = with_value(JOINS.logits, -9, (slice(None), REST), (LOOSE, slice(None)))
        scores = with_value(with_value(scores, here, (LOOSE, REST)), other, (1, REST))
        assert loose(logits=scores, headline_like=long, openings=torn) == (
            ({REST}, {LOOSE}) if apart else (set(), set())
        )
    lost = logits(-9, (slice(None), REST))
    assert loose(logits=lost, headline_like=long, openings=with_value(torn, 1, REST)) == (set(), {LOOSE})
    assert loose(logits=lost, headline_like=long, openings=torn, lead=with_value(ROWS.lead, True, REST)) == (
        set(),
        {LOOSE},
    )
    assert loose(logits=lost, headline_like=long, openings=torn, cut_off=ROWS.cut_off & False) == (set(), set())


def test_a_short_line_is_a_loose_end_where_something_carries_it_on() -> None:
    """A headline never is."""
    lost, brief = logits(-9, (slice(None), REST), (LOOSE, slice(None))), with_value(ROWS.headline_like, True, LOOSE)
    assert loose(logits=lost, headline_like=brief)[1] == set()
    assert loose(logits=with_value(lost, 1, (LOOSE, 7)), headline_like=brief)[1] == {LOOSE}
    headed = with_value(ROWS.cut_off, True, 4)
    assert loose(logits=logits(5, (4, 2), (LOOSE, REST)), cut_off=headed, openings=JOINS.openings)[1] == set()


def solved(rows: TextRows = ROWS, joins: JoinScores = JOINS) -> dict[int, int]:
    return dict(local_search(flow(rows), joins, TITLES, MODELS.reader).joins)


def least(*conditions: str) -> float:
    """The logit from which a loose end is joined, as the models have learned it."""
    weights = MODELS.reader.joins
    told = weights["joined"] + sum(weights[name] for name in conditions)
    return (GLUED - told) / weights["joined, by its logit"]


@pytest.mark.parametrize(("beyond", "joined"), [(0.1, True), (-0.1, False)])
def test_a_loose_end_is_joined_to_the_text_after_it_where_that_is_likely(beyond: float, joined: bool) -> None:
    """Next to it, and where it stands there only by a move."""
    assert (LOOSE in solved(joins=replace(JOINS, logits=logits(least() + beyond, (LOOSE, REST))))) is joined
    rows = replace(ROWS, follows=with_value(ROWS.follows, False, (LOOSE, REST)))
    far = replace(JOINS, logits=logits(least("joined, printed apart") + beyond, (LOOSE, REST)))
    assert (LOOSE in solved(rows, far)) is joined


def test_a_short_line_is_joined_to_a_sentence_on_more() -> None:
    """It may be a sub-head, unless what follows begins in mid-sentence."""
    assert least("joined, under a line") > least() + 1
    rows = replace(ROWS, headline_like=with_value(ROWS.headline_like, True, LOOSE))
    joins = replace(JOINS, logits=logits(least() + 0.5, (LOOSE, REST)))
    whole, torn = (replace(joins, openings=with_value(JOINS.openings, value, REST)) for value in (0.1, -0.1))
    assert LOOSE not in solved(rows, whole)
    assert LOOSE in solved(rows, torn)


def test_whole_texts_are_never_joined() -> None:
    """However well the next one would carry them on."""
    assert 1 not in solved(joins=replace(JOINS, logits=logits(20, (1, 2))))


def test_a_moved_row_knows_what_it_gained() -> None:
    """What comes home from behind the next story is told, with its log odds; what stays is not."""
    rows = rows_of("云岭市图书馆新馆开馆", *LIBRARY[:2], LIBRARY[2][:17], "东门大桥封闭大修", *BRIDGE, LIBRARY[2][17:])
    heads = np.isin(np.arange(9), (0, 4))
    titles = np.where(heads, 3, -3).astype(np.float32)
    found = local_search(text_flow(rows, heads), joins_of(rows), titles, MODELS.reader)
    assert found.orders == ((1, 2, 3, 8), (5, 6, 7))
    assert found.joins == {3: 8}
    assert found.moved.keys() == {8}
    assert found.moved[8] > 0
