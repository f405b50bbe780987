"""Bytes become text: which encoding it is, and the line that tells where bytes are bad."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import InputError
from formats.encoding import decoded

CASES = Path(__file__).parents[1] / "cases"
CLINIC = (
    "社区诊所开夜诊\n\n"
    "本报讯（记者温若溪）4月1日，柳塘社区诊所开设夜间门诊，医生轮值到晚上十点。居民患感冒、腹泻可就近就医。\n"
)
SIMPLIFIED = (
    CLINIC,
    "云岭市图书馆新馆开馆\n\n4月8日，新馆开馆，藏书六十万册，读者凭身份证即可入馆，夜间开放到九点半。",
    "青水河上修新桥。\r\n“工期四个月。”许明达说，“公交12路改道。”",
    "白塔县今春植树",
)
TRADITIONAL = (
    "雲嶺市圖書館新館開館\n\n【本報訊】四月八日，新館開館，藏書六十萬冊，讀者憑身份證即可入館，夜間開放至九時半。",
    "青水河上建新橋。\r\n「工期四個月。」許明達說，「巴士12號改道。」",
    "漁會促請政府檢討休漁安排",
)
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
BOM = "\ufeff"


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "gb18030", *WIDE])
def test_simplified_text_is_read_without_a_mark(text: str, encoding: str) -> None:
    """A headline alone tells its encoding, as a page does."""
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", TRADITIONAL)
@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "cp950", "gbk", "gb18030", *WIDE])
def test_traditional_text_is_read_without_a_mark(text: str, encoding: str) -> None:
    """Big5 and GB18030 give each other's bytes characters too; those in daily use are of one of them."""
    assert decoded(text.encode(encoding)).text == text


def test_big5_holds_the_characters_of_hong_kong() -> None:
    """As the newspapers there write them."""
    text = "深水埗街坊話啲嘢平咗，檔主話唔使擔心，佢哋會繼續開檔。"
    assert decoded(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize("marks", [1, 2, 3])
@pytest.mark.parametrize("encoding", ["utf-8", *WIDE])
def test_byte_order_marks_are_no_text(encoding: str, marks: int) -> None:
    """However many programs put one before the page."""
    assert decoded((BOM * marks + CLINIC).encode(encoding)).text == CLINIC


def test_a_mark_that_lies() -> None:
    """GBK behind the mark of UTF-8 is read as GBK."""
    assert decoded(b"\xef\xbb\xbf" + CLINIC.encode("gbk")).text == CLINIC


@pytest.mark.parametrize(
    ("first", "second"), [("utf-8", "gbk"), ("gbk", "utf-8"), ("big5", "utf-8"), ("utf-8", "big5")]
)
def test_files_put_together_are_read_line_by_line(first: str, second: str) -> None:
    """Two encodings in one file are both read, and nothing is told; a headline of UTF-8 often fits GBK as well."""
    texts = {"utf-8": "青水河上建新桥\n工期四个月\n", "gbk": CLINIC, "big5": TRADITIONAL[0] + "\n"}
    found = decoded(texts[first].encode(first) + texts[second].encode(second))
    assert (found.text, found.told) == (texts[first] + texts[second], None)


def test_a_character_that_is_another_in_utf_8() -> None:
    """一 in GBK is a letter of Bashkir in UTF-8, and stays 一 on a page in GBK."""
    text = CLINIC + "一\n联通\n"
    assert decoded(text.encode("gbk")).text == text


def test_text_written_as_utf_8_twice() -> None:
    """What was taken for Latin-1 and written again is undone; Latin letters are what they are."""
    assert decoded(CLINIC.encode().decode("latin-1").encode()).text == CLINIC
    assert decoded("Café Müller".encode()).text == "Café Müller"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_bad_byte_is_told_with_its_place(encoding: str, end: str) -> None:
    """Line and byte, whichever way lines end; all else of the page is read."""
    head = f"云岭市图书馆新馆开馆{end * 2}4月8日，新馆".encode(encoding)
    found = decoded(head + b"\xff" + f"开馆，藏书六十万册。{end}".encode(encoding))
    assert found.text == f"云岭市图书馆新馆开馆{end * 2}4月8日，新馆\ufffd开馆，藏书六十万册。{end}"
    assert f"in line 3 (byte {len(head)})" in str(found.told)


def test_bad_places_are_counted() -> None:
    """The first one is named."""
    lines = [line.encode() for line in CLINIC.splitlines(keepends=True)]
    found = decoded(b"\xff".join([*lines, *lines]))
    assert f"in 5 places, the first in line 2 (byte {len(lines[0])})" in str(found.told)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16", "utf-32"])
def test_a_cut_end_is_told(encoding: str) -> None:
    """A page whose last character lost a byte is read but for that."""
    found = decoded(CLINIC.rstrip().encode(encoding)[:-1])
    assert found.text == CLINIC.rstrip()[:-1] + "\ufffd"
    assert "in line 3 (byte" in str(found.told)


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_what_is_whole_is_not_told(text: str) -> None:
    """U+FFFD that stands in the file is of the file."""
    assert decoded(f"{text}\ufffd".encode()).told is None


@given(st.sampled_from(["utf-8", "gbk", "utf-16", "big5"]), st.binary(max_size=3))
def test_bytes_at_the_end_change_no_text_before(encoding: str, tail: bytes) -> None:
    """Whatever is appended to a page, its own text is still read."""
    page = CLINIC if encoding != "big5" else TRADITIONAL[0]
    assert decoded(page.encode(encoding) + tail).text.startswith(page)


def test_much_that_is_bad_is_no_page() -> None:
    """One character in ten: somebody should look at the file."""
    with pytest.raises(InputError, match="binary"):
        decoded(b"\xff".join(CLINIC[at : at + 9].encode() for at in range(0, len(CLINIC), 9)))


@pytest.mark.parametrize("day", [f"{day:02}" for day in range(1, 12)])
def test_one_page_in_eleven_encodings(day: str) -> None:
    """The case that called for it: whole, or with one place told, the page is the same."""
    found = decoded((CASES / f"09-enc/2025-04-{day}-p01.txt").read_bytes())
    whole = found.text.startswith(CLINIC)
    assert whole or found.text == CLINIC.rstrip()[:-1] + "\ufffd"
    assert (found.told is None) == (day not in ("06", "07", "08"))
