"""Pages as converters and libraries write them, made from layouts."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from articles.layout import Box, Layout, Line
from reading.layout.geometry import around

DPI = 200
Block = tuple[str, Sequence[Line]]


def blocks(page: Layout) -> list[Block]:
    """A page's blocks in the order of its lines: what kind each is, and its lines; a paragraph a block."""
    body = sorted(line.size for line in page.lines)[len(page.lines) // 2]
    found: list[tuple[str, list[Line]]] = []
    for line in page.lines:
        kind = "title" if line.size > 1.25 * body else "text"
        last = found[-1][1][-1] if found and found[-1][0] == kind else None
        goes_on = last is not None and last.size == line.size and 0 < line.box.top - last.box.top < 2 * line.size
        if goes_on and last is not None and line.box.left <= min(one.box.left for one in found[-1][1]) + 1:
            found[-1][1].append(line)
        else:
            found.append((kind, [line]))
    return [(kind, lines) for kind, lines in found]


def _text(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines)


def _edges(box: Box, across: float = 1.0, down: float = 1.0) -> list[int]:
    return [round(box.left * across), round(box.top * down), round(box.right * across), round(box.bottom * down)]


def content_list(page: Layout) -> list[dict[str, Any]]:
    """MinerU's list of blocks, in thousandths of the page."""
    rows = []
    for kind, lines in blocks(page):
        box = _edges(around([line.box for line in lines]), 1000 / page.width, 1000 / page.height)
        level = {"text_level": 1} if kind == "title" else {}
        rows.append({"type": "text", "text": _text(lines), "bbox": box, "page_idx": 0} | level)
    return rows


def middle(page: Layout) -> dict[str, Any]:
    """MinerU's lines, in points."""
    told = [
        {
            "type": kind,
            "bbox": _points(around([line.box for line in lines])),
            "lines": [{"bbox": _points(line.box), "spans": [_span(line)]} for line in lines],
        }
        for kind, lines in blocks(page)
    ]
    info = {"preproc_blocks": told, "discarded_blocks": [], "page_size": [page.width, page.height], "page_idx": 0}
    return {"pdf_info": [info], "_backend": "pipeline", "_version_name": "2.1.0"}


def _points(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def _span(line: Line) -> dict[str, Any]:
    return {"bbox": _points(line.box), "content": line.text, "type": "text", "score": 0.99}


def parsing(page: Layout) -> dict[str, Any]:
    """PaddleOCR's blocks, in pixels."""
    scale = DPI / 72
    rows = [
        {
            "block_label": "paragraph_title" if kind == "title" else "text",
            "block_content": _text(lines),
            "block_bbox": _edges(around([line.box for line in lines]), scale, scale),
        }
        for kind, lines in blocks(page)
    ]
    return {"input_path": "page.png", "page_index": None, "parsing_res_list": rows}


def recognized(page: Layout) -> dict[str, Any]:
    """PaddleOCR's blocks and lines, whose boxes are somewhat larger than the type."""
    scale, boxes = DPI / 72, []
    for line in page.lines:
        more = 0.12 * line.size
        box = Box(line.box.left - more, line.box.top - more, line.box.right + more, line.box.bottom + more)
        boxes.append(_edges(box, scale, scale))
    return parsing(page) | {"overall_ocr_res": {"rec_texts": [line.text for line in page.lines], "rec_boxes": boxes}}


def docling(page: Layout) -> dict[str, Any]:
    """A document of docling, measured from the page's foot."""
    texts = []
    for kind, lines in blocks(page):
        box = around([line.box for line in lines])
        edges = {"l": box.left, "t": page.height - box.top, "r": box.right, "b": page.height - box.bottom}
        place = {"page_no": 1, "bbox": edges | {"coord_origin": "BOTTOMLEFT"}, "charspan": [0, len(_text(lines))]}
        label = "section_header" if kind == "title" else "text"
        texts.append({"label": label, "text": _text(lines), "prov": [place]})
    size = {"width": page.width, "height": page.height}
    return {"schema_name": "DoclingDocument", "texts": texts, "pages": {"1": {"size": size, "page_no": 1}}}


FORMS = {one.__name__: one for one in (content_list, middle, parsing, recognized, docling)}
UNITS = {"pixel": 300 / 72, "mm10": 254 / 72, "inch1200": 1200 / 72}


def alto(*pages: Layout, unit: str = "pixel", version: int = 3, name: str = "") -> bytes:
    """Pages as ALTO, a string a line; name: of the picture that was read."""
    space = f' xmlns="http://www.loc.gov/standards/alto/ns-v{version}#"' if version > 1 else ""
    sizes = sorted({line.size for page in pages for line in page.lines})
    styles = "".join(f'<TextStyle ID="F{size}" FONTSIZE="{size}"/>' for size in sizes)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alto{space}><Description>'
        f"<MeasurementUnit>{unit}</MeasurementUnit><sourceImageInformation><fileName>{name}</fileName>"
        f"</sourceImageInformation></Description><Styles>{styles}</Styles><Layout>"
        + "".join(part for page in pages for part in _alto_page(page, UNITS[unit]))
        + "</Layout></alto>"
    ).encode()


def _alto_page(page: Layout, scale: float) -> Iterator[str]:
    yield f'<Page WIDTH="{page.width * scale:.0f}" HEIGHT="{page.height * scale:.0f}"><PrintSpace><TextBlock ID="B">'
    for line in page.lines:
        left, top, right, bottom = _edges(line.box, scale, scale)
        place = f'HPOS="{left}" VPOS="{top}" WIDTH="{right - left}" HEIGHT="{bottom - top}"'
        string = f'<String STYLEREFS="F{line.size}" {place} CONTENT="{escape(line.text)}"/>'
        yield f"<TextLine {place}>{string}</TextLine>"
    yield "</TextBlock></PrintSpace></Page>"


def mets(*names: str) -> bytes:
    """An issue of files in their order, as libraries write it."""
    files = "".join(
        f'<mets:file ID="F{at}"><mets:FLocat LOCTYPE="URL" xlink:href="file://./alto/{name}"/></mets:file>'
        for at, name in enumerate(sorted(names))
    )
    order = {name: at for at, name in enumerate(sorted(names))}
    pages = "".join(
        f'<mets:div TYPE="page" ORDER="{at}"><mets:fptr FILEID="F{order[name]}"/></mets:div>'
        for at, name in reversed(list(enumerate(names, 1)))
    )
    return (
        '<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><mets:fileSec>'
        f'<mets:fileGrp USE="FULLTEXT">{files}</mets:fileGrp></mets:fileSec>'
        f'<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="issue">{pages}</mets:div></mets:structMap></mets:mets>'
    ).encode()
