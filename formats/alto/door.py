"""The door for ALTO and METS: XML that names neither files nor entities of its own is read, and nothing is fetched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from articles.errors import InputError
from articles.page import Page
from formats.alto.mets import named_files, order_of
from formats.alto.pages import alto_sheets
from formats.folder import shown_folder
from formats.measured import measured_layout
from formats.placed import place_page

BROKEN = ("it is no XML, or a broken one", "fetch it again")
UNKNOWN = ("it is XML, but neither ALTO nor METS", "name the page's ALTO file, or extract its text to a .txt file")
EMPTY = ("it has no line of text", "have its picture read again")
ALONE = "put them beside it, and name their folder"


def read_alto(data: bytes, source: str) -> Iterator[Page]:
    """The pages of an ALTO file; of a METS file none, where the files that it names stand beside it.

    Raises InputError for other XML, and for a METS file alone.
    """
    root = _root(data)
    kind = etree.QName(root).localname.lower()
    if kind == "mets":
        _check_files(named_files(root), shown_folder(Path(source).parent))
        return
    if kind != "alto":
        raise InputError(*UNKNOWN)
    sheets = [sheet for sheet in alto_sheets(root) if sheet.pieces]
    if not sheets:
        raise InputError(*EMPTY)
    order = order_of(Path(source)) if len(sheets) == 1 else None
    for number, sheet in enumerate(sheets, 1):
        name, ordinal = (f"{source}#{number}", number) if len(sheets) > 1 else (source, None)
        page = place_page(measured_layout(sheet.pieces, sheet.width, sheet.height), name, ordinal)
        yield replace(page, number=order or page.number, date=page.date or sheet.date)


def _root(data: bytes) -> etree._Element:
    """The root of a document."""
    if not data.strip():
        raise InputError("the file is empty", "fetch it again")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(*BROKEN) from None


def _check_files(names: list[str], folder: Path) -> None:
    if not any((folder / name).is_file() for name in names):
        raise InputError(f"it puts {len(names)} files in order and holds no text", ALONE)
