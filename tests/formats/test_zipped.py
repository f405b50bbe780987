"""Zip files: each file in one is opened as if it lay in a folder, and none does harm."""

import io
import struct
import tracemalloc
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile, ZipInfo

import pytest

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.page import Page
from formats import packed
from formats.doors import open_file
from formats.packed import Packed, names_in, shown_name
from formats.zipped import read_zipped
from tests.pdfs import pdf, say
from tests.zips import word, zipped

SHARED = Path(__file__).resolve().parents[3] / "shared" / "files"
TEXT = "新馆今天开馆。".encode()
# Where the line of the directory says: flags, packed size, size; where the head of a file says its flags.
FLAGS, SIZE, HEAD_FLAGS, HEAD_SIZE = 8, 24, 6, 22


def opened(data: bytes) -> list[str]:
    """The sources of what is in a zip, and the lines of what is not."""
    return [str(item) if isinstance(item, Failure) else str(item.source) for item in open_file(data, "d/X.zip")]


def patched(data: bytes, form: str, value: int, line: int, head: int) -> bytes:
    """A zip of one file that says something else of it, in its directory and at its head."""
    made = bytearray(data)
    struct.pack_into(form, made, made.rfind(b"PK\1\2") + line, value)
    struct.pack_into(form, made, head, value)
    return bytes(made)


def test_each_file_has_its_door() -> None:
    """In the order of their names, whatever their folder; files of other kinds are counted, and litter passed over."""
    data = zipped(
        {
            "b/第2版.md": TEXT,
            "a.TXT": TEXT,
            "c.pdf": pdf(say("a page", 50, 700), say("a page", 50, 700)),
            "d.docx": word("新馆今天开馆。"),
            "e.jsonl": '{"id": "x", "body": "春"}\n{half'.encode(),
            "f.css": b"a {}",
            "__MACOSX/a.TXT": b"\0\0",
            ".DS_Store": b"\0",
            "b/._a.txt": b"\0",
            "~$d.docx": b"\0",
            "g.json": b'{"name": "settings"}',
            "h.htm": f"<p>{TEXT.decode()}</p>".encode(),
            "h_files/i.htm": b"<p>advertisement</p>",
            "j_files/k.htm": f"<p>{TEXT.decode()}</p>".encode(),
        }
    )
    *items, last = read_zipped(data, "X.zip")
    assert isinstance(last, Notice)
    assert str(last) == "X.zip: 2 files of kinds that are not read: f.css, g.json; look whether a page is among them"
    sources = [item.source for item in items if isinstance(item, Page | Failure)]
    assert sources[:2] == ["X.zip/a.TXT", "X.zip/b/第2版.md"]
    others = ("c.pdf", "d.docx", "e.jsonl:2", "h.htm", "j_files/k.htm")
    assert {source.partition("#")[0] for source in sources[2:]} == {f"X.zip/{name}" for name in others}
    assert sum(isinstance(item, Article) for item in items) == 1


def test_names_are_in_the_encoding_of_who_packed_them() -> None:
    """GBK or Big5 of a Chinese Windows, or UTF-8 that is not marked as such; letters of an older one stay letters."""
    for encoding in ("gbk", "big5", "utf-8"):
        assert shown_name(ZipInfo("版面.txt".encode(encoding).decode("cp437"))) == "版面.txt"
    for name, encoding in (("岚.txt", "gbk"), ("頭版要聞.txt", "big5"), ("Übersicht.txt", "cp437")):
        assert shown_name(ZipInfo(name.encode(encoding).decode("cp437"))) == name
    assert shown_name(ZipInfo("\u7248.txt")) == "版.txt"
    marked = ZipInfo("版面.txt")
    marked.flag_bits = packed.IN_UTF8
    assert shown_name(marked) == "版面.txt"


def test_a_name_that_climbs_out_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown without what climbs, nothing is written, and files that then share a name are all read."""
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../e.txt": TEXT, "/e.txt": TEXT, "..\\e.txt": TEXT, "a\nb.txt": TEXT})
    assert opened(data) == [f"d/X.zip/{name}" for name in ("a b.txt", "again/again/e.txt", "again/e.txt", "e.txt")]
    assert list(tmp_path.iterdir()) == []


def test_one_bad_file_is_one_line() -> None:
    """The others are read: a broken PDF, an empty page, a page that is no text, a zip in the zip whatever its name."""
    inner = zipped({"a.txt": TEXT})
    files = {"a.pdf": b"%PDF-", "b.txt": b"", "c.txt": b"\0" * 99, "d.zip": inner, "e.txt": inner, "f.doc": b"a"}
    lines = opened(zipped({**files, "g.txt": TEXT}))
    assert [line.partition(":")[0] for line in lines] == [f"d/X.zip/{name}" for name in (*files, "g.txt")]
    assert all(": " in line and "; " in line for line in lines[:-1])
    assert all("zip in a zip" in line for line in lines[3:5])


def test_a_locked_file_is_one_line_and_so_is_a_zip_of_them() -> None:
    """With the cure."""
    locked = patched(zipped({"a.txt": TEXT}), "<H", 1, FLAGS, HEAD_FLAGS)
    with pytest.raises(InputError, match="locked by a password"):
        list(read_zipped(locked, "X.zip"))
    both = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    struct.pack_into("<H", both, both.find(b"PK\1\2") + FLAGS, 1)
    assert opened(bytes(both)) == ["d/X.zip/a.txt: it is locked by a password; pack it without one", "d/X.zip/b.txt"]


def test_a_zip_that_would_fill_the_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """By how many files it says it holds, how large they say they are, and how much smaller they are packed."""
    large = zipped({"a.txt": b"a" * 20_000_000})
    assert opened(large) == [
        "d/X.zip/a.txt: it unpacks to more than 200 times its size; give the file itself, if you trust it"
    ]
    with pytest.raises(InputError, match="more than 500 MB"):
        opened(patched(zipped({"a.txt": TEXT}), "<I", 600_000_000, SIZE, HEAD_SIZE))
    with pytest.raises(InputError, match="more than 2,000 files"):
        opened(zipped({f"{number}.txt": b"" for number in range(2_001)}))
    lying = bytearray(zipped({f"{number}.txt": b"" for number in range(2_001)}))
    struct.pack_into("<HH", lying, lying.rfind(b"PK\5\6") + 8, 1, 1)
    with pytest.raises(InputError, match="more than 2,000 files"):
        opened(bytes(lying))
    monkeypatch.setattr(packed, "MOST_LINES", 5)
    with pytest.raises(InputError, match="more than 2,000 files"):
        opened(zipped({f"{number}.txt": b"" for number in range(6)}))


def test_a_file_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    """Fifty million bytes that say they are ten: a line, and no memory."""
    lying = patched(zipped({"a.txt": b"a" * 50_000_000}), "<I", 10, SIZE, HEAD_SIZE)
    tracemalloc.start()
    lines = opened(lying)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lines == ["d/X.zip/a.txt: it is broken; pack it again"]
    assert most < 20_000_000


def test_what_is_no_zip_of_pages_is_told() -> None:
    """On one line: broken, cut off, empty, nothing to read in it, packed in a way that is not read."""
    whole = zipped({"a.txt": TEXT})
    for data, told in [
        (b"", "the file is empty"),
        (b"PK\3\4" + bytes(99), "broken one"),
        (whole[:-30], "broken one"),
        (zipped({}), "no page in it"),
        (zipped({"a.css": b"a", "b/": b""}), "no page in it, but 1 file of a kind that is not read: a.css; looked for"),
        (
            zipped({f"{n}.exe": b"a" for n in range(5)}),
            "but 5 files of kinds that are not read: 0.exe, 1.exe, 2.exe, …;",
        ),
    ]:
        with pytest.raises(InputError, match=told):
            list(open_file(data, "X.zip"))
    assert "packed in a way that is not read" in opened(zipped({"a.txt": TEXT}, ZIP_BZIP2))[0]
    torn = bytearray(zipped({"a.txt": TEXT}, ZIP_STORED))
    torn[torn.find(TEXT)] ^= 1
    assert opened(bytes(torn)) == ["d/X.zip/a.txt: it is broken; pack it again"]


def test_names_without_a_zip_are_none() -> None:
    """What is broken has no files; a folder is none."""
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr(ZipInfo("b/"), b"")
        file.writestr("b/a.txt", TEXT)
    assert (names_in(out.getvalue()), names_in(b"PK\3\4")) == ({"b/a.txt"}, frozenset())
    assert Packed(out.getvalue()).read("b/a.txt") == TEXT


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample files are not here")
def test_real_files() -> None:
    """A name in GBK, one that climbs out, a zip cut off."""
    assert names_in((SHARED / "gbk.zip").read_bytes()) == {"版1.t"}
    assert opened((SHARED / "slip.zip").read_bytes()) == ["d/X.zip/a/正文.txt", "d/X.zip/evil.txt"]
    with pytest.raises(InputError, match="but 1 file of a kind that is not read: 版1"):
        opened((SHARED / "gbk.zip").read_bytes())
    with pytest.raises(InputError, match="broken one"):
        opened((SHARED / "trunc.zip").read_bytes())


def test_a_file_without_a_name_is_counted() -> None:
    """A zip may say that a file has none: it is no page, and no harm to the others."""
    data = bytearray(zipped({"a": TEXT, "b.txt": TEXT}))
    line = data.find(b"PK\1\2")
    struct.pack_into("<H", data, line + 28, 0)
    del data[line + 46]
    end = data.find(b"PK\5\6")
    struct.pack_into("<I", data, end + 12, struct.unpack_from("<I", data, end + 12)[0] - 1)
    *_, told = read_zipped(bytes(data), "X.zip")
    assert str(told).startswith("X.zip: 1 file of a kind that is not read: ; ")
    assert opened(bytes(data))[0] == "d/X.zip/b.txt"
