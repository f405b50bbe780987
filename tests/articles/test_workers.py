"""Workers: the same results in the same order, whoever does the work, and none where it does not pay."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import InputError
from articles.page import Page
from articles.workers import LAID_OUT, START, seconds, spread, spread_runs
from tests.laid_out import layout

DEAR = START  # an item that is worth a worker of its own


def where(number: int) -> tuple[int, int]:
    """Twice a number, and the process that found it."""
    return 2 * number, os.getpid()


def cost(number: int) -> float:
    return DEAR


def broken(number: int) -> int:
    if number == 5:
        raise InputError(f"{number} is broken", "give another")
    return number


def killed(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize(("count", "jobs"), [(3, 1), (1, 8), (0, 8), (40, 1)])
def test_one_process_takes_item_after_item(count: int, jobs: int) -> None:
    """Without another job, or another item, each result is there before the next item is taken."""
    taken: list[int] = []
    done = spread(lambda number: taken.append(number) or len(taken), range(count), jobs, cost)
    assert [(result, len(taken)) for result in done] == [(at + 1, at + 1) for at in range(count)]


@pytest.mark.parametrize("count", [2, 9, 70])
def test_two_jobs_give_the_same_in_the_same_order(count: int) -> None:
    """Two processes share the items."""
    done = list(spread(where, range(count), 2, cost))
    assert [result for result, _ in done] == [2 * number for number in range(count)]
    assert len({process for _, process in done} - {os.getpid()}) <= 2


def test_a_worker_starts_only_where_it_pays() -> None:
    """Each process must find more to do than its start takes: a hundred pages of text are read by one."""
    text, laid_out = Page("", "1.txt"), Page("", "1.pdf", layout=layout())
    article = Article("a", "a.txt", date=date(2025, 4, 9), page=1, headline="云岭", body=("云岭。",))
    assert seconds(article) < seconds(text) < seconds(laid_out) == LAID_OUT
    for item, few, many in ((text, 100, 200), (laid_out, 5, 6), (article, 700, 900)):
        assert [_starts(seconds(item), count) for count in (few, many)] == [False, True]


def _starts(each: float, count: int) -> bool:
    """Whether another process works."""
    done = spread(where, range(count), 2, lambda number: each)
    return {process for _, process in done} != {os.getpid()}


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    """As it would be without one."""
    with pytest.raises(InputError, match="5 is broken; give another"):
        list(spread(broken, range(9), 2, cost))


def test_a_worker_that_is_killed_is_told() -> None:
    """On one line with its cure."""
    with pytest.raises(InputError, match="ask for fewer --jobs"):
        list(spread(killed, range(40), 2, cost))


SCRIPT = """
import signal, time
from articles.workers import spread

def slow(number):
    print(number, flush=True)
    time.sleep(60)

if __name__ == "__main__":
    # A runner in the background starts its children deaf to Ctrl-C; this one is to hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    list(spread(slow, range(9), 2, lambda number: 1.0))
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no groups of processes")
@pytest.mark.parametrize("everybody", [False, True])
def test_ctrl_c_leaves_nobody_behind(everybody: bool, tmp_path: Path) -> None:
    """Whether this process alone hears it or its workers too, it ends at once and so do they."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    house = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env=house
    ) as process:
        assert process.stdout
        assert process.stderr
        assert {process.stdout.readline() for _ in range(2)} == {b"0\n", b"1\n"}
        (os.killpg if everybody else os.kill)(process.pid, signal.SIGINT)
        told = process.stderr.read()
    assert told.endswith(b"KeyboardInterrupt\n")
    assert told.count(b"Traceback") == 1
    end = time.monotonic() + 10
    while _lives(process.pid):
        assert time.monotonic() < end
        time.sleep(0.05)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def doubled(run: Sequence[int]) -> list[tuple[int, int]]:
    return list(map(where, run))


def test_runs_are_spread_as_items_are() -> None:
    """Each with its results, in their order, by other processes only where that pays."""
    runs = [[1, 2], [3], [4, 5, 6], [7]]
    for cost, others in ((0.1, False), (9 * START, True)):
        done = list(spread_runs(doubled, iter(runs), 2, cost))
        assert [run for run, _ in done] == runs
        assert [twice for _, results in done for twice, _ in results] == [2, 4, 6, 8, 10, 12, 14]
        assert (os.getpid() not in {process for _, results in done for _, process in results}) is others
