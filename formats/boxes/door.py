"""The door for converters' JSON: MinerU, PaddleOCR and docling, told by their keys."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from articles.errors import InputError
from articles.page import Page
from formats.boxes.docling import docling_sheets
from formats.boxes.mineru import content_sheets, is_content_list, middle_sheets
from formats.boxes.paddle import is_result, paddle_sheets
from formats.boxes.sheet import Sheet
from formats.measured import measured_layout
from formats.placed import place_page
from formats.text import decode

# How each form is told, and what reads it.
FORMS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Iterator[Sheet]]], ...] = (
    (is_content_list, content_sheets),
    (lambda value: isinstance(value, dict) and isinstance(value.get("pdf_info"), list), middle_sheets),
    (lambda value: isinstance(value, dict) and value.get("schema_name") == "DoclingDocument", docling_sheets),
    (is_result, paddle_sheets),
)
BROKEN = ("it is no JSON, or a broken one", "convert the page again")
UNKNOWN = (
    "it is JSON of no converter that is known",
    "name MinerU's _middle.json or _content_list.json, PaddleOCR's _res.json or docling's; articles go in .jsonl",
)
NO_BOXES = ("it has no boxes of text", "convert the page again, with layout, or name the converter's markdown")


def read_boxes(data: bytes, source: str) -> Iterator[Page]:
    """The pages of a converter's JSON; raises InputError for any other JSON, and where no text has its box."""
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError):
        raise InputError(*BROKEN) from None
    read = next((read for fits, read in FORMS if fits(value)), None)
    if read is None:
        raise InputError(*UNKNOWN)
    sheets = [(number, sheet) for number, sheet in enumerate(read(value), 1) if sheet.pieces]
    if not any(piece.text.strip() for _, sheet in sheets for piece in sheet.pieces):
        raise InputError(*NO_BOXES)
    for number, sheet in sheets:
        name, ordinal = (f"{source}#{number}", number) if len(sheets) > 1 else (source, None)
        yield place_page(measured_layout(sheet.pieces, sheet.width, sheet.height, sheet.by), name, ordinal)
