"""What docling writes: a DoclingDocument, texts with the places that they stood in."""

from collections.abc import Iterator, Mapping
from typing import Any

from formats.boxes.sheet import Sheet, numbers, piece_of, rows, sheet_of, text_of, word_of
from formats.markdown import CELL_GAP
from formats.sized import Kind, Piece

TITLES = {"title", "section_header"}
MOST_DIGITS = 6
ASIDES = {"page_header", "page_footer", "footnote"}


def docling_sheets(value: Any) -> Iterator[Sheet]:
    """The pages of a document."""
    sizes = {number: _size(page) for number, page in _pages(value).items()}
    found: dict[int, list[Piece]] = {number: [] for number in sorted(sizes)}
    for text in rows(value.get("texts")):
        label = word_of(text, "label")
        kind: Kind = "title" if label in TITLES else "aside" if label in ASIDES else "text"
        _place(found, sizes, text, text_of(text.get("text")), kind)
    for table in rows(value.get("tables")):
        _place(found, sizes, table, _table_text(table.get("data")), "text")
    for picture in rows(value.get("pictures")):
        _place(found, sizes, picture, "", "picture")
    for number, pieces in found.items():
        yield sheet_of(pieces, sizes[number])


def _pages(value: Mapping[str, Any]) -> dict[int, Any]:
    pages = value.get("pages")
    return (
        {int(number): page for number, page in pages.items() if number.isdecimal()} if isinstance(pages, dict) else {}
    )


def _size(page: Any) -> tuple[float, ...]:
    size = page.get("size") if isinstance(page, dict) else None
    return numbers([size.get("width"), size.get("height")]) if isinstance(size, dict) else ()


def _place(
    found: dict[int, list[Piece]], sizes: Mapping[int, tuple[float, ...]], row: Mapping[str, Any], text: str, kind: Kind
) -> None:
    """Puts a text where it stands: its parts, where it runs from column to column or from page to page."""
    places = list(rows(row.get("prov")))
    for place in places:
        number = place.get("page_no")
        if isinstance(number, int) and number in found:
            part = _part(text, place) if len(places) > 1 else text
            found[number] += piece_of(part, _edges(place.get("bbox"), sizes[number]), kind)


def _part(text: str, place: Mapping[str, Any]) -> str:
    span = numbers(place.get("charspan"))
    return text[int(max(span[0], 0)) : int(max(span[1], 0))] if len(span) == 2 else text


def _edges(box: Any, size: tuple[float, ...]) -> list[float]:
    """Left, top, right and bottom from the page's top."""
    edges = numbers([box.get(edge) for edge in "ltrb"]) if isinstance(box, dict) else ()
    if len(edges) != 4:
        return []
    left, top, right, bottom = edges
    if box.get("coord_origin") == "BOTTOMLEFT" and len(size) == 2:
        top, bottom = size[1] - top, size[1] - bottom
    return [left, min(top, bottom), right, max(top, bottom)]


def _table_text(data: Any) -> str:
    """The rows of a table, a line a row."""
    cells: dict[int, list[str]] = {}
    for cell in rows(data.get("table_cells") if isinstance(data, dict) else None):
        at, text = cell.get("start_row_offset_idx"), text_of(cell.get("text"))
        if isinstance(at, int) and text:
            cells.setdefault(at, []).append(text)
    return "\n".join(CELL_GAP.join(row) for _, row in sorted(cells.items()))
