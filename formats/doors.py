"""The doors: which format a file has, and what it holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page

Items = Iterable[Page | Article | Failure]


@dataclass(frozen=True, slots=True)
class Door:
    """A format that comes in.

    module: where in this room its function is, which is called `read_` and the first word; it is loaded when a file
    comes for it. pages: whether such files in a folder are pages; articles are named one by one. begins: how a file
    begins that is of this format whatever its name. slow: whether a page takes longer to open than a process to start;
    shared: whether its function takes as a third how many processes may share the pages of a file.
    """

    module: str
    suffixes: tuple[str, ...]
    pages: bool = True
    begins: bytes | None = None
    slow: bool = False
    shared: bool = False

    def __call__(self, data: bytes, source: str, jobs: int = 1) -> Items:
        """The pages and articles in a file's bytes; raises InputError where they are not what their name says."""
        read = f"read_{self.module.partition('.')[0]}"
        more = (jobs,) if self.shared else ()
        items: Items = getattr(import_module(f"formats.{self.module}"), read)(data, source, *more)
        return items


TEXT = Door("text", (".md", ".txt"))
JSONL = Door("jsonl", (".jsonl",), pages=False)
# Of a bitmap the size stands between, and four bytes that are nil.
PICTURE_BEGINS = rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}"
# The richer a format, the earlier: of a page that is given in two the first is read.
ALL = (
    Door("pdf.door", (".pdf",), begins=rb"%PDF-", slow=True, shared=True),
    TEXT,
    JSONL,
    Door("picture", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"), begins=PICTURE_BEGINS, slow=True),
)
DOORS: Mapping[str, Door] = {suffix: door for door in ALL for suffix in door.suffixes}
PAGE_SUFFIXES = frozenset(suffix for suffix, door in DOORS.items() if door.pages)


def is_slow(source: str) -> bool:
    """Whether a file of this name is slow to open."""
    door = DOORS.get(Path(source).suffix.lower())
    return door is not None and door.slow


def same_page(path: Path) -> Path:
    """What the files that give one page in several formats have in common: their folder and their name."""
    return path.with_suffix(".*") if path.suffix.lower() in PAGE_SUFFIXES else path


def richness(source: str) -> int:
    """The place of a file's format, the richest first."""
    return [*DOORS, Path(source).suffix.lower()].index(Path(source).suffix.lower())


def open_file(data: bytes, source: str, jobs: int = 1) -> Items:
    """The pages and articles in a file's bytes, by what they or its name say; InputError where no door fits.

    jobs: processes that may share the pages of the file.
    """
    door = _by_beginning(data) or DOORS.get(Path(source).suffix.lower())
    if not door:
        raise InputError(
            f"it is neither a page ({', '.join(sorted(PAGE_SUFFIXES))}) nor articles (.jsonl)",
            "extract its text to a .txt file",
        )
    return door(data, source, jobs)


def open_stream(data: bytes, source: str) -> Items:
    """The same of bytes without a name that tells: articles where they begin with {, else a page."""
    if door := _by_beginning(data):
        return door(data, source)
    from formats.text import decode

    return (JSONL if decode(data).lstrip().startswith("{") else TEXT)(data, source)


def _by_beginning(data: bytes) -> Door | None:
    return next((door for door in ALL if door.begins and re.match(door.begins, data, re.DOTALL)), None)


def page_files(folder: Path) -> tuple[list[Path], int]:
    """The page files under a folder in sorted order, and how many files of other kinds were passed over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = [path for path in files if path.suffix.lower() in PAGE_SUFFIXES]
    return pages, len(files) - len(pages)
