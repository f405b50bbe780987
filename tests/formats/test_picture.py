"""Pictures at the door: read where the extra is installed, one line where it is not or the file is bad."""

import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from articles.errors import Failure, InputError
from articles.page import Page
from baozhai.cli import main
from formats.doors import DOORS, open_file, open_stream
from formats.pdf.door import read_pdf
from formats.pdf.worker import MOST_PIXELS, paint
from formats.picture import read_picture
from formats.scan.scanner import PICTURES, Scanner
from tests.pdfs import Sheet, pdf, say
from tests.pictures import BODY, HEADLINE, needs_ocr, saved, small_page

KINDS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
    ".webp": "WEBP",
}
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\x90\x08\x02\0\0\0"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are opened, and an empty page stands for each of them."""

    def read(scanner: Scanner, picture: object, dpi: float | None, source: str, ordinal: int | None = None) -> Page:
        return Page(f"{getattr(picture, 'shape', ())} {dpi and round(dpi)}", source, number=ordinal)

    monkeypatch.setattr(Scanner, "read", read)


@pytest.mark.parametrize("missing", ["rapidocr", "onnxruntime", "PIL", "cv2"])
def test_without_the_extra_the_cure_is_told(missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One line, for a picture and for the command."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(InputError) as told:
        list(open_file(PNG, "page.png"))
    assert str(told.value) == (
        "its pages are pictures without text; run `make ocr` once to have them read, or give the text as .txt"
    )
    (tmp_path / "page.png").write_bytes(PNG)
    done = CliRunner().invoke(main, ["read", str(tmp_path)])
    assert (done.exit_code, done.output) == (1, f"{tmp_path / 'page.png'}: {told.value}\n")


def test_without_the_extra_a_scanned_pdf_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same line."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(InputError) as told:
        list(read_pdf(_scanned_pdf(), "scan.pdf"))
    assert (told.value.wrong, told.value.cure) == PICTURES


def test_a_small_picture_is_read_to_the_right_article(tmp_path: Path) -> None:
    """A headline over two columns is one story, its paragraphs whole."""
    needs_ocr()
    path = tmp_path / "2025-04-09-p02.png"
    path.write_bytes(saved(small_page(), "PNG"))
    done = CliRunner().invoke(main, ["read", "--format", "text", str(path)], catch_exceptions=False)
    assert done.exit_code == 0
    text = done.output.replace("\n　　　　", "")
    assert f"标题　{HEADLINE}" in text
    assert all(paragraph in text for paragraph in BODY)
    assert "日期　2025-04-09" in text


def test_a_scanned_pdf_is_read(tmp_path: Path) -> None:
    """A page that is a picture and nothing else is painted and read as one."""
    needs_ocr()
    file = tmp_path / "scan.pdf"
    small_page().save(file, "PDF", resolution=150)
    (page,) = read_pdf(file.read_bytes(), "scan.pdf")
    assert isinstance(page, Page)
    assert page.layout is not None
    assert page.layout.by == "ocr"
    assert HEADLINE in page.text


@pytest.mark.usefixtures("unread")
def test_a_garbled_pdf_page_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 200 dpi; the pages beside it are read as they are. Without the extra it is told."""
    needs_ocr()
    garbled = "BT /F1 12 Tf 50 700 Td (" + "\\351\\352\\353" * 10 + ") Tj ET"
    data = pdf(garbled, say(HEADLINE * 2, 50, 700))
    painted, plain = read_pdf(data, "day.pdf")
    assert isinstance(painted, Page)
    assert (painted.text, painted.source) == ("(2223, 1667) 200", "day.pdf#1")
    assert isinstance(plain, Page)
    assert plain.text == HEADLINE * 2
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    told, _ = read_pdf(data, "day.pdf")
    assert str(told).startswith("day.pdf#1: its text layer is garbled; run `make ocr` once")


def test_a_page_as_large_as_a_wall_is_painted_small() -> None:
    """Whatever size a file says its page has."""
    painted = io.BytesIO()
    paint(io.BytesIO(pdf(Sheet("", width=14_000, height=14_000))), 0, painted)
    head, _, gray = painted.getvalue().partition(b"\n")
    size = json.loads(head)
    assert len(gray) == size["width"] * size["height"] == pytest.approx(MOST_PIXELS, rel=0.01)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("suffix", DOORS[".png"].suffixes)
def test_every_kind_of_picture_is_opened(suffix: str) -> None:
    """By its name, by its first bytes under another name, and from a stream."""
    needs_ocr()
    data = saved(small_page(), KINDS[suffix])
    named, unnamed, streamed = (
        list(items) for items in (open_file(data, f"a{suffix}"), open_file(data, "a.txt"), open_stream(data, "a.txt"))
    )
    assert [item.source for item in named] == [f"a{suffix}"]
    assert unnamed == streamed
    assert isinstance(named[0], Page)
    assert named[0].text in ("(460, 986) 150", "(460, 986) None")


@pytest.mark.usefixtures("unread")
def test_the_pages_of_a_tiff_are_numbered() -> None:
    """Each has its place behind the file's name."""
    needs_ocr()
    image = small_page()
    data = saved(image, "TIFF", save_all=True, append_images=[image.convert("1")])
    pages = list(read_picture(data, "scan.tif"))
    assert [(page.source, getattr(page, "number", None)) for page in pages] == [("scan.tif#1", 1), ("scan.tif#2", 2)]


@pytest.mark.usefixtures("unread")
def test_a_picture_is_seen_as_it_is_meant() -> None:
    """Turned as a camera says, its clear ground white, its 16 bits not cut off."""
    needs_ocr()
    from PIL import Image

    turned = Image.Exif()
    turned[0x112] = 6
    (page,) = read_picture(saved(small_page(), "JPEG", exif=turned), "a.jpg")
    assert isinstance(page, Page)
    assert page.text.startswith("(986, 460)")
    from formats.picture import _gray

    assert _gray(Image.new("RGBA", (2, 2), (0, 0, 0, 0))).tolist() == [[255, 255], [255, 255]]
    assert _gray(Image.new("I;16", (2, 1), 40_000)).tolist() == [[255, 255]]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "the file is empty; "),
        (PNG, "it is no picture, or a broken one; "),
        (b"BM" + bytes(50), "it is no picture, or a broken one; "),
        (b"no picture", "it is no picture, or a broken one; "),
    ],
)
def test_a_bad_file_is_told(data: bytes, wrong: str) -> None:
    """On one line with the cure."""
    needs_ocr()
    assert _told(data).startswith(wrong)


def test_half_a_file_is_told() -> None:
    """What a broken transfer leaves."""
    needs_ocr()
    data = saved(small_page(), "PNG")
    assert _told(data[: len(data) // 2]).startswith("it is no picture, or a broken one; ")


def test_an_image_bomb_is_told() -> None:
    """A small file that says it holds more than a machine does is not unpacked."""
    needs_ocr()
    from PIL import Image

    for side in (12_500, 20_000):
        data = saved(Image.new("1", (side, side)), "PNG")
        assert len(data) < 100_000
        assert _told(data).startswith("it is larger than 150 megapixels; ")


@pytest.mark.parametrize("shade", ["white", "black"])
def test_an_empty_page_is_told(shade: str) -> None:
    """It has nothing to read."""
    needs_ocr()
    from PIL import Image

    assert _told(saved(Image.new("L", (300, 400), shade), "PNG")) == (
        "this page is empty; look whether the file is the right one"
    )


def test_a_picture_without_text_is_told() -> None:
    """Of any shape."""
    needs_ocr()
    from PIL import Image

    for size in ((1, 1), (1, 3000), (3000, 3), (200, 200)):
        image = Image.new("L", size, "white")
        image.putpixel((0, size[1] - 1), 0)
        assert _told(saved(image, "PNG")).partition(";")[0] in (
            "this page is empty",
            "no text can be made out on this page",
        )


def _told(data: bytes) -> str:
    """What is said of a file of which nothing is read."""
    try:
        (failure,) = read_picture(data, "page.png")
    except InputError as error:
        return str(error)
    assert isinstance(failure, Failure)
    assert failure.source == "page.png"
    return str(failure.error)


def _scanned_pdf() -> bytes:
    """A page with one picture and no text, written by hand."""
    return pdf("q 600 0 0 800 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x7f\x7f\x00 EI Q")
