"""From bytes to text: which of the encodings of Chinese pages it is, and where its bytes are bad."""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from articles.errors import InputError
from articles.expressions import expression

# The mark of UTF-32 begins with that of UTF-16.
BOMS = {
    b"\xff\xfe\0\0": "utf-32-le",
    b"\0\0\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"\xef\xbb\xbf": "utf-8",
}
LINE_BY_LINE = ("utf-8", "gb18030", "big5hkscs")
# Of equally plausible ones the first is taken.
ENCODINGS = (*LINE_BY_LINE, "utf-16-le", "utf-16-be")
SAMPLE = 1024
MARKS = "".join(map(chr, range(32, 127))) + "\n\r\t，。、：；？！“”‘’（）《》〈〉「」『』—…·　％０１２３４５６７８９"
# Of programs, pictures, archives and PDF files, read in what fits them best, it is one character in seven at least.
MOST_ODD = 0.05
BAD = "\ufffd"
LINE_END = expression(r"\r\n?|\n")
EMPTY = ("the file is empty", "extract the page's text again")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text in a file's bytes; told: a line for its user where bytes of it are bad."""

    text: str
    told: InputError | None = None


def decoded(data: bytes) -> Decoded:
    """The text of UTF-8, UTF-16, UTF-32, GB18030 (which holds GBK and GB2312) or Big5, with BOMs or without.

    A bad byte becomes U+FFFD. Raises InputError for no bytes, and for those of a binary file.
    """
    if not data:
        raise InputError(*EMPTY)
    bom = next(filter(data.startswith, BOMS), b"")
    body = data.removeprefix(bom)
    encoding = BOMS.get(bom, "utf-8")
    if encoding == "utf-8":
        encoding = _encoding(body)
    text, bad = _read(body, encoding)
    text = _once(text).lstrip("\ufeff")
    _refuse_binary(text, bad is not None)
    if bad is None:
        return Decoded(text)
    return Decoded(text, _told(text, body[:bad].decode(encoding, "replace"), len(bom) + bad))


def decoded_name(data: bytes, other: str) -> str:
    """The name of a file in UTF-8, GB18030 or Big5; other: what it is in an older encoding of letters.

    >>> [decoded_name(name.encode(code), "Übersicht") for name, code in (("岚川", "gbk"), ("頭版", "big5"))]
    ['岚川', '頭版']
    >>> decoded_name(b"\\x9absicht", "Übersicht")
    'Übersicht'
    """
    with suppress(UnicodeDecodeError):
        return data.decode()
    read = {encoding: data.decode(encoding, "replace") for encoding in ("gb18030", "big5hkscs")}
    shares = {encoding: _share(text, encoding) for encoding, text in read.items()}
    best = max(read, key=lambda encoding: shares[encoding])
    letters = all(char.isalpha() for char in other if not char.isascii())
    return other if BAD in read[best] or (letters and 2 * shares[best] < 1) else read[best]


def _share(text: str, encoding: str) -> float:
    """The share of common characters among those beyond ASCII; none where a byte is bad."""
    beyond = [char for char in text if not char.isascii()]
    return 0.0 if BAD in beyond else sum(map(_common(encoding).__contains__, beyond)) / max(1, len(beyond))


def _encoding(data: bytes) -> str:
    """The encoding of bytes without a mark: strict UTF-8, else that in which most of them are common characters."""
    if 0 in data:
        for top, plane, encoding in ((3, 2, "utf-32-le"), (0, 1, "utf-32-be")):
            if len(data) >= 4 and not any(data[top::4]) and max(data[plane::4]) <= 0x10:
                return encoding
    else:
        with suppress(UnicodeDecodeError):
            data.decode()
            return "utf-8"
    beyond = re.search(rb"[^\x01-\x7f]", data)
    start = beyond.start() & ~1 if beyond else 0
    return max(ENCODINGS, key=lambda encoding: _plausible(data[start : start + SAMPLE], encoding))


def _plausible(data: bytes, encoding: str) -> float:
    """The share of characters that are common where this encoding is written, when the bytes are read in it."""
    text = data.decode(encoding, "replace")
    return sum(map(_common(encoding).__contains__, text)) / max(1, len(text))


@cache
def _common(encoding: str) -> frozenset[str]:
    """The first levels of GB2312 and of Big5, which hold the characters in daily use, and the marks.

    Bytes of one of them read in the other fall on both its levels and beside them.
    """
    trails = range(0xA1, 0xFF)
    simplified = _level("gb2312", range(0xB0, 0xD8), trails)
    traditional = _level("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *trails))
    return {"gb18030": simplified, "big5hkscs": traditional}.get(encoding, simplified | traditional) | set(MARKS)


def _level(encoding: str, leads: range, trails: range | tuple[int, ...]) -> frozenset[str]:
    return frozenset("".join(bytes((lead, trail)).decode(encoding, "ignore") for lead in leads for trail in trails))


def _read(data: bytes, encoding: str) -> tuple[str, int | None]:
    """The text with U+FFFD for what is bad, and the offset of the first such byte."""
    if encoding not in LINE_BY_LINE:
        return _mended(data, encoding)
    with suppress(UnicodeDecodeError):
        return data.decode(), None
    lines, bad, offset = [], [], 0
    for line in data.splitlines(keepends=True):
        text, start = _line(line, encoding)
        lines.append(text)
        bad += [] if start is None else [offset + start]
        offset += len(line)
    return "".join(lines), min(bad, default=None)


def _line(line: bytes, encoding: str) -> tuple[str, int | None]:
    """The same of a line, in an encoding that fits it better than the file's: files are put together from several."""
    text, bad = _mended(line, encoding)
    for other in ("utf-8",) if bad is None else LINE_BY_LINE:
        with suppress(UnicodeDecodeError):
            whole = line.decode(other)
            if whole != text and _plausible(line, other) > _plausible(line, encoding):
                return whole, None
    return text, bad


def _mended(data: bytes, encoding: str) -> tuple[str, int | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        return data.decode(encoding, "replace"), error.start


def _once(text: str) -> str:
    """Text whose UTF-8 was taken for Latin-1 and written as UTF-8 again, undone."""
    if not text.isascii() and max(text) <= "\xff":
        with suppress(UnicodeDecodeError):
            return text.encode("latin-1").decode()
    return text


def _refuse_binary(text: str, mended: bool) -> None:
    """Raises InputError where more is bad, control, private or unassigned than any page would have."""
    kinds = {char for char in set(text) if not (char.isprintable() or char.isspace() or category(char) == "Cf")}
    odd = sum(map(text.count, kinds)) + mended * text.count(BAD)
    if odd > MOST_ODD * len(text) + 1 or 0 < odd == len(text):
        raise InputError("this is a binary file, not text", "extract the page's text first")


def _told(text: str, before: str, offset: int) -> InputError:
    """The line about bad bytes; before: the text up to the first of them, which stands at the offset."""
    places = len(re.findall(f"{BAD}+", text))
    what = "bytes that are no text" if places == 1 else f"bytes that are no text in {places} places, the first"
    line = len(LINE_END.findall(before)) + 1
    return InputError(f"{what} in line {line} (byte {offset}), read as {BAD}", "look there what is missing")
