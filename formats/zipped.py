"""The door for zip files: each file in one is opened as if it lay in a folder; nothing is written to disk."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page
from formats.doors import DOORS, HIDDEN, PAGE_SUFFIXES, ZIP, find_door
from formats.packed import Packed

JUNK = ("__MACOSX", *HIDDEN)


def read_zipped(data: bytes, source: str, jobs: int = 1) -> Iterator[Page | Article | Failure]:
    """The pages and articles in the files of a zip, sorted by name, and a failure for each that cannot be read.

    Their source is `X.zip/folder/name.pdf`. jobs: processes that may share the pages of a file.
    Raises InputError where the zip is broken, locked, or holds no page and no articles.
    """
    packed = Packed(data)
    if packed.locked:
        raise InputError("it is locked by a password", "pack it without one")
    names = [name for name in sorted(packed.files) if _may_open(PurePosixPath(name))]
    if not names:
        endings = ", ".join(sorted(PAGE_SUFFIXES))
        raise InputError("no page in it", f"looked for files ending in {endings}")
    for name in names:
        place = f"{source}/{name}"
        try:
            yield from _opened(packed.read(name), place, jobs)
        except InputError as error:
            yield Failure(place, error)


def _may_open(path: PurePosixPath) -> bool:
    """Whether a file's name has a door, and is not what a system leaves in folders."""
    return path.suffix.lower() in DOORS and not any(part.startswith(JUNK) for part in path.parts)


def _opened(data: bytes, source: str, jobs: int) -> Iterator[Page | Article | Failure]:
    door = find_door(data, source)
    if door is ZIP:
        raise InputError("it is a zip in a zip", "unpack the outer one and give what is in it")
    yield from door(data, source, jobs)
