"""The pages of an ALTO file, version 1 to 4: lines with their boxes and the sizes of their type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from lxml import etree

from articles.folio import find_date
from articles.layout import Box
from formats.sized import Kind, Piece

# In ems: a gap that is a blank between two Chinese characters; thinner than so much is a rule.
BLANK, THIN = 0.3, 0.3


@dataclass(frozen=True, slots=True)
class AltoPage:
    """A page's pieces in the unit of its file, and the day that its description names."""

    pieces: tuple[Piece, ...]
    width: float
    height: float
    date: date | None


def alto_sheets(root: etree._Element) -> Iterator[AltoPage]:
    """The pages of a file."""
    sizes = {style.get("ID", ""): _number(style, "FONTSIZE") for style in root.iter("{*}TextStyle")}
    day = next(filter(None, (find_date(name.text or "") for name in root.iter("{*}fileName"))), None)
    for page in root.iter("{*}Page"):
        pieces = [piece for line in page.iter("{*}TextLine") for piece in _line(line, sizes)]
        pieces = [*_sized(pieces), *_drawn(page)]
        right = max((piece.box.right for piece in pieces), default=1.0)
        bottom = max((piece.box.bottom for piece in pieces), default=1.0)
        width, height = max(_number(page, "WIDTH"), right), max(_number(page, "HEIGHT"), bottom)
        told = any(piece.text for piece in pieces)
        yield AltoPage(tuple(pieces) if told else (), width, height, day)


def _number(element: etree._Element, name: str) -> float:
    try:
        found = float(element.get(name, 0))
    except ValueError:
        return 0.0
    return found if 0 <= found < 1e9 else 0.0


def _box(element: etree._Element) -> Box | None:
    left, top = _number(element, "HPOS"), _number(element, "VPOS")
    width, height = _number(element, "WIDTH"), _number(element, "HEIGHT")
    return Box(left, top, left + width, top + height) if width > 0 and height > 0 else None


def _line(line: etree._Element, sizes: Mapping[str, float]) -> Iterator[Piece]:
    """A line of text; its size in the file's points, 0 where it does not tell."""
    strings = [one for one in line if _name(one) in ("String", "SP")]
    box = _box(line) or _around([box for one in strings if (box := _box(one))])
    text = _text(strings, box.height if box else 0.0)
    if box and text:
        block = line.getparent()
        yield Piece(text, box, "text", line=True, size=_size([*strings, line, block], sizes) or None)


def _name(element: etree._Element) -> str:
    """What an element is called, in whatever space of names; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _around(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _text(strings: list[etree._Element], high: float) -> str:
    """The strings of a line; a word that is parted at a line's end stands where it begins."""
    text, gap = "", False
    for one in strings:
        name = _name(one)
        if name == "SP":
            gap = not one.get("WIDTH") or _number(one, "WIDTH") > BLANK * high or text[-1:].isascii()
        elif name == "String" and one.get("SUBS_TYPE") != "HypPart2":
            parted = one.get("SUBS_TYPE") == "HypPart1" and one.get("SUBS_CONTENT")
            said = parted or one.get("CONTENT", "")
            text += " " * (gap and bool(text)) + said
            gap = False
    return text.strip()


def _size(elements: list[etree._Element | None], sizes: Mapping[str, float]) -> float:
    """The size that the styles of a line's strings say, else its own, else its block's."""
    for element in elements:
        if element is not None:
            for style in element.get("STYLEREFS", "").split():
                if sizes.get(style):
                    return sizes[style]
    return 0.0


def _sized(pieces: list[Piece]) -> list[Piece]:
    """The pieces with their sizes in the unit of their boxes; where not all tell, none does."""
    ratios = [piece.box.height / piece.size for piece in pieces if piece.size]
    scale = median(ratios) if len(ratios) == len(pieces) and ratios else 0.0
    return [
        Piece(piece.text, piece.box, line=True, size=piece.size * scale if piece.size and scale else None)
        for piece in pieces
    ]


def _drawn(page: etree._Element) -> Iterator[Piece]:
    """Pictures and rules."""
    for name in ("Illustration", "GraphicalElement"):
        for element in page.iter(f"{{*}}{name}"):
            if box := _box(element):
                flat = name == "GraphicalElement" and min(box.width, box.height) < THIN * max(box.width, box.height)
                kind: Kind = "rule" if flat else "picture"
                yield Piece("", box, kind)
