"""What the user named becomes pages and articles; what fails is told."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.files import read_bytes
from articles.outline import Outline, lay_out
from articles.page import Page
from articles.visible import as_line
from articles.workers import Count, uncounted
from digest.profile import FILE
from formats.doors import PAGE_SUFFIXES, is_slow, open_file, open_stream, page_files, richness, same_page
from formats.jsonl import stream_jsonl

Tell = Callable[[Failure], None]
Item = Page | Article | Failure
Open = Callable[[], Iterable[Item]]
NAMELESS, STDIN = '""', "stdin"


@dataclass(slots=True)
class Inputs:
    """What came in: pages and articles in the order named, and the failures.

    notices: what is told of inputs that were read all the same; empty: a failure for each folder that holds no page;
    passed_over: of each folder the files of other kinds; again: a line for each file that gives a page once more.
    """

    items: list[Page | Article] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    empty: list[Failure] = field(default_factory=list)
    passed_over: dict[str, int] = field(default_factory=dict)
    again: list[str] = field(default_factory=list)


def gather_inputs(paths: Iterable[str], tell: Tell, jobs: int = 1, count: Count = uncounted) -> Inputs:
    """Everything under the paths, `-` being standard input.

    tell: called with each failure, in the order of the files, at last with outlines whose stories did not come; jobs:
    processes that share the pages of files that are slow to open; count: called as each page is there.
    """
    inputs = Inputs()
    fail = partial(_fail, inputs, tell)
    outlines: list[Outline] = []

    def hold(failure: Failure) -> None:
        if isinstance(failure, Outline):
            outlines.append(failure)
        else:
            fail(failure)

    sources = [source for path in paths for source in _sources(path, inputs, fail)]
    for found in _opened(_once(sources, inputs.again), jobs):
        for item in told(found, hold):
            inputs.items.append(item)
            count(isinstance(item, Page))
    inputs.items, missing = lay_out(inputs.items, outlines)
    for failure in missing:
        fail(failure)
    return inputs


def stream_inputs(paths: Iterable[str], inputs: Inputs, tell: Tell) -> Iterator[Article]:
    """The articles of lists that are read a line at a time; what fails and is named again comes into `inputs`."""
    for [source] in _once(paths, inputs.again):
        name = STDIN if source == "-" else as_line(source)
        with opened(source) as file:
            for item in told(collect(partial(stream_jsonl, file, name), name), partial(_fail, inputs, tell)):
                if isinstance(item, Article):
                    yield item


@contextmanager
def opened(source: str) -> Iterator[IO[bytes]]:
    """A file, or standard input, at its beginning."""
    if source == "-":
        from articles.standard_input import spooled_input  # imported late: few calls read it

        yield spooled_input()
        return
    with open(source, "rb") as file:
        yield file


def _fail(inputs: Inputs, tell: Tell, failure: Failure) -> None:
    if isinstance(failure, Notice):
        inputs.notices.append(failure)
    else:
        inputs.failures.append(failure)
    tell(failure)


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


def _once(sources: Iterable[str], again: list[str]) -> list[list[str]]:
    """Each page once, where it is first named, as the files that give it, the richest format first."""
    seen: set[Path] = set()
    pages: dict[Path, list[str]] = {}
    for source in sources:
        path = Path(source if source == "-" or "\0" in source else os.path.realpath(source))
        if path in seen:
            again.append(f"{source}: named twice; read once")
            continue
        seen.add(path)
        pages.setdefault(same_page(path), []).append(source)
    for files in pages.values():
        files.sort(key=richness)
        again += (f"{other}: the same page as {files[0]}; told once" for other in files[1:])
    return list(pages.values())


def _opened(pages: Sequence[Sequence[str]], jobs: int) -> Iterator[Iterable[Item]]:
    """What the files of each page hold; the threads wait for processes, which do the work."""
    slow = sum(is_slow(files[0]) for files in pages)
    openers = [[(_opener(source, max(1, jobs // max(1, slow))), source) for source in files] for files in pages]
    if min(jobs, slow) < 2:
        yield from map(_readable, openers)
        return
    from concurrent.futures import ThreadPoolExecutor  # imported late: it costs as much as a page of text

    threads = ThreadPoolExecutor(jobs)
    try:
        yield from threads.map(lambda files: list(_readable(files)), openers)
    finally:
        threads.shutdown(cancel_futures=True)


def _readable(files: Iterable[tuple[Open, str]]) -> Iterator[Item]:
    """What the first file holds that can be read, and what is wrong with those before it."""
    for open_, source in files:
        read = False
        for item in collect(open_, as_line(source) or NAMELESS):
            read = read or not isinstance(item, Failure)
            yield item
        if read:
            return


def _opener(source: str, jobs: int) -> Open:
    if source == "-":
        from articles.standard_input import read_input  # imported late: few calls read it

        return lambda: open_stream(read_input(), STDIN)
    return lambda: open_file(_bytes_of(source), as_line(source), jobs)


def _bytes_of(source: str) -> bytes:
    if not source:
        raise InputError("no file is called so", "name a file, a folder, or - for standard input")
    return read_bytes(Path(source))


def _sources(path: str, inputs: Inputs, fail: Tell) -> list[str]:
    if path == "-" or not os.path.isdir(path):
        return [path]
    folder, failed = Path(path), len(inputs.failures)
    pages, others = page_files(folder, fail)
    inputs.passed_over[path] = others - os.path.isfile(folder / FILE)
    if not pages and len(inputs.failures) == failed:
        endings = ", ".join(sorted(PAGE_SUFFIXES))
        inputs.empty.append(Failure(path, InputError("no page here", f"looked for files ending in {endings}")))
    return [str(page) for page in pages]
