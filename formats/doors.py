"""The doors: which format a file has, and what it holds."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page
from formats.jsonl import read_jsonl
from formats.text import decode, read_text

Door = Callable[[bytes, str], Iterable[Page | Article | Failure]]

DOORS: Mapping[str, Door] = {".txt": read_text, ".md": read_text, ".jsonl": read_jsonl}
# In a folder these are pages; articles are named one by one.
PAGE_SUFFIXES = frozenset({".txt", ".md"})


def open_file(data: bytes, source: str) -> Iterable[Page | Article | Failure]:
    """The pages and articles in a file's bytes, by what its name says; raises InputError where no door fits."""
    door = DOORS.get(Path(source).suffix.lower())
    if not door:
        raise InputError(
            f"it is neither a page ({', '.join(sorted(PAGE_SUFFIXES))}) nor articles (.jsonl)",
            "extract its text to a .txt file",
        )
    return door(data, source)


def open_stream(data: bytes, source: str) -> Iterable[Page | Article | Failure]:
    """The same of bytes without a name that tells: articles where they begin with {, else a page."""
    door = read_jsonl if decode(data).lstrip().startswith("{") else read_text
    return door(data, source)


def page_files(folder: Path) -> tuple[list[Path], int]:
    """The page files under a folder in sorted order, and how many files of other kinds were passed over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = [path for path in files if path.suffix.lower() in PAGE_SUFFIXES]
    return pages, len(files) - len(pages)
