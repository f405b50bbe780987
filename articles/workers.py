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
# read a page with a layout, or of text alone; to label or summarize an article.
START = 0.8
LAID_OUT, TEXT, ARTICLE = 0.3, 0.009, 0.002
# Runs for each process: the last one to end keeps the others waiting for an eighth of its share at most.
RUNS_A_JOB = 8


def seconds(item: Page | Article) -> float:
    """What there is to do about a page or an article, in seconds of one core."""
    return ARTICLE if isinstance(item, Article) else LAID_OUT if item.layout else TEXT


def uncounted(pages: int) -> None:
    """Counts for nobody."""


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int, cost: Callable[[Item], float]
) -> Iterator[Result]:
    """The results of the items in their order, as they are done.

    cost: of an item in seconds; a process more works only where it finds more to do than its start takes.
    """
    jobs = min(jobs, int(sum(map(cost, items)) / START), len(items))
    if jobs < 2:
        yield from map(function, items)
        return
    size = max(1, len(items) // (jobs * RUNS_A_JOB))
    yield from _shared(function, [items[start : start + size] for start in range(0, len(items), size)], jobs)


def spread_runs(
    function: Callable[[Sequence[Item]], Sequence[Result]], runs: Iterable[Sequence[Item]], jobs: int, cost: float
) -> Iterator[tuple[Sequence[Item], Sequence[Result]]]:
    """Each run of items with its results, in their order; runs are asked for as processes come to them.

    cost: of all of them in seconds; a process more works only where it finds more to do than its start takes.
    """
    jobs = min(jobs, int(cost / START))
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


def _shared(function: Callable[[Item], Result], runs: Sequence[Sequence[Item]], jobs: int) -> Iterator[Result]:
    for results in _parallel(partial(_each, function), runs, jobs):
        yield from results


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
