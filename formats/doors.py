"""The doors: which format a file has, and what it holds."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page

Items = Iterable[Page | Article | Failure]
Door = Callable[..., Items]


def _read(door: str, data: bytes, source: str, *jobs: int) -> Items:
    items: Items = getattr(import_module(f"formats.{door}"), f"read_{door}")(data, source, *jobs)
    return items


# Each is a file here with a function `read_` and its name; it is loaded when a file comes for it.
TEXT, JSONL, PDF, PICTURE = (partial(_read, door) for door in ("text", "jsonl", "pdf", "picture"))
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")
DOORS: Mapping[str, Door] = {
    ".txt": TEXT,
    ".md": TEXT,
    ".jsonl": JSONL,
    ".pdf": PDF,
    **dict.fromkeys(PICTURE_SUFFIXES, PICTURE),
}
# In a folder these are pages; articles are named one by one.
PAGE_SUFFIXES = frozenset({".txt", ".md", ".pdf", *PICTURE_SUFFIXES})
# A page of these takes longer than the start of a process.
SLOW_SUFFIXES = frozenset({".pdf", *PICTURE_SUFFIXES})
# What a file is, whatever its name: how it begins. Of a bitmap the size stands between, and four bytes that are nil.
BEGINNINGS = (
    (re.compile(rb"%PDF-"), PDF),
    (re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}", re.DOTALL), PICTURE),
)


def is_slow(source: str) -> bool:
    """Whether a file of this name is slow to open."""
    return Path(source).suffix.lower() in SLOW_SUFFIXES


def open_file(data: bytes, source: str, jobs: int = 1) -> Items:
    """The pages and articles in a file's bytes, by what they or its name say; InputError where no door fits.

    jobs: processes that share the pages of a PDF.
    """
    door = _by_beginning(data) or DOORS.get(Path(source).suffix.lower())
    if not door:
        raise InputError(
            f"it is neither a page ({', '.join(sorted(PAGE_SUFFIXES))}) nor articles (.jsonl)",
            "extract its text to a .txt file",
        )
    return door(data, source, jobs) if door is PDF else door(data, source)


def open_stream(data: bytes, source: str) -> Items:
    """The same of bytes without a name that tells: articles where they begin with {, else a page."""
    if door := _by_beginning(data):
        return door(data, source)
    from formats.text import decode

    return (JSONL if decode(data).lstrip().startswith("{") else TEXT)(data, source)


def _by_beginning(data: bytes) -> Door | None:
    return next((door for pattern, door in BEGINNINGS if pattern.match(data)), None)


def page_files(folder: Path) -> tuple[list[Path], int]:
    """The page files under a folder in sorted order, and how many files of other kinds were passed over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = [path for path in files if path.suffix.lower() in PAGE_SUFFIXES]
    return pages, len(files) - len(pages)
