"""Files of every other door: PDF, Word, Excel, feeds, converters' JSON and XML, and what lies in a zip, all damaged."""

import io
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from hypothesis import strategies as st

from articles.page import Page
from tests.attack.case import Case, Kind
from tests.attack.command import taken
from tests.attack.damage import BYTE_WOUNDS, HOSTILE, SHARE, TEXT_WOUNDS, Wound, damaged, wounds
from tests.attack.pages import cases, lawful, opened
from tests.formats.test_doors import OPENED
from tests.invented import PATENTS
from tests.laid_out import layout
from tests.laid_out import pdf as laid_out_pdf
from tests.pdfs import pdf
from tests.zips import zipped

OTHERS = (".docx", ".xlsx", ".xls", ".csv", ".tsv", ".rss", ".atom", ".json", ".xml", ".mht", ".zip")
TOKENS = (
    *(b" 0 R", b"<<", b">>", b"endobj", b"stream\n", b"endstream", b"/Kids", b"/Length -1", b"99999999999", b"BT"),
    *(b"[", b"]", b"(", b"/Parent 2 0 R", b"/Contents 2 0 R", b"/MediaBox [0 0 0 0]", b" 1e38 ", b"q Q", b"<feff>"),
)
PDFS = (laid_out_pdf(layout()), laid_out_pdf(layout(), layout()), pdf("BT /F1 12 Tf 50 700 Td (page) Tj ET"))


def repacked(data: bytes, at: float, found: list[Wound]) -> bytes:
    """A zip with one of its files damaged and packed again, so that what is damaged is read."""
    try:
        with ZipFile(io.BytesIO(data)) as file:
            files = {name: file.read(name) for name in file.namelist()}
    except (BadZipFile, zlib.error):
        return data
    name = list(files)[round(at * (len(files) - 1))]
    text = files[name].decode("utf-8", "surrogateescape")
    return zipped(files | {name: damaged(text, found).encode("utf-8", "surrogateescape")})


def check(case: Case, folder: Path) -> None:
    """A verb takes the file, and what pages come of it are read by the law."""
    taken(case.how, case.write(folder))
    for page in opened(case):
        if isinstance(page, Page):
            lawful(page)


def _of(suffix: str) -> st.SearchStrategy[Case]:
    whole = OPENED[suffix][0]
    made = [st.builds(damaged, st.just(whole), BYTE_WOUNDS)]
    if whole.startswith(b"PK"):
        made.append(st.builds(repacked, st.just(whole), SHARE, TEXT_WOUNDS))
    else:
        text = st.builds(damaged, st.just(whole.decode()), TEXT_WOUNDS)
        made.append(text.map(lambda text: text.encode("utf-8", "replace")))
    return cases(st.one_of(made), suffix)


BAD_NAMES = ("../../x.txt", "/etc/x.txt", "C:\\x.txt", "a/", ".txt", "x.txt/x.txt", "\x1b[2J.txt", "n" * 300 + ".txt")
NAMES = st.one_of(
    st.sampled_from([f"p01{suffix}" for suffix in OPENED]),
    st.sampled_from(BAD_NAMES),
    st.tuples(st.text(max_size=9), st.sampled_from([".txt", ".jsonl", ".html", ".zip", ".exe"])).map("".join),
    st.sampled_from(HOSTILE).map(lambda text: f"{text}.txt"),
)
# A number stands for so many zeros.
HELD = st.one_of(
    st.sampled_from([OPENED[suffix][0] for suffix in OPENED]),
    st.just("\n\n".join((PATENTS.headline or "", *PATENTS.body)).encode()),
    st.binary(max_size=20),
    st.just(11_000_000),
)


def _zipped(files: dict[str, bytes | int]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", 8, compresslevel=1) as file:
        for name, data in files.items():
            file.writestr(name.partition("\0")[0].encode("utf-8", "replace").decode() or "a", bytes(data))
    return out.getvalue()


ZIPS = st.builds(damaged, st.dictionaries(NAMES, HELD, max_size=5).map(_zipped), st.one_of(st.just([]), BYTE_WOUNDS))
TORN = wounds(st.one_of(st.sampled_from(TOKENS), st.binary(max_size=4)))
PDF = Kind("pdf", cases(st.builds(damaged, st.sampled_from(PDFS), TORN), ".pdf"), check, 6)
DOORS = Kind("doors", st.sampled_from(OTHERS).flatmap(_of), check, 30)
ZIP = Kind("zips", cases(ZIPS, ".zip"), check, 10)
