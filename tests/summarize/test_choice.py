"""The choice: what each sentence adds to those before it, and of all sets that fit the length the best."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.bigrams import bigram_codes
from summarize.bigrams import Bigrams, Floats, find_bigrams
from summarize.candidates import Candidate
from summarize.choice import NEW, greedy_max_coverage, knapsack, pool_size
from summarize.length import Length

WORDS = st.text(alphabet="市政协专利医院消费维权", min_size=1, max_size=8)
NINE = Length(sentences=9)
STORIES = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=7)


def candidates_of(texts: Sequence[str], needs: Sequence[bool] = ()) -> list[Candidate]:
    """Sentences of one paragraph; needs: which of them need the one before."""
    return [Candidate(text, 0, at, "", bool(needs) and needs[at]) for at, text in enumerate(texts)]


def greedy(
    texts: Sequence[str], needs: Sequence[bool] = (), length: Length = NINE, **terms: Floats
) -> dict[int, float]:
    """The gains of sentences whose bigrams weigh 1 each unless said otherwise."""
    bigrams, ones = find_bigrams(texts), np.ones(len(texts))
    given = {"weights": np.ones(len(bigrams.codes)), "own": 0 * ones, "factors": ones, "alone": ones} | terms
    return greedy_max_coverage(bigrams, candidates=candidates_of(texts, needs), length=length, **given)


def test_what_is_said_already_adds_nothing() -> None:
    """A sentence that repeats the weightiest never comes, and what is partly said counts by what is new, facts too."""
    gains = greedy(["市政协召开主席会议", "市政协召开主席会议", "专利入园"], length=Length(sentences=3))
    assert gains == {0: 8.0, 2: 3.0}
    gains = greedy(["市政协召开主席会议", "市政协开会", "专利入园"], own=np.array([0.0, 2.0, 0.0]))
    assert gains == {0: 8.0, 2: 3.0, 1: 2 + 2 * 2 / 4}


def test_of_equals_the_earlier_comes_first() -> None:
    """Ties go to the earlier place."""
    assert list(greedy(["医院夜诊", "专利入园", "消费维权"])) == [0, 1, 2]


def test_a_sentence_that_needs_another_waits_for_it() -> None:
    """其中… comes after the sentence before it, however much it says; the first of all needs none."""
    assert list(greedy(["医院", "其中专利授权量增长", "消费维权月"], [False, True, False])) == [2, 0, 1]
    assert next(iter(greedy(["其中专利授权量增长", "医院"], [True, False]))) == 0


def test_facts_and_factors_count() -> None:
    """What a sentence is worth beside its bigrams is added, and its factor multiplies both."""
    texts = ["医院夜诊", "专利入园"]
    assert list(greedy(texts, own=np.array([0.0, 0.5]))) == [1, 0]
    gains = greedy(texts, own=np.array([0.0, 0.5]), factors=np.array([1.0, 0.5]))
    assert gains == {0: 3.0, 1: 1.75}


def test_a_sentence_counts_for_less_without_the_one_before() -> None:
    """As long as that one is not in."""
    alone = np.array([1.0, 0.5, 1.0])
    assert list(greedy(["医院", "专利入园月", "消费维权"], alone=alone)) == [2, 1, 0]
    assert greedy(["医院夜诊忙", "专利入园月", "消费月"], alone=alone) == {0: 4.0, 1: 4.0, 2: 2.0}


def test_what_fits_only_without_the_best_is_passed_over() -> None:
    """It would say what others say that fit; but not where it comes near to the best."""
    texts = ["市政协召开主席会议了", "医院夜诊", "医院夜诊开"]
    assert greedy(texts, length=Length(chars=14)) == {0: 9.0, 1: 3.0}
    weights = np.array([0.5 if code in bigram_codes(texts[0]) else 1.0 for code in find_bigrams(texts).codes])
    assert greedy(texts, weights=weights, length=Length(chars=14)) == {0: 4.5, 2: 4.0}


def test_what_is_too_long_stands_only_where_nothing_else_can() -> None:
    """A short sentence that needs a long one cannot stand either."""
    texts = ["市政协召开主席会议", "医院夜诊"]
    assert list(greedy(texts, length=Length(chars=5))) == [1]
    assert next(iter(greedy(texts, [False, True], Length(chars=5)))) == 0


@given(STORIES, st.integers(1, 8), st.integers(0, 2**32))
def test_the_greedy_choice_is_the_plain_one(story: list[tuple[str, bool]], most: int, seed: int) -> None:
    """In any story each step takes what adds most of what no sentence before it holds, unless it says nothing new."""
    texts, needs = [text for text, _ in story], [need for _, need in story]
    rng = np.random.default_rng(seed)
    bigrams = find_bigrams(texts)
    weights, own, factors, alone = (rng.random(size) for size in (len(bigrams.codes), *[len(texts)] * 3))
    length = Length(sentences=most)
    found = greedy_max_coverage(bigrams, weights, own, factors, alone, candidates_of(texts, needs), length)
    expected = dict(_plain(texts, needs, bigrams, weights, own, factors, alone, most))
    assert list(found) == list(expected)
    assert found == pytest.approx(expected)


def _plain(
    texts: Sequence[str],
    needs: Sequence[bool],
    bigrams: Bigrams,
    weights: Floats,
    own: Floats,
    factors: Floats,
    alone: Floats,
    most: int,
) -> Iterator[tuple[int, float]]:
    weight = dict(zip(bigrams.codes.tolist(), weights.tolist(), strict=True))
    held, done = set[int](), set[int]()
    while len(done) < min(most, len(texts)):
        free = [at for at in range(len(texts)) if at not in done and (not at or not needs[at] or at - 1 in done)]
        codes = {at: set(bigram_codes(texts[at]).tolist()) for at in free}
        new = {at: found - held for at, found in codes.items()}
        share = {at: len(new[at]) / max(len(codes[at]), 1) for at in free}
        free = [at for at in free if not done or share[at] >= NEW]
        if not free:
            return
        factor = {at: factors[at] * (1.0 if at - 1 in done else alone[at]) for at in free}
        worth = {at: (sum(weight[code] for code in new[at]) + own[at] * share[at]) * factor[at] for at in free}
        best = max(free, key=lambda at: (worth[at], -at))
        held |= new[best]
        done.add(best)
        yield best, worth[best]


@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5), st.booleans()), min_size=1, max_size=7),
    st.integers(1, 90),
)
def test_the_knapsack_is_the_best_of_all_sets(story: list[tuple[int, int, bool]], chars: int) -> None:
    """Of all sets that fit, none is worth more; the story's order is kept."""
    candidates = [Candidate("市" * size, 0, at, "", need) for at, (size, _, need) in enumerate(story)]
    gains = {at: float(gain) for at, (_, gain, _) in enumerate(story)}
    chosen = knapsack(candidates, gains, Length(chars=chars))
    assert chosen == sorted(chosen)
    sets = [one for one in _closed_sets(candidates) if sum(story[at][0] for at in one) <= chars]
    if sets:
        worth = {one: sum(gains[at] for at in one) for one in sets}
        assert worth[tuple(chosen)] == pytest.approx(max(worth.values()))
    else:
        top = max(gains.values()) or 1
        assert chosen == [min(gains, key=lambda at: (story[at][0] / chars - gains[at] / top, at))]


def _closed_sets(candidates: Sequence[Candidate]) -> list[tuple[int, ...]]:
    """The sets in which each sentence that needs the one before, if there is one, has it."""
    numbers = range(len(candidates))
    sets = [one for size in numbers for one in combinations(numbers, size + 1)]
    return [one for one in sets if all(not at or not candidates[at].needs_previous or at - 1 in one for at in one)]


def test_of_sets_worth_the_same_the_longer_wins() -> None:
    """A length is used where that costs nothing that matters."""
    candidates = [Candidate("市" * size, 0, at, "", False) for at, size in enumerate((10, 20))]
    assert knapsack(candidates, {0: 1.0, 1: 0.9}, Length(chars=20)) == [0]
    assert knapsack(candidates, {0: 1.0, 1: 1.0}, Length(chars=20)) == [1]


def test_a_length_is_used_to_the_last_character() -> None:
    """What fits exactly is given whole; one character less, and a sentence goes."""
    candidates = [Candidate("市" * size, 0, at, "", False) for at, size in enumerate((10, 20))]
    assert knapsack(candidates, {0: 0.2, 1: 1.0}, Length(chars=30)) == [0, 1]
    assert knapsack(candidates, {0: 0.2, 1: 1.0}, Length(chars=29)) == [1]


def test_what_is_worth_less_than_nothing_is_left_out() -> None:
    """However much room there is."""
    candidates = candidates_of(["市" * 10, "政" * 10])
    assert knapsack(candidates, {0: 1.0, 1: -0.1}, Length(chars=30)) == [0]


def test_the_pool_is_as_large_as_the_length_may_need() -> None:
    """So many sentences as are asked for; of characters the sentences that they may hold, and twenty to spare."""
    assert (pool_size(Length(sentences=3)), pool_size(Length(chars=19)), pool_size(Length(chars=80))) == (3, 20, 24)


def test_what_says_much_brings_what_it_needs() -> None:
    """A sentence that needs one that says little comes with it or not at all."""
    needs = (False, False, True, True)
    candidates = [Candidate("市" * 30, 0, at, "", need) for at, need in enumerate(needs)]
    gains = {0: 1.0, 1: 0.9, 2: 0.01, 3: 0.8}
    assert knapsack(candidates, gains, Length(chars=100)) == [0, 1, 2]
    assert knapsack(candidates, gains, Length(chars=120)) == [0, 1, 2, 3]
