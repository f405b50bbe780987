"""METS: the files that it names, in the order of the pages of an issue."""

from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from formats.folder import shown_folder

HREF = "{http://www.w3.org/1999/xlink}href"
# A file that lists an issue's pages says so in its name.
NAMES = ("*mets*.xml", "*METS*.xml")
MOST_DIGITS = 6
MOST_BYTES = 20_000_000


def named_files(root: etree._Element) -> list[str]:
    """The names of the XML files that a METS file holds, as its physical structure has their pages."""
    names = {
        file.get("ID", ""): unquote(href).replace("\\", "/").rpartition("/")[2]
        for file in root.iter("{*}file")
        for place in file.iter("{*}FLocat")
        if (href := place.get(HREF, "")).lower().endswith(".xml")
    }
    ordered = [names[file] for page in _pages(root) for file in _files(page) if file in names]
    return list(dict.fromkeys([*ordered, *names.values()]))


def order_of(source: Path) -> int | None:
    """The number of a page's file in the METS file beside it, from 1; None where there is none that names it."""
    folder = shown_folder(source.parent)
    for path in sorted({path for pattern in NAMES for path in folder.glob(pattern)}):
        try:
            if path.name != source.name and path.stat().st_size <= MOST_BYTES:
                names = named_files(etree.fromstring(path.read_bytes(), _parser()))
                if source.name in names:
                    return names.index(source.name) + 1
        except (OSError, etree.XMLSyntaxError, ValueError):
            continue
    return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


def _pages(root: etree._Element) -> list[etree._Element]:
    """The pages of the physical structure, by their order where it is said."""
    maps = [one for one in root.iter("{*}structMap") if one.get("TYPE", "").upper() == "PHYSICAL"]
    found = [page for one in maps for page in one.iter("{*}div") if page.find("{*}fptr") is not None]
    return sorted(found, key=lambda page: page.get("ORDER", "").zfill(MOST_DIGITS))


def _files(page: etree._Element) -> list[str]:
    """The files of a page, and of the areas in it."""
    pointed = [one.get("FILEID", "") for one in page.iterfind("{*}fptr")]
    return [*pointed, *(area.get("FILEID", "") for area in page.iterfind("{*}fptr//{*}area"))]
