"""Workers: the same results in the same order, whoever does the work."""

from collections.abc import Sequence

import pytest

from articles.workers import RUNS_A_JOB, spread


def doubled(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Each number twice over, and how many came together."""
    return [(2 * number, len(numbers)) for number in numbers]


def test_one_job_takes_item_after_item() -> None:
    """Each result is there before the next item is taken."""
    assert list(spread(doubled, [3, 1, 2], 1)) == [(6, 1), (2, 1), (4, 1)]
    assert list(spread(doubled, [3], 8)) == [(6, 1)]
    assert list(spread(doubled, [], 8)) == []


@pytest.mark.parametrize("count", [2, 9, 40])
def test_two_jobs_give_the_same_in_runs(count: int) -> None:
    """Items are dealt in runs of equal length, some four for each job."""
    done = list(spread(doubled, range(count), 2))
    assert [result for result, _ in done] == [2 * number for number in range(count)]
    assert max(size for _, size in done) == -(-count // (2 * RUNS_A_JOB))
