"""The lines of type on a page of a PDF file: its characters, and the runs of them that stand beside each other."""

import ctypes
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as raw

from formats.pdf.drawn import View
from formats.pdf.paths import Bounds

# Of a type's size: how far a character may stand from the one before, and off its base line, in one line.
GAP, RISE = 0.9, 0.25
SAME_SIZE = 0.12
# The gap that is a blank between two letters, or between two characters above what is usual in the line.
BLANK = 0.18
BLANKS = (0x20, 0xA0, 0x3000)
# No type is larger, in points.
MOST_SIZE = 5_000
# The same character so near, in ems, is printed twice; narrower than the narrowest of them runs.
SAME_PLACE = 0.08
# Two of them are one glyph in many fonts, both said to stand where it begins.
LIGATED = "—―…⋯"
# So many characters tell how a page is turned.
TELLING = 500

# Text, box, size of the type, whether it runs downwards.
Found = tuple[str, Bounds, float, bool]


@dataclass(slots=True)
class Char:
    """A character with its base line's start and its end, and the size of its type, in points from the lower left."""

    text: str
    left: float
    base: float
    right: float
    size: float


def find_lines(page: Any, view: View) -> Iterator[Found]:
    """The lines of a page in the file's own order, in points from the lower left of what is seen."""
    return join_chars(_once(_chars(page, view)))


def find_turns(page: Any) -> int | None:
    """How often a page is to be turned to the right by a quarter, so that most characters stand upright.

    None where it has no type.
    """
    text_page = page.get_textpage()
    count = text_page.count_chars()
    matrix = raw.FS_MATRIX()
    turns: Counter[int] = Counter()
    for at in range(0, count, count // TELLING + 1):
        # A blank that the file does not hold has no place of its own.
        if not raw.FPDFText_IsGenerated(text_page.raw, at) and raw.FPDFText_GetMatrix(text_page.raw, at, matrix):
            turns[round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4] += 1
    text_page.close()
    return turns.most_common(1)[0][0] if turns else None


def _chars(page: Any, view: View) -> Iterator[Char]:
    """The characters in the file's own order, blanks of its own among them."""
    text_page = page.get_textpage()
    handle = text_page.raw
    matrix, box = raw.FS_MATRIX(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    get_unicode, get_matrix, get_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetMatrix, raw.FPDFText_GetLooseCharBox
    get_origin, get_size = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetFontSize
    for at in range(text_page.count_chars()):
        code = get_unicode(handle, at)
        is_blank = code in BLANKS and not raw.FPDFText_IsGenerated(handle, at)
        if not is_blank and (code <= 32 or code in BLANKS or code in (0xFEFF, 0xFFFE)):
            continue
        get_matrix(handle, at, matrix)
        size = get_size(handle, at) * (matrix.c**2 + matrix.d**2) ** 0.5
        get_origin(handle, at, x, y)
        get_box(handle, at, box)
        left, base = view.point(x.value, y.value)
        seen = view.box([(box.left, box.bottom), (box.right, box.top)])
        if not (0 < size < MOST_SIZE and all(map(math.isfinite, (left, base, *seen))) and view.shows(left, base)):
            continue
        if (abs(matrix.b) > abs(matrix.a)) != view.turns % 2:  # turned, as dashes are in a line that runs downwards
            yield Char(chr(code), seen[0], seen[1], seen[2], size)
        else:
            right = left + size if code >= 0x2E80 else max(seen[2], left + 0.2 * size)
            yield Char(" " if is_blank else chr(code), left, base, right, size)
    text_page.close()


def _once(chars: Iterator[Char]) -> Iterator[Char]:
    """The characters, one of each that is printed twice in a place to make it bold, or for its shadow."""
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    last = ""
    for char in chars:
        step = SAME_PLACE * char.size
        x, y = round(char.left / step), round(char.base / step)
        taken = places[char.text]
        is_ligature = char.text == last and char.text in LIGATED
        if not is_ligature and any((x + right, y + up) in taken for right in (-1, 0, 1) for up in (-1, 0, 1)):
            continue
        taken.add((x, y))
        last = char.text
        yield char


def join_chars(chars: Iterator[Char]) -> Iterator[Found]:
    """Runs of characters that stand beside or under each other; a blank is a gap, or one of its own."""
    run: list[Char] = []
    down = False
    for char in chars:
        if char.text == " ":
            if run and not down and run[-1].text != " " and _beside(run[-1], char):
                run.append(char)
        elif run and not down and _beside(run[-1], char):
            run.append(char)
        elif run and (down or len(run) == 1) and _under(run[-1], char):
            run.append(char)
            down = True
        else:
            if run:
                yield _line(run, down)
            run, down = [char], False
    if run:
        yield _line(run, down)


def _same_size(one: Char, other: Char) -> bool:
    return abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)


def _beside(one: Char, other: Char) -> bool:
    size = max(one.size, other.size)
    on_line = abs(one.base - other.base) <= RISE * size
    onwards = one.left - RISE * size < other.left < one.right + GAP * size
    return on_line and onwards and _same_size(one, other)


def _under(one: Char, other: Char) -> bool:
    aligned = abs((one.left + one.right) - (other.left + other.right)) <= RISE * one.size
    return aligned and _same_size(one, other) and 0.8 * one.size < one.base - other.base < 1.35 * one.size


def _line(run: list[Char], down: bool) -> Found:
    size = sorted(char.size for char in run)[len(run) // 2]
    if run[-1].text == " ":
        run = run[:-1]
    text = run[0].text
    gaps = [char.left - before.right for before, char in pairwise(run)]
    usual = median(gaps) if gaps else 0.0
    for gap, (before, char) in zip(gaps, pairwise(run), strict=True):
        at_blank = " " in (before.text, char.text)
        text += " " * (not down and not at_blank and gap / size > _blank(before.text, char.text, usual / size))
        text += char.text
    box = (
        min(char.left for char in run),
        min(char.base for char in run) - 0.12 * size,
        max(char.right for char in run),
        max(char.base for char in run) + 0.88 * size,
    )
    # Half of a character beyond 16 bits is none.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), box, size, down


def _blank(before: str, after: str, usual: float) -> float:
    """The gap in ems above which a blank stands between two characters, the line's usual gap given.

    Next to a mark or a figure type setters leave a little white, between two letters or two characters none.
    """
    alike = before.isascii() == after.isascii() and before.isalnum() and after.isalnum()
    return BLANK + (0.0 if before.isascii() else max(usual, 0.0)) if alike else GAP / 2
