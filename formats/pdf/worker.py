"""Reads PDF files in a process of its own, so that a crash of PDFium costs one file: lines with boxes, as JSON."""

import json
import math
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from formats.apart import limit_memory
from formats.pdf.drawn import View, drawn
from formats.pdf.lines import find_lines, find_turns
from formats.pdf.paths import THIN, Bounds

# Bytes: a small file may say that it holds more than a machine does; a broadsheet page takes a tenth of it.
MOST_MEMORY = 2_000_000_000
MOST_DRAWN = 20_000
MOST_PAGES = 2_000
# How a page is painted that is to be read as a picture.
DPI, MOST_PIXELS = 200, 40_000_000


def pages(data: bytes, first: int = 0, step: int = 1) -> Iterator[dict[str, Any]]:
    """Each page of a file: width, height, lines, rules, frames, images; lengths in points from the top left.

    first, step: not each, but the first one, from 0, and each so many further on. An error where a page cannot be read,
    or the file is too large.
    """
    document = pdfium.PdfDocument(data)
    if len(document) > MOST_PAGES:
        yield {"error": "pages"}
        return
    for number in range(first, len(document), step):
        try:
            page = document[number]
            yield _page(page)
            page.close()
        except pdfium.PdfiumError:
            yield {"error": "page"}


def _page(page: Any) -> dict[str, Any]:
    left, bottom, right, top = page.get_bbox()
    # A page may say another thing, when it is one that was printed across; PDFium reads in the order of what it says.
    if (turns := find_turns(page)) is not None:
        page.set_rotation(90 * turns)
    view = View(left, bottom, right, top, page.get_rotation() // 90)
    width, height = view.size
    found = list(islice(drawn(page, view), MOST_DRAWN))

    def flipped(box: Bounds) -> list[float]:
        return [round(v, 2) for v in (box[0], height - box[3], box[2], height - box[1])]

    boxes = [flipped(box) for box, _ in found]
    return {
        "width": width,
        "height": height,
        "lines": [
            [text, *flipped(box), round(size, 2), vertical] for text, box, size, vertical in find_lines(page, view)
        ],
        "rules": [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) <= THIN],
        "frames": [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) > THIN],
        "images": sum(image for _, image in found),
    }


def main() -> None:
    """Answers the bytes on standard input.

    Arguments: the number of a page, from 0, for the picture of it; with a step, for it and each so many further on.
    """
    limit_memory(MOST_MEMORY)
    first, *step = map(int, sys.argv[1:])
    if step:
        answer(sys.stdin.buffer, sys.stdout.buffer, first, *step)
    else:
        paint(sys.stdin.buffer, first, sys.stdout.buffer)


def paint(source: BinaryIO, number: int, sink: BinaryIO) -> None:
    """Answers a file with one page in gray: a line of JSON with width, height and dpi, then a byte a pixel."""
    page = pdfium.PdfDocument(source.read())[number]
    width, height = page.get_size()
    dpi = min(DPI, 72 * math.sqrt(MOST_PIXELS / (width * height)))
    picture = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    size = {"width": picture.shape[1], "height": picture.shape[0], "dpi": dpi}
    sink.write(json.dumps(size).encode() + b"\n" + picture.tobytes())


def answer(source: BinaryIO, sink: BinaryIO, first: int = 0, step: int = 1) -> None:
    """Answers the bytes of a file with a line of JSON for each page, or one with an error."""
    try:
        for page in pages(source.read(), first, step):
            sink.write(json.dumps(page).encode() + b"\n")
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        sink.write(json.dumps({"error": "password" if locked else "broken"}).encode() + b"\n")
