"""What is often sent and not read here: each kind is told on one line, with the way to one that is read."""

from pathlib import Path

import pytest

from articles.errors import InputError
from formats.doors import REFUSED, open_file, page_files
from formats.refused import CURES, read_refused
from tests.zips import zipped

OLE = b"\xd0\xcf\x11\xe0" + bytes(100)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "files"


def told(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as error:
        list(open_file(data, name))
    return str(error.value)


@pytest.mark.parametrize("suffix", REFUSED.suffixes)
def test_each_kind_has_its_line(suffix: str) -> None:
    """By its name, where its bytes do not tell: what it is, and what to do; an empty file is told as everywhere."""
    with pytest.raises(InputError) as error:
        read_refused(b"\1\2\3", f"a{suffix.upper()}")
    assert str(error.value) == "; ".join(CURES[suffix])
    assert "the file is empty" in told(b"", f"a{suffix}")


def test_bytes_tell_whatever_the_name() -> None:
    """A locked document is told as such, not as an old one; slides are no text."""
    streams = [OLE + name.encode("utf-16-le") for name in ("WordDocument", "EncryptedPackage", "PowerPoint Document")]
    lines = [told(data, "page.docx") for data in (*streams, OLE, rb"{\rtf1 a}")]
    assert [line.partition(";")[0] for line in lines] == [
        "it is a Word file of the old format",
        "it is locked by a password",
        "it holds slides",
        "it is a file of an old Office, or a broken one",
        "it is an RTF file",
    ]
    assert "WPS file" in told(streams[0], "page.wps")
    for name, word in {"OFD.xml": "OFD", "META-INF/container.xml": "e-book", "ppt/presentation.xml": "slides"}.items():
        assert word in told(zipped({name: b"<a/>"}), "page")


def test_a_folder_tells_them_and_does_not_pass_them_over(tmp_path: Path) -> None:
    """They are likely the user's pages; what Word keeps beside an open file is not."""
    for name in ("a.doc", "b.ofd", "c.txt", "~$c.docx", "d.css"):
        (tmp_path / name).write_bytes(b"a")
    files, others = page_files(tmp_path)
    assert ([file.name for file in files], others) == (["a.doc", "b.ofd", "c.txt"], 1)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample files are not here")
def test_real_files() -> None:
    """An old Word file and an e-book are known by their bytes."""
    assert "old format" in told((SHARED / "legacy_sample.doc").read_bytes(), "page")
    assert "e-book" in told((SHARED / "purvis.epub").read_bytes(), "page")
