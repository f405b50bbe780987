"""Pictures of pages are read: lines with boxes by rapidocr's models, which lie in its wheel; nothing is fetched."""

from collections.abc import Iterator, Sequence
from math import atan2, degrees
from pathlib import Path
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt
import rapidocr

from articles.layout import Box, Layout, Line
from formats.scan.drawn import find_drawn
from formats.scan.lines import find_lines
from formats.scan.turned import count_turns
from formats.scan.type import Read, crop_line, down_line, find_ink, level_line, one_size, part_of

Gray = npt.NDArray[np.uint8]

# Pixels of the longer side: body type is legible to the recognizer at 20 pixels and to the detector at 12, and a
# broadsheet has some 180 lines of it.
LONGEST, LONGEST_DETECTED, LEAST_SIDE = 4200, (2400, 960), 64
# How much of a line that is found the second time may have been found the first time.
SHARED = 0.1
# A page turned by less does not mix its lines.
LEAST_DEGREES, LONG_LINE, LONGEST_TURNED = 0.1, 8, 1800
LEAST_SCORE = 0.5
# From the paper to the ink: a thin stroke at 150 dpi is hardly darker. How many times its usual grain paper is darker
# here and there.
FAINTEST, GRAIN = 0.2, 7.0
# Points of a paper's body type, where a picture does not say how large it is.
BODY, LEAST_BODY, MOST_BODY = 10.0, 5.0, 18.0


class Recognizer:
    """The two models, loaded once for the pages of a file."""

    def __init__(self) -> None:
        models = Path(rapidocr.__file__).parent / "models"
        self._engine = rapidocr.RapidOCR(
            params={
                # Named, so that none is ever looked for on the network.
                "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
                "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
                "Det.max_candidates": 20_000,
                "Det.limit_side_len": LEAST_SIDE,
                "Global.use_cls": False,
                "Global.use_preprocess_img": False,
                "Global.use_vertical_padding": False,
                "Global.return_word_box": True,
                "Global.log_level": "critical",
            }
        )

    def detect(self, gray: Gray) -> npt.NDArray[np.float64]:
        """Where there is text: quadrangles, (count, 4, 2); large type is looked for again on a smaller picture."""
        found, large = (self._detect(gray, longest) for longest in LONGEST_DETECTED)
        taken = np.zeros(gray.shape, bool)
        for left, top, right, bottom in _edges(found):
            taken[top:bottom, left:right] = True
        missed = [taken[top:bottom, left:right].mean() < SHARED for left, top, right, bottom in _edges(large)]
        return np.concatenate([found, large[np.array(missed, bool)]])

    def _detect(self, gray: Gray, longest: int) -> npt.NDArray[np.float64]:
        scale = min(longest / max(gray.shape), 1.0)
        if min(gray.shape) * scale < LEAST_SIDE / 4:  # no line of type is so low, and the detector would enlarge it
            return np.zeros((0, 4, 2))
        small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        boxes = self._engine(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_rec=False).boxes
        return np.zeros((0, 4, 2)) if boxes is None else np.asarray(boxes, float) / scale

    def read(self, crops: Sequence[Gray]) -> Iterator[tuple[str, list[float]]]:
        """The characters of each line and where the middle of each stands, of its width; none where it is illegible."""
        if not crops:
            return
        found = self._engine.recognize_txt([cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR) for crop in crops])
        for score, words in zip(found.scores, found.word_results, strict=True):
            if score < LEAST_SCORE:
                yield "", []
            else:
                chars = [char for word in words.words for char in word]
                columns = [column for word in words.word_cols for column in word]
                places = [
                    (at + 0.5) / words.line_txt_len for char, at in zip(chars, columns, strict=True) for _ in char
                ]
                yield "".join(chars), places


def recognize(picture: Gray, recognizer: Recognizer, dpi: float | None = None) -> Layout:
    """The lines, rules and frames on a gray picture; dpi: None where the picture does not tell."""
    scale = min(LONGEST / max(picture.shape), 1.0)
    gray = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    gray, quads = _straight(*_upright(gray, recognizer))
    high, wide = gray.shape
    if not len(quads):
        return Layout(wide * 72 / 150, high * 72 / 150, (), by="ocr")
    paper, faintest = _shades(gray)
    boxes = [_around(quad) for quad in quads]
    level, down = find_lines(boxes, gray < faintest)
    read = one_size(_read(gray, level, down, recognizer))
    body = _body(read)
    points = _points(body, dpi * scale if dpi else None)
    rules, frames = find_drawn(gray, [*boxes, *level], paper, body)
    return Layout(
        wide * points,
        high * points,
        tuple(Line(line.text, _scaled(line.box, points), line.size * points, vertical=line.vertical) for line in read),
        tuple(_scaled(rule, points) for rule in rules),
        tuple(_scaled(frame, points) for frame in frames),
        by="ocr",
    )


def _shades(gray: Gray) -> tuple[int, float]:
    """How light the paper is, and the faintest ink on it."""
    threshold, _ = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    light, dark = gray[gray > threshold], gray[gray <= threshold]
    paper, ink = int(np.median(light)) if light.size else 255, int(np.median(dark)) if dark.size else 0
    grain = float(np.median(np.abs(light.astype(int) - paper))) if light.size else 0.0
    return paper, paper - max(FAINTEST * (paper - ink), GRAIN * grain)


def _edges(quads: npt.NDArray[np.float64]) -> list[list[int]]:
    """Left, top, right and bottom of each."""
    corners = np.concatenate([quads.min(axis=1), quads.max(axis=1) + 1], axis=1)
    return corners.astype(int).clip(0).tolist() if len(quads) else []


def _around(quad: npt.NDArray[np.float64]) -> Box:
    (left, top), (right, bottom) = quad.min(axis=0).tolist(), quad.max(axis=0).tolist()
    return Box(left, top, right, bottom)


def _scaled(box: Box, by: float) -> Box:
    return Box(box.left * by, box.top * by, box.right * by, box.bottom * by)


def _upright(gray: Gray, recognizer: Recognizer) -> tuple[Gray, npt.NDArray[np.float64]]:
    """A picture turned so that its characters stand upright, and where there is text."""
    quads = recognizer.detect(gray)
    turns = count_turns(gray, [_around(quad) for quad in quads], recognizer.read)
    if not turns:
        return gray, quads
    turned = np.ascontiguousarray(np.rot90(gray, turns))
    return turned, recognizer.detect(turned)


def _straight(gray: Gray, quads: npt.NDArray[np.float64]) -> tuple[Gray, npt.NDArray[np.float64]]:
    """A picture and its boxes turned so that the lines run level."""
    sides = quads[:, 1] - quads[:, 0]
    least = LONG_LINE * np.median(np.abs(quads[:, 3, 1] - quads[:, 0, 1])) if len(quads) else 0
    angles = [degrees(atan2(y, x)) for x, y in sides.tolist() if x > least]
    angle = _sharpest(gray, median(angles)) if angles else 0.0
    if abs(angle) < LEAST_DEGREES:
        return gray, quads
    turned, turn = _turned(gray, angle)
    return turned, quads @ turn[:, :2].T + turn[:, 2]


def _turned(gray: Gray, angle: float) -> tuple[Gray, npt.NDArray[np.float64]]:
    high, wide = gray.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return cv2.warpAffine(gray, turn, (wide, high), borderMode=cv2.BORDER_REPLICATE), turn


def _sharpest(gray: Gray, about: float) -> float:
    """The angle near another one at which rows of ink and of white differ most: boxes are level rather than askew."""
    scale = min(LONGEST_TURNED / max(gray.shape), 1.0)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)

    def contrast(angle: float) -> float:
        return float(np.square(np.diff(_turned(small, angle)[0].mean(axis=1))).sum())

    return max((about + step * LEAST_DEGREES / 2 for step in range(-8, 9)), key=contrast)


def _read(gray: Gray, level: Sequence[Box], down: Sequence[Box], recognizer: Recognizer) -> list[Read]:
    inks = [find_ink(part_of(gray, box)) for box in level]
    crops = [crop_line(gray, box, ink) for box, ink in zip(level, inks, strict=True)]
    found = [
        level_line(text, places, box, ink)
        for box, ink, (text, places) in zip(level, inks, recognizer.read(crops), strict=True)
        if text
    ]
    turned = [np.ascontiguousarray(np.rot90(part_of(gray, box))) for box in down]
    for box, (text, _) in zip(down, recognizer.read(turned), strict=True):
        if text:
            found.append(down_line(text, box))
    return found


def _body(lines: Sequence[Read]) -> float:
    """The size of the body's type in pixels."""
    return median(line.size for line in lines for _ in line.text) if lines else 20.0


def _points(body: float, dpi: float | None) -> float:
    """Points to a pixel: as the picture says, unless its body type would be none that a paper is set in."""
    if dpi and LEAST_BODY <= body * 72 / dpi <= MOST_BODY:
        return 72 / dpi
    return BODY / body
