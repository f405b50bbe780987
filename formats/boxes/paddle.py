"""What PaddleOCR writes: `parsing_res_list`, blocks with boxes, and the lines that were recognized in them."""

from collections.abc import Iterator, Mapping
from typing import Any

from articles.layout import Box
from formats.boxes.sheet import Sheet, box_of, piece_of, rows, sheet_of, text_of, word_of
from formats.sized import Kind, Piece

# The labels of layout models, those of earlier versions among them.
TITLES = {"doc_title", "paragraph_title", "title"}
ASIDES = {"header", "footer", "number", "header_image", "footer_image", "footnote", "vision_footnote"}
PICTURES = {"image", "figure", "chart", "seal", "header_image", "footer_image"}
BLOCKS = "parsing_res_list"


def is_result(value: Any) -> bool:
    """Whether a value holds results of pages."""
    return next(_results(value), None) is not None


def paddle_sheets(value: Any) -> Iterator[Sheet]:
    """The pages of what the library saves, or a server answers."""
    for result in _results(value):
        blocks = list(rows(result.get(BLOCKS)))
        lines = list(_lines(result.get("overall_ocr_res") or result))
        pictures = [
            piece for row in blocks if word_of(row, "block_label") in PICTURES for piece in _piece(row, "picture")
        ]
        told = _in_blocks(lines, blocks) if lines else [piece for row in blocks for piece in _piece(row, _kind(row))]
        yield sheet_of([*told, *pictures], [result.get("width"), result.get("height")])


def _results(value: Any) -> Iterator[Mapping[str, Any]]:
    """The results of pages in a value: one, a list of them, or what a server answers."""
    if isinstance(value, list):
        for row in rows(value):
            yield from _results(row)
    elif isinstance(value, dict):
        lines = value.get("overall_ocr_res", value)
        if isinstance(value.get(BLOCKS), list) or (
            isinstance(lines, dict) and isinstance(lines.get("rec_texts"), list)
        ):
            yield value
        else:
            for field in ("res", "result", "prunedResult", "layoutParsingResults", "ocrResults"):
                yield from _results(value.get(field))


def _kind(row: Mapping[str, Any]) -> Kind:
    label = word_of(row, "block_label")
    return "title" if label in TITLES else "aside" if label in ASIDES else "text"


def _piece(row: Mapping[str, Any], kind: Kind) -> Iterator[Piece]:
    text = row.get("block_content") if word_of(row, "block_label") not in PICTURES else ""
    yield from piece_of(text, row.get("block_bbox"), kind)


def _lines(result: Any) -> Iterator[Piece]:
    """The recognized lines."""
    if not isinstance(result, dict):
        return
    texts, boxes = result.get("rec_texts"), result.get("rec_boxes") or result.get("rec_polys")
    if isinstance(texts, list) and isinstance(boxes, list):
        for text, box in zip(texts, boxes, strict=False):
            yield from piece_of(text, box, line=True)


def _in_blocks(lines: list[Piece], blocks: list[Mapping[str, Any]]) -> Iterator[Piece]:
    """The lines, each of the kind of the block that holds it; what only a block says, a table or a formula, as well."""
    places = [(box, row) for row in blocks if (box := box_of(row.get("block_bbox")))]
    homes: list[list[Piece]] = [[] for _ in places]
    for line in lines:
        home = min((at for at, (box, _) in enumerate(places) if box.holds(line.box)), key=_area(places), default=None)
        if home is None:
            yield line
        else:
            homes[home].append(line)
    for (_, row), held in zip(places, homes, strict=True):
        if held and word_of(row, "block_label") not in ("table", "formula"):
            yield from (Piece(line.text, line.box, _kind(row), line=True) for line in held)
        elif text_of(row.get("block_content")):
            yield from _piece(row, _kind(row))


def _area(places: list[tuple[Box, Mapping[str, Any]]]) -> Any:
    return lambda at: places[at][0].width * places[at][0].height
