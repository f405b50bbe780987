"""Moves: the search over all of them at once finds what plain loops over each of them find, and what it weighs."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.headlines.score import score_headlines
from reading.model import Weights
from reading.moves.flow import text_flow
from reading.moves.moves import Move, find_move, make_move
from reading.moves.search import MOST_MOVES, orders_of
from reading.moves.tables import MoveTables, move_tables
from tests.reading.moves.plain_moves import all_moves
from tests.stages import joins_of, rows_of
from tests.three_stories import BRIDGE, LIBRARY, ORCHARD
from tests.trained import MODELS

# The two sum in another order, single floats on one side.
CLOSE = 1e-4
TIPS = ("出门前\n查看天气预报\n带好雨具和饮水", "在山上\n不要离开步道\n遇雷雨远离大树")
PAGES = {
    "in order": ("新馆开馆", *LIBRARY, "果园疏花忙", *ORCHARD, "大桥封闭大修", *BRIDGE),
    "an end carried on": (
        "新馆开馆",
        *LIBRARY[:2],
        LIBRARY[2][:17],
        "大桥封闭大修",
        *BRIDGE,
        LIBRARY[2][17:],
        "果园疏花忙",
        *ORCHARD,
    ),
    "before its headline": (
        LIBRARY[1][30:],
        LIBRARY[2],
        "新馆开馆",
        LIBRARY[0],
        LIBRARY[1][:30],
        "果园疏花忙",
        *ORCHARD,
    ),
    "mixed": (
        "新馆开馆",
        LIBRARY[0],
        ORCHARD[1],
        BRIDGE[2],
        "果园疏花忙",
        ORCHARD[0],
        LIBRARY[2],
        "大桥封闭大修",
        BRIDGE[0],
        ORCHARD[2],
    ),
    "a list with its title": ("新馆开馆", *LIBRARY, "登山", *TIPS, "果园疏花忙", *ORCHARD, LIBRARY[1][50:]),
    "a headline over nothing": ("新馆开馆", "# 征稿启事", "# 果园疏花忙", *ORCHARD, *LIBRARY),
}


def agree(stories: list[list[int]], tables: MoveTables, weights: Weights) -> Move | None:
    """The move that the search finds, once it is known to be the best of all or as good."""
    found = find_move(stories, tables, weights)
    gains = {move: _weighed(evidence, weights) for move, evidence in all_moves(stories, tables)}
    best = max(gains.values(), default=0.0)
    if found:
        named = found.source, found.first, found.last, found.target, found.place
        assert found.gain == pytest.approx(gains[named], rel=CLOSE, abs=CLOSE)
        assert found.gain == pytest.approx(best, rel=CLOSE, abs=CLOSE)
    else:
        assert best <= CLOSE
    return found


def _weighed(evidence: Mapping[str, float], weights: Weights) -> float:
    return sum(weights[name] * value for name, value in evidence.items())


@st.composite
def small_pages(draw: st.DrawFn) -> tuple[list[list[int]], MoveTables, Weights]:
    """Up to nine texts in up to four stories, any of them empty, with any tables and any weights."""
    stories, texts = draw(st.integers(1, 4)), draw(st.integers(1, 9))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    homes = np.sort(rng.integers(0, stories, texts))
    head = rng.random(texts) < 0.25
    shared = np.triu(rng.gamma(1.0, 60.0, (texts, texts)) * (rng.random((texts, texts)) < 0.5), 1)
    steps = rng.normal(0.0, 2.0, (2, texts + 1, texts + 1)).astype(np.float32)
    steps[:, -1, -1] = 0
    flags = [np.append(rng.random(texts) < share, False) for share in (0.35, 0.4, 0.5, 0.3, 0.3, 0.2)]
    tables = MoveTables(
        {"one": steps[0], "other": steps[1]},
        (shared + shared.T).astype(np.float32),
        rng.gamma(2.0, 250.0, texts).astype(np.float32),
        (head[:, None] & (homes[:, None] == np.arange(stories))).astype(np.float32),
        rng.random(texts) < 0.4,
        *flags,
        rng.random(stories) < 0.7,
        rng.gamma(2.0, 2.0, stories).astype(np.float32),
        rng.random(stories) < 0.3,
    )
    weights = {name: float(rng.normal()) for name in ("one", "other", *MODELS.reader.moves)}
    return (
        [[text for text in range(texts) if homes[text] == story and not head[text]] for story in range(stories)],
        tables,
        weights,
    )


@given(small_pages())
def test_the_search_is_the_plain_one(small_page: tuple[list[list[int]], MoveTables, Weights]) -> None:
    """Of all moves on any tables the search finds the one that gains most, or one as good, and what it gains."""
    agree(*small_page)


@pytest.mark.parametrize("name", PAGES)
def test_the_search_is_the_plain_one_on_pages(name: str) -> None:
    """On a page's own tables both agree, move after move until none gains."""
    rows = rows_of(*PAGES[name])
    joins = joins_of(rows)
    titles = score_headlines(rows, joins, MODELS.reader)
    flow = text_flow(rows, titles > 0)
    tables = move_tables(flow, joins, titles)
    stories = [list(order) for order in orders_of(flow)]
    for _ in range(MOST_MOVES):
        if not (move := agree(stories, tables, MODELS.reader.moves)):
            break
        stories = make_move(stories, move)
    assert sorted(text for story in stories for text in story) == np.flatnonzero(~flow.head).tolist()


def test_every_feature_is_learned() -> None:
    """What a page's moves are weighed by is what the models have a weight for, no more and no less."""
    rows = rows_of(*PAGES["mixed"])
    flow = text_flow(rows, score_headlines(rows, joins_of(rows), MODELS.reader) > 0)
    tables = move_tables(flow, joins_of(rows), np.zeros(len(rows.blocks), np.float32))
    _, evidence = next(all_moves([list(order) for order in orders_of(flow)], tables))
    assert set(evidence) == set(MODELS.reader.moves)


@given(small_pages())
def test_a_move_loses_nothing(small_page: tuple[list[list[int]], MoveTables, Weights]) -> None:
    """A run goes whole and in its order, and every text still stands in one story, once."""
    stories, tables, weights = small_page
    if move := find_move(stories, tables, weights):
        run = stories[move.source][move.first : move.last + 1]
        moved = make_move(stories, move)
        assert sorted(text for story in moved for text in story) == sorted(text for story in stories for text in story)
        (home,) = [story for story in moved if run[0] in story]
        assert home[home.index(run[0]) :][: len(run)] == run
        assert all(pair in [*pairwise(home)] for pair in pairwise(run))


def quiet(texts: int, stories: int) -> MoveTables:
    """Tables under which no text wants to go anywhere: each holds 300 nats and shares nothing."""
    nothing, plain = np.zeros((texts, texts), np.float32), np.zeros(texts, np.bool_)
    steps = {"join": np.zeros((texts + 1, texts + 1), np.float32)}
    edges, certain = [np.zeros(texts + 1, np.bool_)] * 6, np.zeros(stories, np.float32)
    heads = np.zeros((texts, stories), np.float32)
    headed, bylined = np.zeros((2, stories), np.bool_)
    return MoveTables(steps, nothing, np.full(texts, 300, np.float32), heads, plain, *edges, headed, certain, bylined)


def with_value(values: np.ndarray, value: float, *places: tuple[int, ...]) -> np.ndarray:
    """The array with a value at the places."""
    changed = values.copy()
    for place in places:
        changed[place] = value
    return changed


def alike(tables: MoveTables, one: int, other: int, nats: float = 200) -> MoveTables:
    """The tables with two texts that share so much."""
    return replace(tables, shared=with_value(tables.shared, nats, (one, other), (other, one)))


def joined(tables: MoveTables, left: int, right: int, logit: float) -> MoveTables:
    """The tables with a text that carries on another in mid-sentence."""
    return replace(tables, steps={**tables.steps, "join": with_value(tables.steps["join"], logit, (left, right))})


def gain(stories: list[list[int]], tables: MoveTables, *move: int) -> float:
    """What a move (source, first, last, target, place) gains."""
    return _weighed(dict(all_moves(stories, tables))[move], MODELS.reader.moves)  # type: ignore[index]


def under_headlines(*loose: int) -> MoveTables:
    """Two stories of three texts under headlines, 6 and 7; of the texts some begin in mid-sentence."""
    tables = quiet(8, 2)
    starts = with_value(tables.loose_start, True, *((text,) for text in loose))
    heads, sure = with_value(tables.heads, 1, (6, 0), (7, 1)), np.full(2, 9.0, np.float32)
    return replace(tables, heads=heads, headed=np.ones(2, np.bool_), certain=sure, loose_start=starts)


def test_what_stands_well_stays() -> None:
    """Where nothing speaks for a move, each costs; the end of a story goes next door before it goes further."""
    tables, stories = under_headlines(), [[0, 1, 2], [3, 4, 5]]
    assert find_move(stories, tables, MODELS.reader.moves) is None
    wide = replace(quiet(6, 3), headed=np.ones(3, np.bool_), certain=np.full(3, 9.0, np.float32))
    far, near = (gain([[0, 1], [2, 3], [4, 5]], wide, 0, 1, 1, target, 2) for target in (2, 1))
    assert far < near < -1


def test_a_strayed_run_goes_home_where_its_start_is_loose() -> None:
    """What would carry a text on, and begins as a sentence does, gains less by it."""
    stories, move = [[0, 1, 2], [3, 4, 5]], (1, 2, 2, 0, 3)
    loose = replace(under_headlines(5), loose_end=with_value(np.zeros(9, np.bool_), 1, (2,)))
    found = find_move(stories, joined(loose, 2, 5, 8), MODELS.reader.moves)
    assert found
    assert (found.source, found.first, found.last, found.target, found.place) == move
    assert gain(stories, joined(loose, 2, 5, 8), *move) > gain(stories, joined(under_headlines(), 2, 5, 8), *move) + 1


def test_what_shares_more_with_another_story_is_drawn_there() -> None:
    """With its texts and with its headline; what a text shares where it stands keeps it there."""
    tables, stories, move = under_headlines(), [[0, 1, 2], [3, 4, 5]], (0, 2, 2, 1, 3)
    settled = gain(stories, tables, *move)
    assert gain(stories, alike(tables, 2, 4), *move) > settled + 1
    assert gain(stories, alike(tables, 2, 7), *move) > settled + 1
    assert gain(stories, alike(tables, 2, 0), *move) < settled


def test_the_surer_a_headline_the_less_gladly_it_is_left_bare() -> None:
    """All that stands under it; a part of that is not asked."""
    tables = under_headlines()
    doubtful, sure = (replace(tables, certain=np.array([value, 0], np.float32)) for value in (1, 9))
    assert gain([[0], [3]], sure, 0, 0, 0, 1, 1) < gain([[0], [3]], doubtful, 0, 0, 0, 1, 1) - 1
    assert gain([[0, 1], [3]], sure, 0, 1, 1, 1, 1) == gain([[0, 1], [3]], doubtful, 0, 1, 1, 1, 1)


def test_what_stands_right_under_a_byline_stays() -> None:
    """The byline names who wrote it; and a lead is not left without its story."""
    tables, stories = under_headlines(), [[0, 1, 2], [3, 4, 5]]
    signed = replace(tables, bylined=np.array([True, False]))
    for last in (0, 2):
        assert gain(stories, signed, 0, 0, last, 1, 3) < gain(stories, tables, 0, 0, last, 1, 3)
    assert gain(stories, signed, 0, 1, 2, 1, 3) == gain(stories, tables, 0, 1, 2, 1, 3)
    led = replace(tables, lead=with_value(tables.lead, True, (0,)))
    assert gain(stories, led, 0, 1, 2, 1, 3) < gain(stories, tables, 0, 1, 2, 1, 3) - 1
    assert gain(stories, led, 0, 2, 2, 1, 3) == gain(stories, tables, 0, 2, 2, 1, 3)


def test_a_list_stays_with_its_title() -> None:
    """What is tied is never taken apart, however much it would gain."""
    free = joined(joined(quiet(3, 2), 0, 2, 40), 2, 1, 40)
    tied = replace(free, atomic=np.array([True, True, False, False]))
    moved, kept = (find_move([[0, 1], [2]], one, MODELS.reader.moves) for one in (free, tied))
    assert moved
    assert moved.source == 0 or moved.place == 1
    assert kept is None or (kept.source, kept.place) in {(0, 0), (1, 0), (1, 2)}


@pytest.mark.parametrize(("texts", "moves"), [(12, True), (13, False)])
def test_a_run_of_more_than_twelve_texts_is_no_move(texts: int, moves: bool) -> None:
    """So long a run is a story: beside one of thirteen that must not be torn, twelve texts may move, thirteen not."""
    count = texts + 13
    steps = np.full((count + 1, count + 1), -60, dtype=np.float32)
    steps[-1, :], steps[:, -1] = 0, 0
    for left, right in pairwise(range(count)):
        steps[left, right] = 60
    tables = replace(quiet(count, 2), steps={"join": steps}, total=np.ones(count, np.float32))
    stories = [list(range(texts)), list(range(texts, count))]
    assert bool(find_move(stories, tables, MODELS.reader.moves)) is moves
