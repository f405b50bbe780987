"""Pages at the door: any encoding that Chinese text comes in, and one line for what is no text."""

import datetime
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from articles.errors import InputError, Notice
from articles.files import read_bytes
from articles.page import Page
from formats.doors import page_files
from formats.shown import show_article
from formats.text import decode, parse_page, read_text

TEXT = "# 春耕\n\n本报讯 3月16日，农民下地。\r\n䶮𠮷 Wi-Fi 6E\n"
PAGE = "# 春耕\n\n本报讯 3月16日，农民下地。\n䶮𠮷 Wi-Fi 6E\n"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_gives_the_same_page(encoding: str) -> None:
    """UTF-8 and UTF-16 with and without BOM and GB18030 decode to the same text."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_page_is_cleaned_and_what_is_bad_is_told() -> None:
    """Before the page comes the notice."""
    assert list(read_text(TEXT.replace("\n", "\u200b\n").encode(), "page.txt")) == [Page(PAGE, "page.txt")]
    notice, page = read_text(TEXT.encode() + b"\xff", "page.txt")
    assert isinstance(notice, Notice)
    where = f"in line 5 (byte {len(TEXT.encode())}), read as \ufffd"
    assert str(notice) == f"page.txt: bytes that are no text {where}; look there what is missing"
    assert page == Page(PAGE + "\ufffd", "page.txt")


def test_articles_that_were_shown_are_not_cleaned() -> None:
    """What this program wrote comes back to the letter."""
    article = Article("a", source="p.txt", body=("新\u200b馆 开 馆 今 天 办 证 。",))
    assert list(read_text("\n".join(show_article(article)).encode(), "day.txt")) == [article]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf" * 2, "\u3000\n\u200b\r\n\ufeff".encode(), b" \0\x0c\n"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    """Marks, blanks and controls are no page."""
    with pytest.raises(InputError, match="the file is empty; extract the page's text again"):
        list(read_text(data, "page.txt"))


def test_gbk_and_gb2312_are_gb18030() -> None:
    """What older programs write is read as well."""
    assert decode("岚川日报\n要闻".encode("gbk")) == decode("岚川日报\n要闻".encode("gb2312")) == "岚川日报\n要闻"


def test_a_stray_nul_makes_no_other_encoding() -> None:
    """A NUL byte in UTF-8 text does not turn the page into characters that nobody wrote."""
    assert decode("春耕\0开始，农民下地。".encode()) == "春耕\0开始，农民下地。"


@given(st.text(alphabet="春耕农民下地，。\n 𠮷a1", min_size=1))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    """Any text written as UTF-8 comes back, with a BOM or without."""
    assert decode(text.encode()) == decode(text.encode("utf-8-sig")) == text


@given(st.binary())
def test_bytes_are_text_or_an_error(data: bytes) -> None:
    """Whatever the bytes, there is a text or an error for its user."""
    with suppress(InputError):
        assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\x90\x08\x02\0\0\0", "no text|binary"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0" + bytes(range(256)), "no text|binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(128, 256)) * 4, "no text|binary"),
        (b"\xff\xfe\x00", "binary"),
        (bytes(range(32)) * 40, "no text|binary"),
    ],
    ids=["empty", "png", "zip", "pdf", "half a UTF-16", "control characters"],
)
def test_no_text_is_said_to_be_none(data: bytes, wrong: str) -> None:
    """A picture, an archive, a PDF under a page's name end in one line."""
    with pytest.raises(InputError, match=wrong):
        decode(data)


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\ufeff"[1:]])
def test_a_page_without_text_is_empty(text: str) -> None:
    """A page of white space is told to be empty."""
    with pytest.raises(InputError, match="empty"):
        parse_page(text, "page.txt")


@pytest.mark.parametrize(
    ("source", "text", "day", "number"),
    [
        ("page-2024-03-16.txt", "春耕", "2024-03-16", None),
        ("20240316_03.txt", "春耕", "2024-03-16", 3),
        ("jzrb-2024-03-16-p02.md", "春耕", "2024-03-16", 2),
        ("2024年3月16日第2版.txt", "春耕", "2024-03-16", 2),
        ("scan.txt", "岚川日报\n2024年3月16日 星期六 第4版\n\n春耕", "2024-03-16", 4),
        ("scan.txt", "春耕\n\n2024-3-16  A05", "2024-03-16", 5),
        ("scan.txt", "2024年3月16日，农民下地。", None, None),
        ("scan.txt", "2024-13-45", None, None),
        ("2023-01-06.txt", "2024年3月16日 星期六 第4版", "2023-01-06", 4),
    ],
)
def test_day_and_number(source: str, text: str, day: str | None, number: int | None) -> None:
    """The name of a page tells its day and number, else its header does, never its stories."""
    page = parse_page(text, source)
    assert (page.date, page.number) == (day and datetime.date.fromisoformat(day), number)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and a folder each have their own line."""
    with pytest.raises(InputError, match="no such file"):
        read_bytes(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read_bytes(tmp_path)


def test_page_files_come_sorted(tmp_path: Path) -> None:
    """The pages under a folder in the same order at every run, files of other kinds counted, hidden ones unseen."""
    for name in ("b.txt", "a.MD", "c/1.txt", "notes.css", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("春耕", "utf-8")
    pages, others = page_files(tmp_path)
    assert ([page.relative_to(tmp_path).as_posix() for page in pages], others) == (["a.MD", "b.txt", "c/1.txt"], 1)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("岚川日报%20版面.txt", None),
        ("2025-04-09%20%E7%AC%AC3%E7%89%88.txt", 3),
        ("100%第2版.md", 2),
        ("第20版.txt", 20),
    ],
)
def test_a_name_that_came_over_the_web(name: str, number: int | None) -> None:
    """What stands for a blank or a character in a link is no number of a page."""
    [page] = read_text("新馆开馆\n\n新馆昨天开馆。".encode(), name)
    assert isinstance(page, Page)
    assert page.number == number
