"""What a second process gains: a day's pages read with --jobs 1 and --jobs 2, in turns, each a call of its own."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from articles.layout import Layout
from formats.corpus import read_corpus
from reading.train.forge import fit_stories
from reading.train.typesetter.page import typeset
from reading.train.typesetter.sheet import Story
from tests.pdfs import printed

SEEDS = Path(__file__).parents[1] / "seeds"
DAY, ISSUE, STORIES = 8, 16, 16  # pages of a day, of a file that holds an issue, stories on a page
ROUNDS = 3


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'':<22}{'--jobs 1':>10}{'--jobs 2':>10}{'times as fast':>16}")
        for name, pages in days(Path(folder)):
            one, two = in_turns(pages)
            gain = median(first / second for first, second in zip(one, two, strict=True))
            print(f"{name:<22}{f'{median(one):.1f} s':>10}{f'{median(two):.1f} s':>10}{gain:>16.2f}")


def days(place: Path) -> Iterator[tuple[str, Path]]:
    """Folders of pages: as many files, one file, and the first day's text."""
    stories = [Story(one["headline"], tuple(one["body"])) for one in fit_stories(read_corpus(SEEDS))]
    rng = random.Random(DAY)
    layouts = [typeset(rng.sample(stories, STORIES), rng).layout for _ in range(ISSUE)]
    names = ("day", "issue", "text")
    day, issue, text = folders = [place / name for name in names]
    for folder in folders:
        folder.mkdir()
    for number, layout in enumerate(layouts[:DAY], 1):
        (day / f"2025-04-09-p{number:02}.pdf").write_bytes(printed(layout))
        (text / f"2025-04-09-p{number:02}.txt").write_text(as_text(layout), "utf-8")
    (issue / "2025-04-09.pdf").write_bytes(printed(*layouts))
    yield f"{DAY} PDF pages", day
    yield f"{ISSUE} pages in a PDF", issue
    yield f"{DAY} pages of text", text


def as_text(layout: Layout) -> str:
    """The lines as they were set."""
    return "\n".join(line.text for line in layout.lines)


def in_turns(pages: Path) -> tuple[list[float], list[float]]:
    """Seconds of each round with one job, and with two."""
    rounds = [[timed(pages, jobs) for jobs in (1, 2)] for _ in range(ROUNDS)]
    one, two = zip(*rounds, strict=True)
    return list(one), list(two)


def timed(pages: Path, jobs: int) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "baozhai", "read", str(pages), "--jobs", str(jobs)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
