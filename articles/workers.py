"""Work shared between processes, where that pays."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from articles.article import Article
from articles.errors import InputError
from articles.lexicon import Lexicon
from articles.page import Page
from articles.words import in_use, using

Item = TypeVar("Item")
Result = TypeVar("Result")
# What is called with how many more pages are done.
Count = Callable[[int], object]

# Seconds of one core of an office computer: to start a worker, which imports what it needs and loads its models; to
# read a page with a layout, or of text alone; to label or to summarize an article.
START = 0.8
LAID_OUT, TEXT, LABEL, SUMMARY = 0.3, 0.009, 0.00025, 0.002
# Runs for each process: the last one to end keeps the others waiting for an eighth of its share at most.
RUNS_A_JOB = 8


def seconds(item: Page | Article) -> float:
    """What there is to do about a page or an article, in seconds of one core."""
    return SUMMARY if isinstance(item, Article) else LAID_OUT if item.layout else TEXT


def uncounted(pages: int) -> None:
    """Counts for nobody."""


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int, cost: Callable[[Item], float]
) -> Iterator[Result]:
    """The results of the items in their order, as they are done.

    cost: of an item in seconds; a process more works only where it finds more to do than its start takes.
    """
    jobs = min(_paying(jobs, sum(map(cost, items))), len(items))
    size = max(1, len(items) // (jobs * RUNS_A_JOB)) if jobs > 1 else 1
    runs = (items[start : start + size] for start in range(0, len(items), size))
    for _, results in _run_by_run(partial(_each, function), runs, jobs):
        yield from results


def spread_runs(
    function: Callable[[Sequence[Item]], Sequence[Result]], runs: Iterable[Sequence[Item]], jobs: int, cost: float
) -> Iterator[tuple[Sequence[Item], Sequence[Result]]]:
    """Each run of items with its results, in their order; runs are asked for as processes come to them.

    cost: of all of them in seconds; a process more works only where it finds more to do than its start takes.
    """
    return _run_by_run(function, runs, _paying(jobs, cost))


def _paying(jobs: int, cost: float) -> int:
    return max(1, min(jobs, int(cost / START)))


def _run_by_run(
    function: Callable[[Sequence[Item]], Sequence[Result]], runs: Iterable[Sequence[Item]], jobs: int
) -> Iterator[tuple[Sequence[Item], Sequence[Result]]]:
    if jobs < 2:
        yield from ((run, function(run)) for run in runs)
        return
    held: deque[Sequence[Item]] = deque()

    def holding() -> Iterator[Sequence[Item]]:
        for run in runs:
            held.append(run)
            yield run

    for results in _parallel(function, holding(), jobs):
        yield held.popleft(), results


def _parallel(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool  # imported late: few calls have so much to do

    from joblib import Parallel, delayed

    # joblib takes the items from threads of its own, which have no own words.
    lexicon = in_use()
    work = (delayed(_with)(lexicon, function, item) for item in items)
    try:
        yield from Parallel(n_jobs=jobs, return_as="generator", batch_size=1)(work)
    except BrokenProcessPool:
        message = "a process that shared the work was killed"
        raise InputError(message, "close other programs, or ask for fewer --jobs") from None


def _with(lexicon: Lexicon, function: Callable[[Item], Result], item: Item) -> Result:
    with using(lexicon):
        return function(item)


def _each(function: Callable[[Item], Result], run: Sequence[Item]) -> list[Result]:
    return list(map(function, run))
