"""What a part of a Word document shows: its paragraphs in their order, as lines of text."""

from collections.abc import Iterator, Mapping
from typing import Any

# An element of lxml, which has no types of its own.
Element = Any
DEEPEST = 6  # of Markdown's headings
# What is deleted or moved away, what says how something looks, what a field was made of, what is said over a
# character; and what stands a second time for programs that do not know the first.
UNSEEN = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "rt", "Fallback"}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OFF = ("0", "false", "off")


def paragraphs(part: Element, levels: Mapping[str, int]) -> Iterator[str]:
    """The paragraphs under an element: those of a text box after the one that it is tied to, a table as one.

    levels: of the styles that are headings; a heading is marked with as many hashes.
    """
    for one in part:
        name = tag(one)
        if name == "p":
            yield from _paragraph(one, levels)
        elif name == "tbl":
            yield from _table(one, levels)
        elif name not in UNSEEN:
            yield from paragraphs(one, levels)


def _paragraph(one: Element, levels: Mapping[str, int]) -> Iterator[str]:
    boxes: list[Element] = []
    text = "".join(_pieces(one, boxes)).strip()
    if text:
        level = _level(one, levels)
        yield "\n".join(f"{'#' * level} {line}" for line in text.split("\n") if line.strip()) if level else text
    for box in boxes:
        yield from paragraphs(box, levels)


def _pieces(part: Element, boxes: list[Element]) -> Iterator[str]:
    """The text of a paragraph, piece by piece; the text boxes in it are put aside."""
    for one in part:
        name = tag(one)
        if name == "t":
            yield (one.text or "") + "".join(part.tail or "" for part in one)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "sym":
            yield _symbol(one)
        elif name == "txbxContent":
            boxes.append(one)
        elif name not in UNSEEN and not (name == "r" and _is_hidden(one)):
            yield from _pieces(one, boxes)


def _table(table: Element, levels: Mapping[str, int]) -> Iterator[str]:
    """A table of facts as one paragraph, a row a line; where cells hold more they lay out a page, and come in order."""
    rows = [[list(paragraphs(cell, levels)) for cell in _below(row, "tc")] for row in _rows(table)]
    if any(len(cell) > 1 for row in rows for cell in row) or all(len(row) == 1 for row in rows):
        yield from (text for row in rows for cell in row for text in cell)
        return
    lines = ["\t".join(" ".join(text.split()) for cell in row for text in cell) for row in rows]
    if filled := [line for line in lines if line]:
        yield "\n".join(filled)


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


def _level(paragraph: Element, levels: Mapping[str, int]) -> int:
    """The level of a heading, 0 for other paragraphs: by its own outline, else by its style."""
    looks = child(paragraph, "pPr")
    own = outline_level(looks)
    return levels.get(value(child(looks, "pStyle")) or "", 0) if own is None else own


def outline_level(looks: Element | None) -> int | None:
    """The level of a heading that its looks say; 0 where they say that it is none."""
    said = value(child(looks, "outlineLvl"))
    if said is None or not said.isdecimal():
        return None
    return 0 if int(said) > 8 else min(int(said) + 1, DEEPEST)


def _is_hidden(run: Element) -> bool:
    mark = child(child(run, "rPr"), "vanish")
    return mark is not None and value(mark) not in OFF


def _symbol(one: Element) -> str:
    try:
        return chr(int(value(one, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""


def tag(one: Element) -> str:
    """The name of an element without its namespace, of which Word has two; empty for an instruction or an entity."""
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""


def child(part: Element | None, name: str) -> Element | None:
    """The first child of a name."""
    return None if part is None else next((one for one in part if tag(one) == name), None)


def value(one: Element | None, name: str = "val") -> str | None:
    """An attribute of the element's own namespace."""
    return None if one is None else one.get(f"{one.tag.rpartition('}')[0]}}}{name}")
