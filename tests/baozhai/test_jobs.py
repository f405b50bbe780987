"""`--jobs` and the bar: pages are shared and counted, and nothing else changes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import articles.workers
from articles.layout import Layout
from baozhai.cli import main
from baozhai.inputs import gather_inputs
from tests.laid_out import layout
from tests.pdfs import LOCKED, printed
from tests.three_stories import LIBRARY

SAMPLE = Path(__file__).parents[2] / "seeds" / "pages" / "2025-03-15-p01.pdf"
TEXT = "\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY))
# The command, with a bar from the first page on.
EAGER = "import baozhai.progress; baozhai.progress.LATE = 0.0; from baozhai.cli import main; main()"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of text, PDF files of one page and of several, and some that fail."""
    place = tmp_path_factory.mktemp("pages")
    shutil.copy(SAMPLE, place)
    for number in (2, 3):
        (place / f"2025-03-15-p{number:02}.pdf").write_bytes(printed(layout()))
    (place / "2025-03-15-p04.txt").write_text(TEXT, "utf-8")
    (place / "2025-03-15-p09.txt").write_text("要闻\n", "utf-8")
    (place / "2025-03-15-p10.pdf").write_bytes(LOCKED)
    (place / "2025-03-15-p11.pdf").write_bytes(b"%PDF-1.7\n")
    (place / "2025-03-16.pdf").write_bytes(printed(layout(), layout(), Layout(500, 700, ()), layout(), layout()))
    (place / "2025-03-17-p01.txt").write_bytes(b"")
    return place


def test_jobs_change_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb says the same on both streams, and an archive holds the same bytes, whoever read the pages."""
    shared: list[int] = []
    share = articles.workers._parallel

    def seen(function, items, jobs):  # type: ignore[no-untyped-def]
        shared.append(jobs)
        return share(function, items, jobs)

    monkeypatch.setattr(articles.workers, "_parallel", seen)
    one, two = (call("classify", folder, "--jobs", jobs) for jobs in (1, 2))
    assert (one.exit_code, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)
    assert (one.exit_code, one.stderr.count("\n")) == (1, 5)
    # Two days for as many jobs, and for more than there are days.
    made = [call("digest", folder, "--jobs", jobs, "-o", tmp_path / str(jobs)) for jobs in (1, 2, 3)]
    assert len({done.stderr.replace(str(tmp_path / str(jobs)), "OUT") for jobs, done in enumerate(made, 1)}) == 1
    files = [{file.name: file.read_bytes() for file in (tmp_path / str(jobs)).iterdir()} for jobs in (1, 2, 3)]
    assert files[0] == files[1] == files[2]
    assert shared == [2, 2, 2]


@pytest.mark.parametrize("jobs", [2, 3, 7])
def test_a_file_is_shared_page_by_page(folder: Path, jobs: int) -> None:
    """Several processes take a file's pages in turns; what is wrong with one of them is told in its place."""
    one, many = (gather_inputs([str(folder / "2025-03-16.pdf")], lambda failure: None, each) for each in (1, jobs))
    assert one.items == many.items
    assert list(map(str, one.failures)) == list(map(str, many.failures))
    assert [item.source.partition("#")[2] for item in many.items] == ["1", "2", "4", "5"]


def test_few_pages_of_text_start_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is read faster than a worker starts, whatever --jobs says."""

    def started(*arguments: object) -> None:
        raise AssertionError("a worker was started")

    monkeypatch.setattr(articles.workers, "_parallel", started)
    for number in range(1, 31):
        (tmp_path / f"2025-04-09-p{number:02}.txt").write_text(TEXT, "utf-8")
    assert call("summarize", tmp_path, "--jobs", 8).exit_code == 0
    assert call("digest", tmp_path, "--jobs", 8, "-o", tmp_path / "out").exit_code == 0


@pytest.mark.parametrize("verb", ["read", "classify", "summarize", "digest"])
def test_the_bar_counts_pages(verb: str, folder: Path) -> None:
    """As they are opened and as they are read, where standard error is a terminal; results stay clean."""
    pty = pytest.importorskip("pty")
    ours, its = pty.openpty()
    command = [sys.executable, "-c", EAGER, verb, str(folder / "2025-03-16.pdf"), str(folder / "2025-03-15-p04.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=its) as process:
        os.close(its)
        seen = _all(ours)
        assert process.stdout
        results = process.stdout.read().decode()
    bars = re.sub(r"\x1b\[[\d;?]*\w", "", seen)
    assert re.search(r"pages opened\W+5/\?", bars)
    assert re.search(r"pages\W+5/5", bars)
    assert "this page is empty" in seen
    assert "\x1b" not in results
    assert "新馆" in results


def _all(terminal: int) -> str:
    """What is said on a terminal until it is closed."""
    said = b""
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # so a closed terminal ends on Linux
            more = b""
        if not more:
            return said.decode()
        said += more


def test_no_bar_where_nobody_sees_it(folder: Path) -> None:
    """Standard error that is no terminal holds lines alone."""
    command = [sys.executable, "-c", EAGER, "read", str(folder / "2025-03-15-p04.txt")]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
