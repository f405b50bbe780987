"""The door for what is often sent and not read here: each is told with the way to a format that is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from articles.errors import InputError
from articles.page import Page
from formats.packed import names_in

TO_WORD = "open it in Word or WPS and save it as .docx"
TO_PDF = "print it to a PDF from the program that opens it"
CURES: Mapping[str, tuple[str, str]] = {
    ".doc": ("it is a Word file of the old format", TO_WORD),
    ".wps": ("it is a WPS file", TO_WORD),
    ".rtf": ("it is an RTF file", TO_WORD),
    ".ofd": ("it is an OFD file", TO_PDF),
    ".ceb": ("it is a CEB file", TO_PDF),
    ".cebx": ("it is a CEBX file", TO_PDF),
    ".caj": ("it is a CAJ file", TO_PDF),
    ".epub": ("it is an e-book", "save its text as .txt"),
    ".ppt": ("it holds slides", "save them as PDF"),
    ".pptx": ("it holds slides", "save them as PDF"),
}
# What the streams of an old Office file, and the files in a zip, are called.
STREAMS = {"EncryptedPackage": "", "WordDocument": ".doc", "PowerPoint Document": ".ppt"}
FILES = {"OFD.xml": ".ofd", "ppt/presentation.xml": ".ppt", "META-INF/container.xml": ".epub"}
LOCKED = ("it is locked by a password", "save it without one")
OLD = ("it is a file of an old Office, or a broken one", "save it as .docx or PDF")


def read_refused(data: bytes, source: str) -> Iterator[Page]:
    """Raises InputError."""
    if not data:
        raise InputError("the file is empty", "fetch it again")
    suffix = _by_content(data)
    named = Path(source).suffix.lower()
    # A file of WPS says that it is one of Word.
    told = named if suffix in (None, ".doc") and named in CURES else suffix
    raise InputError(*(LOCKED if told == "" else CURES.get(told or "", OLD)))


def _by_content(data: bytes) -> str | None:
    """The suffix that fits what a file holds, empty where that is locked, None where the bytes do not tell."""
    if data.startswith(rb"{\rtf"):
        return ".rtf"
    if data.startswith(b"PK"):
        return next((FILES[name] for name in names_in(data) if name in FILES), None)
    return next((suffix for name, suffix in STREAMS.items() if name.encode("utf-16-le") in data), None)
