"""PDF from file to articles beside the text that other tools get out of it, read by our reader of text; one core.

The pages are made of one half of the corpus, the models learned from the other half. Each of the others takes turns
with ours page by page, so that both have the same machine; times are of the processor, children counted.
"""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import logging
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from articles.page import Page
from formats.corpus import read_corpus
from formats.pdf.door import read_pdf
from reading.evaluate import ReadingScore, score_readings
from reading.model import ReaderModel, load_reader
from reading.reader import read_page
from reading.reading import Reading
from reading.train.forge import Story, fit_stories
from reading.train.reader import learn_reader
from tests.pages.press import find_browser, print_page
from tests.typeset import typeset

SEEDS = Path(__file__).parents[1] / "seeds"
PAGES, FEWEST, MOST = 6, 7, 10  # pages, stories on one
STARTS = 5  # the best of them counts

INSTALLED = dict.fromkeys(("pdftotext", "pdftotext -raw"), "apt-get install poppler-utils")

Extract = Callable[[Path], str]
Read = Callable[[Path], Reading]


@dataclass(frozen=True, slots=True)
class Printed:
    """A page's file and the stories on it."""

    path: Path
    truth: Sequence[Story]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader is worth, and how many pages it reads in a second."""

    score: ReadingScore
    speed: float


def main() -> None:
    """Print what a start costs, and the table, or why there is none."""
    print(cold())
    browser = find_browser()
    if not browser:
        print("pdf: no Chromium here to print pages with; apt-get install chromium fonts-noto-cjk")
        return
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of each font that is drawn glyph by glyph
    corpus = read_corpus(SEEDS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pages = print_pages(fit_stories(corpus[1::2]), Path(folder), browser)
        learn_reader(corpus[::2], Path(folder))
        print("\n".join(report(pages, load_reader(Path(folder)))))


def cold() -> str:
    """What `baozhai read` of one page costs from its start to its end, the two pages of the sample issue in turns."""
    files = {"PDF": "2025-03-15-p01.pdf", "text": "2025-03-15-p02.md"}
    spent: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(STARTS):
        for name, file in files.items():
            began = processor_time()
            command = [sys.executable, "-m", "baozhai", "read", str(SEEDS / "pages" / file), "--format", "jsonl"]
            subprocess.run(command, check=True, capture_output=True)
            spent[name].append(processor_time() - began)
    figures = ", ".join(f"{name} {min(seconds):.2f} s" for name, seconds in spent.items())
    return f"one page, cold, with all its processes: {figures}"


def print_pages(stories: Sequence[Story], folder: Path, browser: str) -> list[Printed]:
    """Pages of several columns, the same at every run."""
    rng, pages = random.Random(PAGES), []
    for number in range(PAGES):
        truth = rng.sample(stories, rng.randint(FEWEST, MOST))
        source = folder / f"{number}.html"
        source.write_text(typeset(truth, number), "utf-8")
        print_page(source, source.with_suffix(".pdf"), browser)
        pages.append(Printed(source.with_suffix(".pdf"), truth))
    return pages


def report(pages: Sequence[Printed], models: ReaderModel) -> Iterator[str]:
    """A line for each of the others beside ours, and one for each that is not here."""
    count = sum(len(page.truth) for page in pages)
    yield f"{len(pages)} pages, {count} stories; percent of the stories, and pages a second, the other / ours"
    yield f"{'':<16}{'restored':>12}{'headlines':>12}{'pages':>14}"
    for name, here in tools().items():
        if here is None:
            yield f"{name:<16}not here; {INSTALLED.get(name, f'pip install {name}')}"
            continue
        theirs, ours = compare(pages, partial(read_text, here, models), partial(read_ours, models))
        yield f"{name:<16}" + row(theirs, ours)


def row(theirs: Measured, ours: Measured) -> str:
    """The figures of both."""
    pairs = [(100 * getattr(theirs.score, name), 100 * getattr(ours.score, name)) for name in ("restored", "headlines")]
    shares = "".join(f"{f'{one:.0f} / {other:.0f}':>12}" for one, other in pairs)
    return shares + f"{f'{theirs.speed:.1f} / {ours.speed:.1f}':>14}"


def tools() -> Mapping[str, Extract | None]:
    """What else gives the text of a PDF, None for what is not installed."""
    poppler = shutil.which("pdftotext")
    return {
        "pdftotext": pdftotext if poppler else None,
        "pdftotext -raw": (lambda path: pdftotext(path, "-raw")) if poppler else None,
        "pdfplumber": pdfplumber if find_spec("pdfplumber") else None,
        "markitdown": markitdown if find_spec("markitdown") else None,
    }


def pdftotext(path: Path, *options: str) -> str:
    """Poppler's text, in the order of reading or of the file."""
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def pdfplumber(path: Path) -> str:
    """Its text of the first page."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return document.pages[0].extract_text() or ""


def markitdown(path: Path) -> str:
    """Its Markdown."""
    from markitdown import MarkItDown

    return MarkItDown().convert(str(path)).text_content


def read_ours(models: ReaderModel, path: Path) -> Reading:
    """What comes of a file through our own door."""
    [page] = read_pdf(path.read_bytes(), path.name)
    if not isinstance(page, Page):
        raise page.error
    return read_page(page, models)


def read_text(extract: Extract, models: ReaderModel, path: Path) -> Reading:
    """What our reader makes of the text that another tool gives."""
    return read_page(Page(extract(path), "page.txt"), models)


def compare(pages: Sequence[Printed], *readers: Read) -> list[Measured]:
    """What each reader is worth; they take turns, and a first page warms them up."""
    seconds = [0.0] * len(readers)
    readings: list[list[Reading]] = [[] for _ in readers]
    for read in readers:
        read(pages[0].path)
    for page in pages:
        for at, read in enumerate(readers):
            began = processor_time()
            readings[at].append(read(page.path))
            seconds[at] += processor_time() - began
    truths = [page.truth for page in pages]
    scores = [score_readings(list(zip(truths, found, strict=True))) for found in readings]
    return [Measured(score, len(pages) / spent) for score, spent in zip(scores, seconds, strict=True)]


def processor_time() -> float:
    """Seconds of the processor, of this process and of the children that have ended."""
    used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
