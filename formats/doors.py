"""The doors: which format a file has, and what it holds."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.page import Page
from articles.ranges import lost_in_page
from formats.folder import Tell, files_under

Items = Iterable[Page | Article | Failure]


@dataclass(frozen=True, slots=True)
class Door:
    """A format that comes in.

    module: where in this room its function is, which is called `read_` and the first word; it is loaded when a file
    comes for it. pages: whether such files in a folder are pages; articles are named one by one. begins: how a file
    begins that is of this format whatever its name; holds: a file that a zip of this format has; marked: what stands in
    the head of those in a folder that are pages; named: how a file of such a name begins that is of this format though
    others begin so too. slow: whether a page takes longer to open than a process to start; shared: whether its function
    takes as a third how many processes may share the pages of a file.
    """

    module: str
    suffixes: tuple[str, ...]
    pages: bool = True
    begins: bytes | None = None
    holds: str | None = None
    marked: bytes | None = None
    named: bytes | None = None
    slow: bool = False
    shared: bool = False

    def __call__(self, data: bytes, source: str, jobs: int = 1) -> Items:
        """The pages and articles in a file's bytes; raises InputError where they are not what their name says."""
        read = f"read_{self.module.partition('.')[0]}"
        more = (jobs,) if self.shared else ()
        items: Items = getattr(import_module(f"formats.{self.module}"), read)(data, source, *more)
        return items


TEXT = Door("text", (".md", ".txt"))
JSONL = Door("jsonl", (".jsonl",), pages=False)
ZIP = Door("zipped", (".zip",), slow=True, shared=True)
OLE = rb"\xd0\xcf\x11\xe0"
# Known and not read: each is told with the way to a format that is.
REFUSED = Door(
    "refused",
    (".doc", ".wps", ".rtf", ".ofd", ".ceb", ".cebx", ".caj", ".epub", ".ppt", ".pptx"),
    pages=False,
    begins=OLE + rb"|\{\\rtf",
    holds=r"OFD\.xml|ppt/presentation\.xml|META-INF/container\.xml",
)
# A feed is known by its first element, whatever stands before it.
BEFORE = rb"(?>(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*)"
FEED_BEGINS = BEFORE + rb"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]"
# A workbook of the old format, but not one that stands in a document.
BOOK_BEGINS = OLE + rb"(?!.*%s)(?=.*%s)" % tuple(name.encode("utf-16-le") for name in ("WordDocument", "Workbook"))
# A table in HTML or XML, saved under Excel's name.
TABLE_NAMED = rb"[^\0]*?<(?:(?i:table)|(?:\w+:)?Workbook)[\s>]"
# Of a bitmap the size stands between, and four bytes that are nil.
PICTURE_BEGINS = rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}"
DIGEST = b'<meta name="generator" content="Baozhai">'
# Markdown may hold a table or a picture in HTML, but begins with none of these.
HTML_BEGINS = (
    rb"(?i:(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*|<!--[^>]{0,300}-->\s*){0,9}"
    rb"<(?:!doctype html|html|head|body|h[1-6]|p)[\s>])"
)
# ALTO or METS, whatever stands before its root.
XML_BEGINS = rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^<>]*>\s*)*<(?:[\w.-]+:)?(?:alto|mets)[\s>]"
# Other programs' JSON and XML is no page.
JSON_MARKS, HEAD = rb'"(?:pdf_info|page_idx|parsing_res_list|rec_texts|DoclingDocument)"', 65_536
# The richer a format, the earlier: of a page that is given in two the first is read.
ALL = (
    Door("html.door", (".htm", ".html", ".xhtml", ".mht", ".mhtml"), begins=HTML_BEGINS),
    Door("pdf.door", (".pdf",), begins=rb"%PDF-", slow=True, shared=True),
    Door("alto.door", (".xml",), begins=XML_BEGINS, marked=rb"<(?:[\w.-]+:)?(?:alto|mets)[\s>]"),
    Door("boxes.door", (".json",), marked=JSON_MARKS),
    Door("docx.door", (".docx",), holds=r"word/document\d*\.xml"),
    TEXT,
    JSONL,
    Door("picture", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"), begins=PICTURE_BEGINS, slow=True),
    Door("csv", (".csv", ".tsv"), pages=False),
    Door("excel.door", (".xlsx", ".xls"), False, BOOK_BEGINS, r"xl/workbook\.xml", named=TABLE_NAMED),
    Door("feed", (".rss", ".atom"), pages=False, begins=FEED_BEGINS),
    ZIP,
    REFUSED,
)
# What MinerU lays beside one another of one page, the richest first: its lines, its blocks, the PDF that it read, and
# that with boxes drawn in; and in a folder called so the pictures that it cut out.
MINERU = ("_middle.json", "_content_list.json", "_origin.pdf", "_span.pdf", "_spans.pdf", "_layout.pdf")
CUT_OUT = "images"
DOORS: Mapping[str, Door] = {suffix: door for door in ALL for suffix in door.suffixes}
PAGE_SUFFIXES = frozenset(suffix for suffix, door in DOORS.items() if door.pages)
ARTICLE_SUFFIXES = frozenset(DOORS) - PAGE_SUFFIXES - frozenset(REFUSED.suffixes)
# What a folder holds of these is opened, or told.
IN_FOLDERS = PAGE_SUFFIXES | frozenset(REFUSED.suffixes)


def is_slow(source: str) -> bool:
    """Whether a file of this name is slow to open."""
    door = DOORS.get(Path(source).suffix.lower())
    return door is not None and door.slow


def same_page(path: Path) -> Path:
    """What the files that give one page in several formats have in common: their folder and their name."""
    suffix = path.suffix.lower()
    if suffix not in PAGE_SUFFIXES or suffix in ZIP.suffixes:
        return path
    end = next((end for end in MINERU if path.name.endswith(end) and path.name != end), path.suffix)
    return path.with_name(path.name.removesuffix(end) + ".*")


def richness(source: str) -> tuple[int, int]:
    """The place of a file's format, the richest first; what MinerU wrote is as rich as its JSON."""
    part = next((at for at, end in enumerate(MINERU) if source.endswith(end)), len(MINERU))
    suffix = Path(source).suffix.lower() if part == len(MINERU) else ".json"
    return [*DOORS, suffix].index(suffix), part


def open_file(data: bytes, source: str, jobs: int = 1) -> Items:
    """The pages and articles in a file's bytes, by what they or its name say; InputError where no door fits.

    A page whose day or number is none has null, which is told. jobs: processes that may share the pages of the file.
    """
    return _told(find_door(data, source)(data, source, jobs))


def _told(items: Items) -> Items:
    """The items, and of pages before each a notice of what they say of their day and number that no page has."""
    told = set()
    for item in items:
        for one in lost_in_page(item) if isinstance(item, Page) else ():
            told_of = (str(item.source).rpartition("#")[0] or str(item.source), *one)
            if told_of not in told:
                told.add(told_of)
                yield Notice(told_of[0], InputError(*one))
        yield item


def find_door(data: bytes, source: str) -> Door:
    """The door for a file's bytes, by what they or its name say; raises InputError where none fits."""
    named = DOORS.get(Path(source).suffix.lower())
    known = named and named.named and re.match(named.named, data, re.DOTALL)
    door = named if known else _by_beginning(data) or named
    if not door:
        raise InputError(
            f"it is neither a page ({', '.join(sorted(PAGE_SUFFIXES))}) "
            f"nor articles ({', '.join(sorted(ARTICLE_SUFFIXES))})",
            "extract its text to a .txt file",
        )
    return door


def open_stream(data: bytes, source: str) -> Items:
    """The same of bytes without a name that tells: articles where they begin with {, else a page."""
    if door := _by_beginning(data):
        return _told(door(data, source))
    from formats.text import decode

    return _told((JSONL if decode(data).lstrip().startswith("{") else TEXT)(data, source))


def _by_beginning(data: bytes) -> Door | None:
    if data.startswith(b"PK\x03\x04"):
        return _by_files(data)
    return next((door for door in ALL if door.begins and re.match(door.begins, data, re.DOTALL)), None)


def _by_files(data: bytes) -> Door | None:
    """The door for a zip, by the files in it; None for a broken one, of which the name alone may tell."""
    from formats.packed import names_in

    names = names_in(data)
    found = (door for door in ALL if door.holds and any(re.fullmatch(door.holds, name) for name in names))
    return next(found, ZIP if names else None)


def page_files(folder: Path, tell: Tell = lambda _: None) -> tuple[list[Path], int]:
    """The page files under a folder in sorted order, and how many files of other kinds were passed over.

    tell: called with what cannot be looked into.
    """
    files = files_under(folder, tell)

    def is_part(path: Path) -> bool:
        saved = belongs(path.relative_to(folder), lambda page: os.path.isfile(folder / page))
        return saved or _is_cut_out(path, folder)

    pages = [
        path
        for path in files
        if path.suffix.lower() in IN_FOLDERS and not (is_part(path) or _is_digest(path)) and _is_marked(path)
    ]
    return pages, len(files) - len(pages)


def is_marked(door: Door, data: bytes) -> bool:
    """Whether the head of a file says what its door asks for."""
    return door.marked is None or re.search(door.marked, data[:HEAD]) is not None


def _is_marked(path: Path) -> bool:
    """Whether a file's head says what its door asks for; one that cannot be read is told when it is opened."""
    door = DOORS[path.suffix.lower()]
    if door.marked is None or not os.path.isfile(path):
        return True
    with suppress(OSError), path.open("rb") as file:
        return is_marked(door, file.read(HEAD))
    return True


def _is_digest(path: Path) -> bool:
    """Whether a file is a digest in HTML, or an index of some, which may lie among the pages; its head says so."""
    if path.suffix != ".html" or not os.path.isfile(path):
        return False
    with suppress(OSError), path.open("rb") as file:
        return DIGEST in file.read(500)
    return False


def belongs(path: PurePath, is_file: Callable[[PurePath], bool]) -> bool:
    """Whether a browser saved a file as a part of a page, in NAME_files/ beside NAME.html, which is a file."""
    homes = [home for home in path.parents if home.name.endswith(("_files", ".files"))]
    return any(is_file(home.with_name(home.name[:-6] + end)) for home in homes for end in (".html", ".htm"))


def _is_cut_out(path: Path, folder: Path) -> bool:
    """Whether MinerU cut a picture out of the page that it read, whose JSON lies beside the pictures' folder."""
    home = path.parent
    return home.name == CUT_OUT and home != folder and any(any(home.parent.glob(f"*{end}")) for end in MINERU[:2])
