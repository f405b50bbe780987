"""What a part of a Word document shows: its paragraphs in their order, as lines of text."""

from collections.abc import Iterator

from formats.docx.element import Element, child, children, is_on, tag, value
from formats.docx.numbering import Numbering

# Each stands by itself, where a sheet of paper ends and where a section does; behind a section's the names of what is
# printed over and under its sheets.
SHEET, SECTION = "\f", "\f\v"
# What is deleted or moved away, what says how something looks, what a field was made of, what is said over a
# character; and what stands a second time for programs that do not know the first.
UNSEEN = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "rt", "Fallback"}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def paragraphs(part: Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs under an element: those of a text box after the one that it is tied to, a table as one.

    Each with the number that Word sets before it. A heading is marked with as many hashes as its style says; SHEET
    stands where a sheet ends by the writer's will, SECTION where a section does.
    """
    for one in part:
        name = tag(one)
        if name == "p":
            yield from _paragraph(one, numbering)
        elif name == "tbl":
            yield from _table(one, numbering)
        elif name == "sectPr":
            yield _section(one)
        elif name not in UNSEEN:
            yield from paragraphs(one, numbering)


def _paragraph(one: Element, numbering: Numbering) -> Iterator[str]:
    boxes: list[Element] = []
    looks = child(one, "pPr")
    level, label = numbering.styles.level(looks), numbering.label(looks)
    if is_on(child(looks, "pageBreakBefore")):
        yield SHEET
    for at, text in enumerate("".join(_pieces(one, boxes)).split(SHEET)):
        if at:
            yield SHEET
        if text := text.strip():
            text, label = label + text, ""
            yield "\n".join(f"{'#' * level} {line}" for line in text.split("\n") if line.strip()) if level else text
    for box in boxes:
        yield from paragraphs(box, numbering)
    if (section := child(looks, "sectPr")) is not None:
        yield _section(section)


def _section(section: Element) -> str:
    edges = [one for name in ("headerReference", "footerReference") for one in children(section, name)]
    return SECTION + " ".join(text for one in edges for key, text in one.attrib.items() if key.endswith("}id"))


def _pieces(part: Element, boxes: list[Element]) -> Iterator[str]:
    """The text of a paragraph, piece by piece; the text boxes in it are put aside."""
    for one in part:
        name = tag(one)
        if name == "t":
            yield (one.text or "") + "".join(part.tail or "" for part in one)
        elif name in SIGNS:
            yield SHEET if value(one, "type") == "page" else SIGNS[name]
        elif name == "sym":
            yield _symbol(one)
        elif name == "txbxContent":
            boxes.append(one)
        elif name not in UNSEEN and not (name == "r" and _is_hidden(one)):
            yield from _pieces(one, boxes)


def _table(table: Element, numbering: Numbering) -> Iterator[str]:
    """A table of facts as one paragraph, a row a line; where cells hold more they lay out a page, and come in order.

    No sheet ends in a table.
    """
    rows = [[_cell(cell, numbering) for cell in _below(row, "tc")] for row in _rows(table)]
    if any(len(cell) > 1 for row in rows for cell in row) or all(len(row) == 1 for row in rows):
        yield from (text for row in rows for cell in row for text in cell)
        return
    lines = ["\t".join(" ".join(text.split()) for cell in row for text in cell) for row in rows]
    if filled := [line for line in lines if line]:
        yield "\n".join(filled)


def _cell(cell: Element, numbering: Numbering) -> list[str]:
    return [text for text in paragraphs(cell, numbering) if not text.startswith(SHEET)]


def _rows(table: Element) -> Iterator[Element]:
    for row in _below(table, "tr"):
        if child(child(row, "trPr"), "del") is None:
            yield row


def _below(part: Element, wanted: str) -> Iterator[Element]:
    """The elements of a name under another, through what only wraps them."""
    for one in part:
        name = tag(one)
        if name == wanted:
            yield one
        elif name not in UNSEEN and name not in ("tbl", "tc"):
            yield from _below(one, wanted)


def _is_hidden(run: Element) -> bool:
    return is_on(child(child(run, "rPr"), "vanish"))


def _symbol(one: Element) -> str:
    try:
        return chr(int(value(one, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
