"""Pictures of the pages that were read, each a file of its own."""

from collections.abc import Iterable
from pathlib import Path

import click

from articles.article import Article
from articles.errors import Failure, InputError
from articles.files import write_file
from articles.page import Page
from baozhai.gather import say
from digest.safe import file_name
from reading.picture.draw import draw
from reading.reading import PageReading, Reading

CUT = InputError("articles already cut have no picture", "give the pages that they stand on")


def draw_pages(readings: Iterable[Reading], items: Iterable[Page | Article], folder: Path) -> list[Failure]:
    """Draw each page into the folder, with a line for each that cannot be drawn and one that says what was done.

    items: what was read; articles already cut have no page, which is told once.
    """
    failures = [Failure("--picture", CUT)] if any(isinstance(item, Article) for item in items) else []
    for failure in failures:
        say(failure)
    taken: set[str] = set()
    for page in (page for reading in readings for page in reading.pages):
        try:
            picture = draw(page)
        except InputError as error:
            failures.append(Failure(page.page.source, error))
            say(failures[-1])
            continue
        write_file(folder / f"{_name(page, taken)}.svg", picture)
    click.echo(f"{len(taken)} picture{'' if len(taken) == 1 else 's'}: {folder}", err=True)
    return failures


def _name(found: PageReading, taken: set[str]) -> str:
    """A name that no other picture of the run has, whatever the system thinks of capitals."""
    stem = file_name(Path(found.page.source.rpartition("#")[0] or found.page.source).stem) or "page"
    name = base = f"{stem}-p{found.number:02d}"
    again = 1
    while name.casefold() in taken:
        again += 1
        name = f"{base}-{again}"
    taken.add(name.casefold())
    return name
