"""The door for zip files: each file in one is opened as if it lay in a folder; nothing is written to disk."""

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.page import Page
from formats.doors import DOORS, PAGE_SUFFIXES, ZIP, belongs, find_door, is_marked
from formats.folder import HIDDEN
from formats.packed import Packed

JUNK = ("__MACOSX", *HIDDEN)
MOST_NAMED = 3


def read_zipped(data: bytes, source: str, jobs: int = 1) -> Iterator[Page | Article | Failure]:
    """The pages and articles in the files of a zip, sorted by name, and a failure for each that cannot be read.

    Their source is `X.zip/folder/name.pdf`; files of other kinds are counted in a notice.
    jobs: processes that may share the pages of a file.
    Raises InputError where the zip is broken, locked, or holds no page and no articles.
    """
    packed = Packed(data)
    if packed.locked:
        raise InputError("it is locked by a password", "pack it without one")
    names = [name for name in sorted(packed.files) if not _is_litter(PurePosixPath(name), packed.files)]
    unread = [name for name in names if PurePosixPath(name).suffix.lower() not in DOORS]
    if len(unread) == len(names):
        endings = ", ".join(sorted(PAGE_SUFFIXES))
        raise InputError(
            f"no page in it, but {_counted(unread)}" if unread else "no page in it",
            f"looked for files ending in {endings}",
        )
    for name in filter(lambda name: name not in unread, names):
        place = f"{source}/{name}"
        try:
            found = _opened(packed.read(name), place, jobs)
            if found is None:
                unread.append(name)
            else:
                yield from found
        except InputError as error:
            yield Failure(place, error)
    if unread:
        yield Notice(source, InputError(_counted(sorted(unread)), "look whether a page is among them"))


def _is_litter(path: PurePosixPath, names: Container[str]) -> bool:
    """Whether a file is what a system leaves in folders, or what a browser saved with a page that is there."""
    return belongs(path, lambda page: str(page) in names) or any(part.startswith(JUNK) for part in path.parts)


def _opened(data: bytes, source: str, jobs: int) -> Iterable[Page | Article | Failure] | None:
    """What is in a file; None for other programs' data."""
    door = find_door(data, source)
    if door is ZIP:
        raise InputError("it is a zip in a zip", "unpack the outer one and give what is in it")
    return door(data, source, jobs) if not data or is_marked(door, data) else None


def _counted(names: Sequence[str]) -> str:
    """Files that are not read, the first of them named.

    >>> _counted(["a.exe"]), _counted(["a.exe", "b.css", "c.js", "d.dat"])
    ('1 file of a kind that is not read: a.exe', '4 files of kinds that are not read: a.exe, b.css, c.js, …')
    """
    kinds = "file of a kind that is" if len(names) == 1 else "files of kinds that are"
    more = ", …" if len(names) > MOST_NAMED else ""
    return f"{len(names)} {kinds} not read: {', '.join(names[:MOST_NAMED])}{more}"
