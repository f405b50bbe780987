"""What the user named becomes pages and articles; what fails is told."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError
from articles.files import read_bytes
from articles.page import Page
from digest.profile import FILE
from formats.doors import PAGE_SUFFIXES, open_file, open_stream, page_files

Tell = Callable[[Failure], None]


@dataclass(slots=True)
class Inputs:
    """What came in: pages and articles in the order named, and the failures.

    empty: a failure for each folder that holds no page; passed_over: of each folder the files of other kinds.
    """

    items: list[Page | Article] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    empty: list[Failure] = field(default_factory=list)
    passed_over: dict[str, int] = field(default_factory=dict)


def gather_inputs(paths: Iterable[str], tell: Tell) -> Inputs:
    """Everything under the paths, `-` being standard input; tell: called with each failure at once."""
    inputs = Inputs()

    def fail(failure: Failure) -> None:
        inputs.failures.append(failure)
        tell(failure)

    for path in paths:
        for source in _sources(path, inputs):
            inputs.items += collect(partial(_opened, source), source, fail)
    return inputs


def collect(open_: Callable[[], Iterable[Page | Article | Failure]], source: str, fail: Tell) -> list[Page | Article]:
    """What an opened source holds, each failure told."""
    found: list[Page | Article] = []
    try:
        for item in open_():
            if isinstance(item, Failure):
                fail(item)
            else:
                found.append(item)
    except InputError as error:
        fail(Failure(source, error))
    return found


def _opened(source: str) -> Iterable[Page | Article | Failure]:
    if source == "-":
        return open_stream(sys.stdin.buffer.read(), "stdin")
    return open_file(read_bytes(Path(source)), source)


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
