"""Doors: every format is opened by its name, and gives what can be read on."""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article, dumps, to_json
from articles.errors import Failure, InputError
from articles.layout import Box, Line
from articles.page import Page
from formats.doors import ALL, DOORS, PAGE_SUFFIXES, REFUSED, find_door, open_file, open_stream, page_files
from formats.shown import show_article
from tests.converted import alto, middle
from tests.laid_out import layout
from tests.laid_out import pdf as laid_out_pdf
from tests.zips import sheet, word, zipped

ARTICLE = Article("a", source="p1.txt", headline="新馆开馆", body=("新馆今天开馆。",))
PLAIN = "新馆开馆\n\n新馆今天开馆。"
LINE = dumps(to_json(ARTICLE))
PICTURE_SUFFIXES = {suffix for suffix, door in DOORS.items() if door.module == "picture"}


def opened(headline: str, text: str) -> dict[str, tuple[bytes, type]]:
    """For each door a file of a small story, and what comes of it."""
    story, row = f"{headline}\n\n{text}", (headline, text)
    article = Article("a", source="p1.txt", headline=headline, body=(text,))
    entry = f"<title>{headline}</title><description>{text}</description>"
    feed = f"<rss version='2.0'><channel><item>{entry}</item></channel></rss>"
    page = replace(
        layout(), lines=tuple(Line(line, Box(50, 50 + 20 * at, 250, 62 + 20 * at), 12) for at, line in enumerate(row))
    )
    return {
        ".txt": (story.encode(), Page),
        ".md": (f"# {story}".encode(), Page),
        ".jsonl": (dumps(to_json(article)).encode(), Article),
        **{f".{end}": (f"<h1>{story}</h1>".encode(), Page) for end in ("htm", "html", "xhtml", "mht", "mhtml")},
        ".json": (json.dumps(middle(page)).encode(), Page),
        ".xml": (alto(page), Page),
        ".pdf": (laid_out_pdf(page), Page),
        ".docx": (word(*row), Page),
        ".csv": (f"标题,正文\n{headline},{text}".encode(), Article),
        ".tsv": (f"标题\t正文\n{headline}\t{text}".encode(), Article),
        ".xlsx": (sheet(("标题", "正文"), row), Article),
        ".xls": (sheet(("标题", "正文"), row), Article),
        ".rss": (feed.encode(), Article),
        ".atom": (feed.encode(), Article),
        ".zip": (zipped({"a.txt": story.encode()}), Page),
    }


OPENED = opened(*PLAIN.split("\n\n"))


@pytest.mark.parametrize("suffix", [suffix for suffix in DOORS if suffix not in (*PICTURE_SUFFIXES, *REFUSED.suffixes)])
def test_every_door_opens(suffix: str) -> None:
    """By the suffix in any case, from the bytes alone; a new door needs its example here, but for pictures."""
    data, kind = OPENED[suffix]
    for name in (f"day{suffix}", f"DAY{suffix.upper()}"):
        (item,) = open_file(data, name)
        assert type(item) is kind
        assert item.source in (name, f"{name}/a.txt", ARTICLE.source)


@pytest.mark.parametrize("suffix", OPENED)
def test_text_in_disguise_is_made_plain_at_every_door(suffix: str) -> None:
    """What has no shape goes, radicals are the characters that they look like; the page's lines and text agree."""
    (item,) = open_file(opened("新\u200b馆⼯地", "新馆⽇前\xad开馆。")[suffix][0], f"day{suffix}")
    if isinstance(item, Article):
        assert (item.headline, item.body) == ("新馆工地", ("新馆日前开馆。",))
    else:
        assert isinstance(item, Page)
        assert item.text.lstrip("# ").split() == ["新馆工地", "新馆日前开馆。"]
        assert item.layout is None or [line.text for line in item.layout.lines] == item.text.split("\n")


@pytest.mark.parametrize("suffix", DOORS)
def test_an_empty_file_is_told_at_every_door(suffix: str) -> None:
    """With the cure."""
    with pytest.raises(InputError, match="the file is empty; "):
        list(open_file(b"", f"day{suffix}"))


@pytest.mark.parametrize("suffix", DOORS)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.just(OPENED[".jsonl"][0][:-9])))
def test_any_bytes_are_read_or_told_at_every_door(suffix: str, data: bytes) -> None:
    """Whatever a file holds under a name, there are pages, articles or lines for its user."""
    with suppress(InputError):
        assert all(isinstance(item, Page | Article | Failure) for item in open_file(data, f"day{suffix}"))


def test_pages_are_opened_by_doors() -> None:
    """What is taken for a page in a folder has a door that gives pages."""
    assert {suffix for suffix, (_, kind) in OPENED.items() if kind is Page} == PAGE_SUFFIXES - PICTURE_SUFFIXES


def test_no_two_doors_take_the_same_file() -> None:
    """A suffix has one door."""
    assert len(DOORS) == sum(len(door.suffixes) for door in ALL)


def test_what_no_door_fits_is_told() -> None:
    """Every kind of page is named."""
    with pytest.raises(InputError) as told:
        open_file(b"%PDF", "day.xyz")
    assert all(suffix in str(told.value) for suffix in PAGE_SUFFIXES)


def test_a_zip_is_known_by_the_files_in_it() -> None:
    """Whatever its name; a broken one by its name alone; a document within a zip makes none of it."""
    document = word("新馆今天开馆。")
    for data, name, module in [
        (document, "a.zip", "docx.door"),
        (zipped({"a.txt": b"a"}), "a.docx", "zipped"),
        (zipped({"a.docx": document}), "a", "zipped"),
        (document[:100], "a.docx", "docx.door"),
        (document[:100], "a.zip", "zipped"),
        (zipped({"OFD.xml": b"<OFD/>"}), "a.zip", "refused"),
    ]:
        assert find_door(data, name).module == module


def test_a_stream_is_articles_or_a_page() -> None:
    """Articles where it begins with a brace, whatever white space is before; shown articles come back as they were."""
    assert list(open_stream(f" \n{LINE}".encode(), "stdin")) == [ARTICLE]
    assert list(open_stream(PLAIN.encode(), "stdin")) == [Page(PLAIN, "stdin")]
    assert list(open_stream("\n".join(show_article(ARTICLE)).encode(), "stdin")) == [ARTICLE]


def test_a_door_is_loaded_when_a_file_comes_for_it() -> None:
    """A page of text is read without PDF's door, and no file is read with PDFium in this process."""
    code = """
import sys
from formats.doors import open_file
{}
print(*sorted(name for name in sys.modules if "pdf" in name or name in ("formats.text", "formats.jsonl")))
"""
    reads = {
        "": "",
        "open_file(b'a page', 'page.txt')": "formats.text",
        f"list(open_file({OPENED['.pdf'][0]!r}, 'page.pdf'))": "formats.pdf formats.pdf.door",
    }
    for read, loaded in reads.items():
        done = subprocess.run([sys.executable, "-c", code.format(read)], capture_output=True, text=True, check=True)
        assert done.stdout.split() == loaded.split()


def test_no_verb_reads_a_text_page_with_pdfium(tmp_path: Path) -> None:
    """The command as a whole keeps to it."""
    page = tmp_path / "page.txt"
    page.write_text(PLAIN, "utf-8")
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules)); from baozhai.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "read", str(page)], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert "formats.text" in loaded
    assert "pdf" not in loaded


def test_other_programs_files_in_a_folder_are_no_pages(tmp_path: Path) -> None:
    """JSON and XML are pages where their heads say so."""
    for suffix in (".json", ".xml"):
        (tmp_path / f"page{suffix}").write_bytes(OPENED[suffix][0])
        (tmp_path / f"other{suffix}").write_text("{}<html/>", "utf-8")
    assert page_files(tmp_path) == ([tmp_path / "page.json", tmp_path / "page.xml"], 2)
