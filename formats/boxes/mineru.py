"""What MinerU writes: `_content_list.json`, blocks with boxes, and `_middle.json`, lines with boxes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import Any

from articles.layout import Box
from formats.boxes.sheet import Sheet, box_of, piece_of, rows, sheet_of, text_of, under, word_of
from formats.sized import TELLING, Kind, Piece, ems

# What is printed around the stories of a page.
ASIDES = {"header", "footer", "page_number", "aside_text", "page_footnote", "discarded"}
# Where a block's text stands, in the order in which it is printed.
FIELDS = ("text", "list_items", "code_body", "table_body")
CAPTIONS = ("image_caption", "img_caption", "table_caption", "chart_caption", "code_caption")
FOOTNOTES = ("image_footnote", "img_footnote", "table_footnote", "chart_footnote")
# Boxes in thousandths of the page, which take up about as much of its width as of its height.
THOUSAND, AS_WIDE = 1000.0, 0.85
# How much higher than wide a page is where its lines do not tell, and at least and at most.
HIGHER, LEAST_HIGHER, MOST_HIGHER = 2**0.5, 0.4, 2.5
# The lowest tenth of the pieces are lines, and what is not much higher; so many tell, those that agree. What is so near
# to the cut of paper is it: in whole thousandths a line's height is rounded by as much.
LOW, ONE_LINE, ENOUGH, NEAR, ROUNDED = 10, 1.5, 3, 0.25, 0.08


def is_content_list(value: Any) -> bool:
    """Whether a value is a list of blocks with their pages."""
    return isinstance(value, list) and any("type" in row and "page_idx" in row for row in rows(value))


def content_sheets(value: Any) -> Iterator[Sheet]:
    """The pages of a list of blocks."""
    told = [row for row in rows(value) if isinstance(row.get("page_idx"), int)]
    for _, page in groupby(sorted(told, key=lambda row: row["page_idx"]), key=lambda row: row["page_idx"]):
        yield sheet_of(_unsquared([piece for row in page for piece in _content_pieces(row)]), None)


def _content_pieces(row: Mapping[str, Any]) -> Iterator[Piece]:
    kind, box = word_of(row, "type"), row.get("bbox")
    level = row.get("text_level")
    told: Kind = "aside" if kind in ASIDES else "title" if isinstance(level, int) and level > 0 else "text"
    if kind in ("image", "chart"):
        yield from piece_of("", box, "picture")
    for field in CAPTIONS:
        yield from under(row.get(field), box)
    for field in FIELDS:
        yield from piece_of(row.get(field), box, told)
    for field in FOOTNOTES:
        yield from under(row.get(field), box)


def _unsquared(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a page that is said in thousandths, as high as its type is square."""
    right = max((piece.box.right for piece in pieces), default=0.0)
    bottom = max((piece.box.bottom for piece in pieces), default=0.0)
    if max(right, bottom) > THOUSAND or right < AS_WIDE * bottom:
        return pieces
    higher = _higher([piece for piece in pieces if len(piece.text) >= TELLING])
    return [replace(piece, box=_stretched(piece.box, higher)) for piece in pieces]


def _higher(texts: list[Piece]) -> float:
    """How much higher than wide a page is: in lines, the lowest of its pieces, characters are as high as wide."""
    lowest = sorted(piece.box.height for piece in texts)[len(texts) // LOW : len(texts) // LOW + 1]
    lines = [piece for piece in texts if lowest and piece.box.height < ONE_LINE * lowest[0]]
    ratios = [line.box.width / ems(line.text) / line.box.height for line in lines]
    if len(ratios) < ENOUGH:
        return HIGHER
    usual = median(ratios)
    lines = [line for line, ratio in zip(lines, ratios, strict=True) if abs(ratio - usual) < NEAR * usual]
    told = sum(line.box.width / ems(line.text) for line in lines) / sum(line.box.height for line in lines)
    return HIGHER if abs(told - HIGHER) < ROUNDED * HIGHER else min(max(told, LEAST_HIGHER), MOST_HIGHER)


def _stretched(box: Box, higher: float) -> Box:
    return Box(box.left, box.top * higher, box.right, box.bottom * higher)


def middle_sheets(value: Any) -> Iterator[Sheet]:
    """The pages of `_middle.json`; blocks as they stand, before a paragraph that runs on is put together."""
    for page in rows(value["pdf_info"]):
        told = page.get("preproc_blocks") or page.get("para_blocks")
        pieces = [piece for block in rows(told) for piece in _block_pieces(block)]
        asides = [piece for block in rows(page.get("discarded_blocks")) for piece in _block_pieces(block, "aside")]
        yield sheet_of(pieces + asides, page.get("page_size"))


def _block_pieces(block: Mapping[str, Any], around: Kind | None = None) -> Iterator[Piece]:
    """The lines of a block, and of the blocks in it."""
    type_ = word_of(block, "type")
    kind = around or ("aside" if type_ in ASIDES else "title" if type_ == "title" else "text")
    if type_ in ("image", "chart"):
        yield from piece_of("", block.get("bbox"), "picture")
    for line in rows(block.get("lines")):
        text = "".join(map(_span_text, rows(line.get("spans"))))
        box = line.get("bbox") if box_of(line.get("bbox")) else block.get("bbox")
        yield from piece_of(text, box, kind, line=True)
    for inner in rows(block.get("blocks")):
        yield from _block_pieces(inner, around)


def _span_text(span: Mapping[str, Any]) -> str:
    if word_of(span, "type") in ("inline_equation", "interline_equation"):
        return text_of(f"${span.get('content', '')}$")
    return text_of(span.get("content") or span.get("html"))
