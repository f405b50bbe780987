"""What the user named becomes pages and articles; what fails is told."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.files import read_bytes
from articles.outline import Outline, lay_out
from articles.page import Page
from articles.workers import Count, uncounted
from digest.profile import FILE
from formats.doors import PAGE_SUFFIXES, is_slow, open_file, open_stream, page_files

Tell = Callable[[Failure], None]
Item = Page | Article | Failure
Open = Callable[[], Iterable[Item]]


@dataclass(slots=True)
class Inputs:
    """What came in: pages and articles in the order named, and the failures.

    notices: what is told of inputs that were read all the same; empty: a failure for each folder that holds no page;
    passed_over: of each folder the files of other kinds.
    """

    items: list[Page | Article] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    empty: list[Failure] = field(default_factory=list)
    passed_over: dict[str, int] = field(default_factory=dict)


def gather_inputs(paths: Iterable[str], tell: Tell, jobs: int = 1, count: Count = uncounted) -> Inputs:
    """Everything under the paths, `-` being standard input.

    tell: called with each failure, in the order of the files, at last with outlines whose stories did not come; jobs:
    processes that share the pages of files that are slow to open; count: called as each page is there.
    """
    inputs = Inputs()

    def fail(failure: Failure) -> None:
        if isinstance(failure, Notice):
            inputs.notices.append(failure)
        else:
            inputs.failures.append(failure)
        tell(failure)

    outlines: list[Outline] = []

    def hold(failure: Failure) -> None:
        if isinstance(failure, Outline):
            outlines.append(failure)
        else:
            fail(failure)

    sources = [source for path in paths for source in _sources(path, inputs)]
    for found in _opened(sources, jobs):
        for item in told(found, hold):
            inputs.items.append(item)
            count(isinstance(item, Page))
    inputs.items, missing = lay_out(inputs.items, outlines)
    for failure in missing:
        fail(failure)
    return inputs


def told(found: Iterable[Item], fail: Tell) -> Iterator[Page | Article]:
    """The pages and articles among items; each failure is told."""
    for item in found:
        if isinstance(item, Failure):
            fail(item)
        else:
            yield item


def collect(open_: Open, source: str) -> Iterator[Item]:
    """What a source holds, what is wrong with it being a failure too."""
    try:
        yield from open_()
    except InputError as error:
        yield Failure(source, error)


def _opened(sources: Sequence[str], jobs: int) -> Iterator[Iterable[Item]]:
    """What each source holds; the threads wait for processes, which do the work."""
    slow = sum(map(is_slow, sources))
    openers = [_opener(source, max(1, jobs // max(1, slow))) for source in sources]
    if min(jobs, slow) < 2:
        yield from map(collect, openers, sources)
        return
    from concurrent.futures import ThreadPoolExecutor  # imported late: it costs as much as a page of text

    threads = ThreadPoolExecutor(jobs)
    try:
        yield from threads.map(lambda *opened: list(collect(*opened)), openers, sources)
    finally:
        threads.shutdown(cancel_futures=True)


def _opener(source: str, jobs: int) -> Open:
    if source == "-":
        data = sys.stdin.buffer.read()
        return lambda: open_stream(data, "stdin")
    return lambda: open_file(read_bytes(Path(source)), source, jobs)


def _sources(path: str, inputs: Inputs) -> list[str]:
    folder = Path(path)
    if path == "-" or not folder.is_dir():
        return [path]
    pages, others = page_files(folder)
    inputs.passed_over[path] = others - (folder / FILE).is_file()
    if not pages:
        endings = " or ".join(sorted(PAGE_SUFFIXES, reverse=True))
        inputs.empty.append(Failure(path, InputError("no page here", f"looked for files ending in {endings}")))
    return [str(page) for page in pages]
