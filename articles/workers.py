"""Work spread over processes."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Runs for each process: the last one to end keeps the others waiting for a quarter of its share at most.
RUNS_A_JOB = 4


def spread(
    function: Callable[[Sequence[Item]], Sequence[Result]], items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    """The results of the items in their order, as they are done.

    function: gives a result for each of a run of items, and loads once a run what it needs.
    """
    if jobs == 1 or len(items) < 2:
        for item in items:
            yield from function([item])
        return
    from joblib import Parallel, delayed  # imported late: it costs more than reading a page

    size = max(1, -(-len(items) // (jobs * RUNS_A_JOB)))
    runs = (items[start : start + size] for start in range(0, len(items), size))
    for results in Parallel(n_jobs=jobs, return_as="generator")(delayed(function)(run) for run in runs):
        yield from results
