"""The door for PDF: each page's lines with their boxes, read in a process of its own."""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from typing import Any

import numpy as np

from articles.errors import Failure, InputError
from articles.layout import Box, Layout, Line
from articles.page import Page
from formats.apart import ask, worker
from formats.placed import place_page
from formats.scan.scanner import EMPTY, INSTALL, PICTURES, Scanner, can_read

MOST_BYTES = 200_000_000
# Programs look so far for the mark that opens a file.
MARK, FURTHEST = b"%PDF-", 1024
# A broadsheet page takes a third of a second; a file that takes so long is made to be slow.
MOST_SECONDS = 900
# Signs between Chinese characters that a text layer without its character map holds.
LEAST_CHARACTERS, MOST_GARBLED = 20, 0.2
WORKER = worker("formats.pdf.worker", "pypdfium2")
ERRORS = {
    "password": ("it is locked by a password", "save it without one"),
    "pages": ("it has more than 2,000 pages", "cut it into smaller files"),
    "broken": ("it is no PDF, or a broken one", "fetch it again, or print it to a new PDF"),
    "page": ("this page is broken", "fetch the file again, or print it to a new PDF"),
}
CRASHED = ("PDFium cannot read it", "print it to a new PDF, or save its text")
GARBLED = (
    "its text layer is garbled",
    f"{INSTALL} to have its pages read as pictures, or give the text as .txt",
)


def read_pdf(data: bytes, source: str, jobs: int = 1) -> Iterator[Page | Failure]:
    """The pages of a file, and a failure for each that cannot be read; jobs: processes that share them.

    Raises InputError where the file cannot, or the same is wrong with all of its pages.
    """
    if not data:
        raise InputError("the file is empty", "fetch it again")
    if MARK not in data[:FURTHEST]:
        raise InputError(*ERRORS["broken"])
    if len(data) > MOST_BYTES:
        raise InputError("it is larger than 200 MB", "cut it into smaller files")
    pages = _ask(data, jobs)
    wrong = [_fault(page) for page in pages]
    scanner = Scanner() if {PICTURES, GARBLED} & set(wrong) and can_read() else None
    if wrong[0] and len(set(wrong)) == 1 and not scanner:
        raise InputError(*wrong[0])
    for number, (page, fault) in enumerate(zip(pages, wrong, strict=True), 1):
        name, ordinal = (f"{source}#{number}", number) if len(pages) > 1 else (source, None)
        if scanner and fault in (PICTURES, GARBLED):
            yield _scanned(data, number, scanner, name, ordinal)
        elif fault:
            yield Failure(name, InputError(*fault))
        else:
            yield _page(page, name, ordinal)


def _ask(data: bytes, jobs: int) -> list[dict[str, Any]]:
    """What the workers say of a file's pages, which they take in turns."""
    with ThreadPoolExecutor(jobs) as threads:
        answers = threads.map(lambda first: _answer(data, str(first), str(jobs)).splitlines(), range(jobs))
    rows = [json.loads(line) for turn in zip_longest(*answers) for line in turn if line]
    if not rows:
        raise InputError(*ERRORS["broken"])
    return rows


def _answer(data: bytes, *arguments: str) -> bytes:
    answer = ask(WORKER, data, *arguments, seconds=MOST_SECONDS)
    if answer is None:
        raise InputError(*CRASHED)
    return answer


def _scanned(data: bytes, number: int, scanner: Scanner, source: str, ordinal: int | None) -> Page | Failure:
    """A page that is painted and read as a picture."""
    try:
        head, _, gray = _answer(data, str(number - 1)).partition(b"\n")
    except InputError as error:
        return Failure(source, error)
    size = json.loads(head)
    picture = np.frombuffer(gray, np.uint8).reshape(size["height"], size["width"])
    return scanner.read(picture, size["dpi"], source, ordinal)


def _fault(page: Mapping[str, Any]) -> tuple[str, str] | None:
    """What is wrong with a page, and what to do."""
    if "error" in page:
        return ERRORS[page["error"]]
    text = "".join(line[0] for line in page["lines"])
    if len(text) < LEAST_CHARACTERS:
        return PICTURES if page["images"] else EMPTY if not text else None
    odd = sum("\x7f" < char < "\u0370" or "\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    return GARBLED if odd > MOST_GARBLED * len(text) else None


def _page(row: Mapping[str, Any], source: str, ordinal: int | None) -> Page:
    lines = tuple(Line(text, Box(*box), size, vertical=vertical) for text, *box, size, vertical in row["lines"])
    rules, frames = (tuple(Box(*box) for box in row[name]) for name in ("rules", "frames"))
    layout = Layout(row["width"], row["height"], lines, rules, frames)
    return place_page(layout, source, ordinal)
