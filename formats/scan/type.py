"""Lines that were read on a picture: what they say, where they stand, and how large their type is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

import cv2
import numpy as np
import numpy.typing as npt

from articles.expressions import expression
from articles.layout import Box
from formats.scan.lines import runs

Gray = npt.NDArray[np.uint8]
Ink = npt.NDArray[np.bool_]

# Ink of Chinese characters and of figures, in ems; the crop that the recognizer gets.
INK, FIGURES, CROP, MARGIN = 0.92, 0.74, 1.25, 0.15
FAINT = 0.15
# Of the detector's box: the size of the type, and the least that it is where less than so many characters tell.
USUAL, LEAST, FEW = 0.82, 0.75, 3
# Sizes that differ by less are one: the fewer Chinese characters tell it, the more.
CLOSE, SAME_SIZE = 0.06, ((6, 0.08), (3, 0.1), (0, 0.18))
# A blank between two words of a headline, in pitches of its characters.
BLANK = 1.45
# Signs with white before or after them, some half an em of it.
OPENING, CLOSING, WHITE = "“‘（《「『【〈", "，。、；：！？”’）》」』】〉", 0.45
# Marks that the recognizer takes for Latin ones between Chinese characters.
WIDE = str.maketrans(",:;?!()", "，：；？！（）")
NARROW = expression(r"(?<=[\u3400-\u9fff”’》）])[,:;?!()]|[()](?=[\u3400-\u9fff“‘《（])")


@dataclass(frozen=True, slots=True)
class Read:
    """A line as it was read: its box and the size of its type in pixels."""

    text: str
    box: Box
    size: float
    vertical: bool


def part_of(gray: Gray, box: Box) -> Gray:
    """What a box holds of a picture."""
    return gray[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.left), 0) : int(box.right) + 1]


def find_ink(part: Gray) -> Ink:
    """Where the strokes are; white on black is ink as well."""
    threshold, _ = cv2.threshold(part, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    dark = np.asarray(part < threshold, bool)
    return ~dark if dark.mean() > 0.5 else dark


def _extent(ink: Ink, faint: float, whole: bool = False) -> tuple[float, float]:
    """Where the most ink in a row begins and ends from top to bottom, rows left out that hold next to none.

    whole: where all of it does, as the parts of a single character may lie apart.
    """
    profile = ink.sum(axis=1)
    bands = runs(profile > faint * profile.max())
    if whole and bands:
        return float(bands[0][0]), float(bands[-1][1])
    top, bottom = max(bands, key=lambda band: profile[slice(*band)].sum(), default=(0, len(profile)))
    return float(top), float(bottom)


def crop_line(gray: Gray, box: Box, ink: Ink) -> Gray:
    """A line with a little white around it."""
    top, bottom = _extent(ink, FAINT)
    size = max((bottom - top) / INK, USUAL * box.height)
    middle = int(box.top) + (top + bottom) / 2
    margin = MARGIN * size
    return part_of(gray, Box(box.left - margin, middle - CROP / 2 * size, box.right + margin, middle + CROP / 2 * size))


def level_line(read: str, places: Sequence[float], box: Box, ink: Ink) -> Read:
    """A line that runs to the right; places: the middle of each character, of the width of its crop."""
    text = NARROW.sub(lambda mark: mark[0].translate(WIDE), read)
    chinese = [place for char, place in zip(text, places, strict=True) if _is_chinese(char)]
    usual = USUAL * box.height
    margin = MARGIN * usual
    columns = np.zeros(ink.shape[1], bool)
    for place in chinese:
        middle = place * (box.width + 2 * margin) - margin
        columns[max(int(middle - 0.35 * usual), 0) : int(middle + 0.35 * usual) + 1] = True
    few = len(chinese) < FEW
    top, bottom = _extent(ink[:, columns] if columns.any() else ink, FAINT / 5 if columns.any() else FAINT, few)
    size = (bottom - top) / (INK if columns.any() else FIGURES)
    if few and not LEAST * usual < size < usual:
        size = min(max(size, LEAST * usual), usual)
    middle = int(box.top) + (top + bottom) / 2
    left = box.left - WHITE * size * (text[0] in OPENING)
    right = box.right + WHITE * size * (text[-1] in CLOSING)
    return Read(_spaced(text, places), Box(left, middle - size / 2, right, middle + size / 2), size, False)


def down_line(text: str, box: Box) -> Read:
    """A line that runs downwards."""
    size = min(USUAL * box.width, box.height / len(text))
    middle = (box.left + box.right) / 2
    edge = (1 - USUAL) / 2 * box.width
    return Read(text, Box(middle - size / 2, box.top + edge, middle + size / 2, box.bottom - edge), size, True)


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _spaced(text: str, places: Sequence[float]) -> str:
    """The characters, a blank where two stand further apart than the others."""
    steps = [
        after - before
        for one, other, before, after in zip(text, text[1:], places, places[1:], strict=False)
        if _is_chinese(one) and _is_chinese(other)
    ]
    pitch = median(steps) if steps else 1.0
    spaced = text[0]
    for one, other, before, after in zip(text, text[1:], places, places[1:], strict=False):
        apart = _is_chinese(one) and _is_chinese(other) and after - before > BLANK * pitch
        spaced += " " * apart + other
    return spaced


def one_size(lines: Sequence[Read]) -> list[Read]:
    """The lines with sizes that differ by a few pixels made one, the commonest first.

    What a few characters say of their size is worth less.
    """
    sized: dict[int, float] = {}
    rest = list(lines)
    while rest:
        size = _commonest(rest)
        near = [line for line in rest if abs(line.size - size) <= _tolerance(line) * size]
        common = median(line.size for line in near for _ in line.text)
        sized |= {id(line): common for line in near}
        rest = [line for line in rest if id(line) not in sized]
    return [_resized(line, sized[id(line)]) for line in lines]


def _commonest(lines: Sequence[Read]) -> float:
    """About what size most characters have."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)

    def close(size: float) -> list[float]:
        return [other for other in counts if abs(other - size) < CLOSE * size]

    size = max(counts, key=lambda size: (sum(counts[other] for other in close(size)), size))
    return fmean(close(size), [counts[other] for other in close(size)])


def _tolerance(line: Read) -> float:
    told = sum(map(_is_chinese, line.text))
    return next(tolerance for least, tolerance in SAME_SIZE if told >= least)


def _resized(line: Read, size: float) -> Read:
    if line.vertical:
        return Read(line.text, line.box, size, True)
    middle = (line.box.top + line.box.bottom) / 2
    box = Box(line.box.left, middle - size / 2, line.box.right, middle + size / 2)
    return Read(line.text, box, size, False)
