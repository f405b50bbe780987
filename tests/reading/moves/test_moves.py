"""Moves: the search over all of them at once finds what plain loops over each of them find."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.headlines.score import score_headlines
from reading.stories.flow import text_flow
from reading.stories.moves import Move, ScoreTables, find_move, make_move
from reading.stories.search import MOST_MOVES, score_tables
from tests.reading.stories.plain_moves import all_moves
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


def agree(stories: list[list[int]], tables: ScoreTables) -> Move | None:
    """The move that the search finds, once it is known to be the best of all or as good."""
    found, gains = find_move(stories, tables), dict(all_moves(stories, tables))
    best = max(gains.values(), default=0.0)
    if found:
        named = found.source, found.first, found.last, found.target, found.place
        assert found.gain == pytest.approx(gains[named], rel=CLOSE, abs=CLOSE)
        assert found.gain == pytest.approx(best, rel=CLOSE, abs=CLOSE)
    else:
        assert best <= CLOSE
    return found


@st.composite
def small_pages(draw: st.DrawFn) -> tuple[list[list[int]], ScoreTables]:
    """Up to nine texts in up to four stories, any of them empty, with any tables."""
    stories, texts = draw(st.integers(1, 4)), draw(st.integers(1, 9))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    homes = np.sort(rng.integers(0, stories, texts))
    head = rng.random(texts) < 0.25
    shared = np.triu(rng.gamma(1.0, 60.0, (texts, texts)) * (rng.random((texts, texts)) < 0.5), 1)
    tables = ScoreTables(
        steps=(
            rng.normal(0.0, 4.0, (texts + 1, texts + 1)) * (1 - np.eye(texts + 1)[-1][:, None] * np.eye(texts + 1)[-1])
        ).astype(np.float32),
        shared=(shared + shared.T).astype(np.float32),
        total=rng.gamma(2.0, 250.0, texts).astype(np.float32),
        heads=(head[:, None] & (homes[:, None] == np.arange(stories))).astype(np.float32),
        brief=rng.random(texts) < 0.4,
        atomic=np.append(rng.random(texts) < 0.35, False),
        loose_start=np.append(rng.random(texts) < 0.4, False),
        loose_end=np.append(rng.random(texts) < 0.5, False),
        lead=np.append(rng.random(texts) < 0.3, False),
        certain=rng.gamma(2.0, 2.0, stories).astype(np.float32),
    )
    return [
        [text for text in range(texts) if homes[text] == story and not head[text]] for story in range(stories)
    ], tables


@given(small_pages())
def test_the_search_is_the_plain_one(small_page: tuple[list[list[int]], ScoreTables]) -> None:
    """Of all moves on any tables the search finds the one that gains most, or one as good, and what it gains."""
    agree(*small_page)


@pytest.mark.parametrize("name", PAGES)
def test_the_search_is_the_plain_one_on_pages(name: str) -> None:
    """On a page's own tables both agree, move after move until none gains."""
    rows = rows_of(*PAGES[name])
    joins = joins_of(rows)
    titles = score_headlines(rows, joins, MODELS.reader)
    flow = text_flow(rows, titles > 0)
    tables, member = score_tables(flow, joins, titles), np.maximum.accumulate(flow.opens)
    stories = [np.flatnonzero((member == story) & ~flow.head).tolist() for story in range(flow.stories)]
    for _ in range(MOST_MOVES):
        if not (move := agree(stories, tables)):
            break
        stories = make_move(stories, move)
    assert sorted(text for story in stories for text in story) == np.flatnonzero(~flow.head).tolist()


@given(small_pages())
def test_a_move_loses_nothing(small_page: tuple[list[list[int]], ScoreTables]) -> None:
    """A run goes whole and in its order, and every text still stands in one story, once."""
    stories, tables = small_page
    if move := find_move(stories, tables):
        run = stories[move.source][move.first : move.last + 1]
        moved = make_move(stories, move)
        assert sorted(text for story in moved for text in story) == sorted(text for story in stories for text in story)
        (home,) = [story for story in moved if run[0] in story]
        assert home[home.index(run[0]) :][: len(run)] == run
        assert all(pair in [*pairwise(home)] for pair in pairwise(run))


def test_texts_alike_come_together() -> None:
    """A text that shares all with the next story and nothing with its own goes there, and only if that is worth it."""
    move = find_move([[0, 1], [2, 3]], alike(quiet(4, 2), 1, 2))
    assert move
    assert (move.source, move.first, move.last, move.target) == (0, 1, 1, 1)
    assert find_move([[0, 1], [2, 3]], alike(quiet(4, 2), 1, 2, 20)) is None


def quiet(texts: int, stories: int) -> ScoreTables:
    """Tables under which no text wants to go anywhere: each holds 300 nats and shares nothing."""
    nothing, plain = np.zeros((texts, texts), np.float32), np.zeros(texts, np.bool_)
    steps, heads = np.zeros((texts + 1, texts + 1), np.float32), np.zeros((texts, stories), np.float32)
    edges, certain = [np.zeros(texts + 1, np.bool_)] * 4, np.zeros(stories, np.float32)
    return ScoreTables(steps, nothing, np.full(texts, 300, np.float32), heads, plain, *edges, certain)


def with_value(values: np.ndarray, value: float, *places: tuple[int, ...]) -> np.ndarray:
    """The array with a value at the places."""
    changed = values.copy()
    for place in places:
        changed[place] = value
    return changed


def alike(tables: ScoreTables, one: int, other: int, nats: float = 200) -> ScoreTables:
    """The tables with two texts that share so much."""
    return replace(tables, shared=with_value(tables.shared, nats, (one, other), (other, one)))


def gain(stories: list[list[int]], tables: ScoreTables, *move: int) -> float:
    """What a move (source, first, last, target, place) gains."""
    return dict(all_moves(stories, tables))[move]  # type: ignore[index]


def test_the_end_of_a_story_goes_to_its_neighbour_more_easily() -> None:
    """A column's end stands before or behind the next story, seldom two away; empty stories do not count."""
    tables = quiet(4, 4)
    near = gain([[0, 1], [2], [3]], tables, 0, 1, 1, 1, 1)
    assert near > gain([[0, 1], [2], [3]], tables, 0, 1, 1, 2, 1) + 3
    assert (
        near == gain([[0, 1], [], [2], [3]], tables, 0, 1, 1, 2, 1) == gain([[2], [0, 1], [3]], tables, 1, 1, 1, 0, 1)
    )
    assert near > gain([[1, 0], [2], [3]], tables, 0, 0, 0, 1, 1) + 3


def test_every_move_costs() -> None:
    """Most within a story and far away, something next door."""
    tables = quiet(4, 3)
    stories = [[0, 1], [2], [3]]
    assert gain(stories, tables, 0, 1, 1, 2, 1) < gain(stories, tables, 0, 1, 1, 1, 1) < -1
    assert find_move(stories, tables) is None


def test_what_costs_more_to_move() -> None:
    """More than three texts, nothing but lines, what would open a story, all that stands under a headline."""
    tables = quiet(9, 2)
    stories = [[8, 0, 1, 2, 3], [4, 5]]
    two, three, four = (gain(stories, tables, 0, first, 4, 1, 2) for first in (3, 2, 1))
    assert two == three > four + 1
    lines = replace(tables, brief=with_value(tables.brief, True, (2,), (3,)))
    assert gain(stories, lines, 0, 3, 4, 1, 2) < two - 1
    assert gain(stories, lines, 0, 2, 4, 1, 2) == three
    assert gain(stories, tables, 0, 3, 4, 1, 0) < gain(stories, tables, 0, 3, 4, 1, 1) == two
    headed = replace(tables, heads=with_value(tables.heads, 1, (7, 0)))
    assert gain([[3], [4, 5]], headed, 0, 0, 0, 1, 2) < gain([[3], [4, 5]], tables, 0, 0, 0, 1, 2) - 1
    loose = replace(headed, loose_start=with_value(tables.loose_start, True, (2,)))
    assert gain(stories, loose, 0, 3, 4, 1, 2) == two


def under_headlines(*loose: int) -> ScoreTables:
    """Two stories of three texts under headlines, 6 and 7; of the texts some begin in mid-sentence."""
    tables = quiet(8, 2)
    starts = with_value(tables.loose_start, True, *((text,) for text in loose))
    return replace(tables, heads=with_value(tables.heads, 1, (6, 0), (7, 1)), loose_start=starts)


def test_what_is_at_home_moves_dearly() -> None:
    """Its start is whole, and it is not brief with an open end, nor stands between what is open on both sides."""
    stories, end, midst = [[0, 1, 2], [3, 4, 5]], (0, 2, 2, 1, 3), (0, 1, 1, 1, 3)
    settled = gain(stories, under_headlines(), *end)
    assert settled < gain(stories, under_headlines(2), *end) - 1
    assert settled == gain(stories, under_headlines(1), *end) == gain(stories, under_headlines(3), *end)
    assert gain(stories, quiet(8, 2), *end) == gain(stories, under_headlines(2), *end)
    ended = replace(under_headlines(), loose_end=with_value(np.zeros(9, np.bool_), 1, (2,)))
    assert settled < gain(stories, ended, *end) - 1
    long, longer = [[0, 1, 2, 6], [3, 4, 5]], (0, 0, 2, 1, 3)
    assert gain(long, ended, *longer) == gain(long, under_headlines(), *longer)
    settled, parted = (gain(stories, under_headlines(*loose), *midst) for loose in ((), (2,)))
    assert settled == parted
    parted = gain(stories, replace(under_headlines(2), loose_end=with_value(np.zeros(9, np.bool_), 1, (0,))), *midst)
    assert settled < parted - 1


def test_a_strayed_run_goes_home_where_its_start_is_loose() -> None:
    """What would carry a text on as well, and begins as a sentence does, stays where it stands."""
    steps = np.zeros((9, 9), np.float32)
    steps[0, 5] = 4
    stories = [[0], [3, 4, 5]]
    move = find_move(stories, replace(under_headlines(5), steps=steps))
    assert move
    assert (move.source, move.first, move.last, move.target, move.place) == (1, 2, 2, 0, 1)
    assert find_move(stories, replace(under_headlines(), steps=steps)) is None


def test_a_lead_stays_under_its_headline() -> None:
    """Right under it, where there is one; any other text of the story moves as ever."""
    stories, tables = [[0, 1, 2], [3, 4, 5]], under_headlines()
    lead = replace(tables, lead=with_value(tables.lead, True, (0,)))
    assert gain(stories, lead, 0, 0, 0, 1, 3) < gain(stories, tables, 0, 0, 0, 1, 3) - 4
    assert gain(stories, lead, 0, 0, 1, 1, 3) < gain(stories, tables, 0, 0, 1, 1, 3) - 4
    assert gain(stories, lead, 0, 1, 1, 1, 3) == gain(stories, tables, 0, 1, 1, 1, 3)
    later, bare = replace(tables, lead=with_value(tables.lead, True, (1,))), quiet(8, 2)
    assert gain(stories, later, 0, 1, 1, 1, 3) == gain(stories, tables, 0, 1, 1, 1, 3)
    assert gain(stories, replace(bare, lead=lead.lead), 0, 0, 0, 1, 3) == gain(stories, bare, 0, 0, 0, 1, 3)


def test_the_surer_a_headline_the_less_gladly_it_is_left_bare() -> None:
    """All that stands under it; a part of that is not asked."""
    tables = under_headlines()
    doubtful, sure = (replace(tables, certain=np.array([value, 0], np.float32)) for value in (1, 9))
    assert gain([[0], [3]], sure, 0, 0, 0, 1, 1) < gain([[0], [3]], doubtful, 0, 0, 0, 1, 1) - 4
    assert gain([[0, 1], [3]], sure, 0, 1, 1, 1, 1) == gain([[0, 1], [3]], doubtful, 0, 1, 1, 1, 1)


def test_what_a_headline_names_goes_under_it() -> None:
    """What a text shares with the lines over a story draws it there as other texts do."""
    tables = quiet(4, 2)
    headed = replace(tables, heads=with_value(tables.heads, 1, (3, 1)))
    assert find_move([[0, 1], [2]], headed) is None
    move = find_move([[0, 1], [2]], alike(headed, 1, 3, 280))
    assert move
    assert (move.source, move.first, move.target) == (0, 1, 1)


def test_what_is_shared_counts_the_more_the_less_is_held() -> None:
    """Against what a text holds and what the rest of a story holds; what it shares where it stands keeps it there."""
    tables = quiet(4, 2)
    move = (0, 1, 1, 1, 1)
    drawn = gain([[0, 1], [2]], alike(tables, 1, 2), *move)
    assert drawn > gain([[0, 1], [2]], tables, *move) + 5
    assert gain([[0, 1], [2]], replace(alike(tables, 1, 2), total=tables.total * 3), *move) < drawn - 3
    large = replace(alike(tables, 1, 2), total=with_value(tables.total, 3000, (2,)))
    assert drawn - 8 < gain([[0, 1], [2]], large, *move) < drawn - 2
    assert gain([[0, 1], [2]], alike(alike(tables, 1, 2), 0, 1), *move) == pytest.approx(
        gain([[0, 1], [2]], tables, *move)
    )


def test_a_list_stays_with_its_title() -> None:
    """What is tied is never taken apart, however much it would gain."""
    steps = np.zeros((4, 4), dtype=np.float32)
    steps[0, 2] = steps[2, 3] = 40
    free = replace(quiet(3, 2), steps=steps)
    tied = replace(free, atomic=np.array([True, True, False, False]))
    assert find_move([[0, 1], [2]], tied) is None
    assert find_move([[0, 1], [2]], free)


@pytest.mark.parametrize(("texts", "moves"), [(12, True), (13, False)])
def test_a_run_of_more_than_twelve_texts_is_no_move(texts: int, moves: bool) -> None:
    """So long a run is a story: beside one of thirteen that must not be torn, twelve texts may move, thirteen not."""
    count = texts + 13
    steps = np.full((count + 1, count + 1), -60, dtype=np.float32)
    steps[-1, :], steps[:, -1] = 0, 0
    for left, right in pairwise(range(count)):
        steps[left, right] = 60
    tables = replace(quiet(count, 2), steps=steps, total=np.ones(count, np.float32))
    assert bool(find_move([list(range(texts)), list(range(texts, count))], tables)) is moves
