"""Work shared between processes, where that pays."""

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from articles.article import Article
from articles.errors import InputError
from articles.page import Page

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = tuple[Sequence[Any], "Future[list[Any]]"]
# What is called with how many more pages are done.
Count = Callable[[int], object]

# Seconds of one core of an office computer: to start a worker, which imports what it needs and loads its models; to
# read a page with a layout, or of text alone; to label or summarize an article.
START = 0.8
LAID_OUT, TEXT, ARTICLE = 0.3, 0.009, 0.002
# Runs for each process: the last one to end keeps the others waiting for a sixteenth of its share at most.
RUNS_A_JOB = 16
KILLED = InputError("a process that shared the work was killed", "close other programs, or ask for fewer --jobs")


def seconds(item: Page | Article) -> float:
    """What there is to do about a page or an article, in seconds of one core."""
    return ARTICLE if isinstance(item, Article) else LAID_OUT if item.layout else TEXT


def uncounted(pages: int) -> None:
    """Counts for nobody."""


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int, cost: Callable[[Item], float]
) -> Iterator[Result]:
    """The results of the items in their order, as they are done.

    function: goes to each worker once, with all that it holds. cost: of an item in seconds; a process more works only
    where it finds more to do than its start takes. This process works like the others.
    """
    jobs = min(jobs, int(sum(map(cost, items)) / START), len(items))
    if jobs < 2:
        yield from map(function, items)
        return
    size = max(1, len(items) // (jobs * RUNS_A_JOB))
    runs = [items[start : start + size] for start in range(0, len(items), size)]
    yield from _shared(function, runs, jobs - 1)


def _shared(function: Callable[[Item], Result], runs: Sequence[Sequence[Item]], workers: int) -> Iterator[Result]:
    from concurrent.futures import Future  # imported late: few calls have so much to do
    from multiprocessing import get_context

    spawned = get_context("spawn")  # what is forked would hold half of our threads' locks
    results: list[Future[list[Result]]] = [Future() for _ in runs]
    todo = deque(zip(runs, results, strict=True))
    processes = []
    try:
        for _ in range(workers):
            ours, its = spawned.Pipe()
            processes.append(spawned.Process(target=_serve, args=(function, its), daemon=True))
            processes[-1].start()
            its.close()
            Thread(target=_ask, args=(ours, todo), daemon=True).start()
        for result in results:
            while not result.done() and (task := _next(todo)):
                task[1].set_result([function(item) for item in task[0]])
            yield from result.result()
    finally:
        todo.clear()
        for process in processes:
            process.terminate()
            process.join()


def _next(todo: deque[Task]) -> Task | None:
    with suppress(IndexError):  # another may have taken the last one
        return todo.popleft()
    return None


def _ask(worker: "Connection", todo: deque[Task]) -> None:
    """Give a worker run after run, until nothing is left."""
    while task := _next(todo):
        try:
            worker.send(task[0])
            answer = worker.recv()
        except (EOFError, OSError):  # it was killed
            answer = KILLED
        if isinstance(answer, Exception):
            task[1].set_exception(answer)
        else:
            task[1].set_result(answer)


def _serve(function: Callable[[Item], Result], calls: "Connection") -> None:
    """What a worker does: it answers run after run, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it hears Ctrl-C, and ends it
    with suppress(EOFError, OSError):
        while True:
            run = calls.recv()
            try:
                answer: object = [function(item) for item in run]
            except Exception as error:  # raised again where the result is awaited
                answer = error
            calls.send(answer)
