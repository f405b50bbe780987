"""A bar that counts what is done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from articles.workers import Count

# Seconds after which who waits wants to know.
LATE = 1.0


@contextmanager
def counting(what: str, total: int | None = None) -> Iterator[Count]:
    """Gives what is to be called with how many more are done.

    The bar is shown on standard error where that is a terminal, once it takes longer than a second.
    total: None where nobody knows it.
    """
    began, done = time.monotonic(), 0
    show: Callable[[int], None] | None = None

    def count(more: int) -> None:
        nonlocal done, show
        done += more
        if not show and time.monotonic() - began > LATE and sys.stderr.isatty():
            show = _bar(stack, what, total)
        if show:
            show(done)

    with ExitStack() as stack:
        yield count


def _bar(stack: ExitStack, what: str, total: int | None) -> Callable[[int], None]:
    from rich.console import Console  # imported late: it costs more than reading a page
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(file=getattr(sys.stderr, "stream", sys.stderr))  # what it draws with, a terminal shall obey
    bar = stack.enter_context(Progress(*columns, console=console, transient=True, redirect_stdout=False))
    task = bar.add_task(what, total=total)
    return lambda done: bar.update(task, completed=done)
