"""Draws what a model is worth: the confusion matrix, and how often labels of a confidence are right."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from articles.errors import InputError
from articles.files import write_file
from classify.evaluate import Evaluation
from formats.extra import install

SUFFIXES = (".svg", ".png", ".pdf")
# Fonts that have Chinese, of Linux, Windows and macOS; domains may have Chinese keys.
CHINESE = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei", "PingFang SC")
LATIN = "DejaVu Sans"
# What would differ from one run to the next is left out; text in SVG stays text.
STYLE = {"svg.fonttype": "none", "svg.hashsalt": "baozhai"}
UNDATED = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {}}
MOST_NUMBERS = 15  # domains up to which each field of the matrix has its number
BLUE, GREY = "#2b6cb0", "#888888"


def is_possible() -> bool:
    """Whether matplotlib is installed."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def draw(worth: Evaluation, path: Path) -> Path:
    """Writes a picture as SVG, PNG or PDF, as its name says, the same bytes at each run of one installation.

    Raises InputError where it has another name, or matplotlib is not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: pictures are {', '.join(SUFFIXES)}", "name one so")
    if not is_possible():
        raise InputError(f"{path}: pictures are drawn by matplotlib, which is not installed", install("plots"))
    from matplotlib import font_manager, rc_context
    from matplotlib.figure import Figure

    there = set(font_manager.get_font_names())
    fonts = [*(name for name in CHINESE if name in there), LATIN]
    out = BytesIO()
    with rc_context(STYLE | {"font.family": fonts}):
        figure = Figure(figsize=(11, 5), layout="constrained")
        left, right = figure.subplots(1, 2)
        _confusion(left, worth)
        _reliability(right, worth)
        figure.savefig(out, format=suffix[1:], dpi=120, metadata=UNDATED[suffix])
    write_file(path, out.getvalue())
    return path


def _confusion(axes: Any, worth: Evaluation) -> None:
    """Rows are true labels, columns given ones; the darker a field, the larger its share of the row."""
    counts = np.array(worth.confusion)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    keys = [row.label for row in worth.rows]
    axes.set_xticks(range(len(keys)), keys, rotation=45, ha="right")
    axes.set_yticks(range(len(keys)), keys)
    axes.set(xlabel="given", ylabel="true", title="Labels, true and given")
    if len(keys) <= MOST_NUMBERS:
        for (row, column), count in np.ndenumerate(counts):
            color = "white" if shares[row, column] > 0.5 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=color)


def _reliability(axes: Any, worth: Evaluation) -> None:
    """On the diagonal a confidence is as often right as it says; a dot's size is how many labels it stands for."""
    bins = worth.reliability
    axes.plot([0, 1], [0, 1], linestyle="--", color=GREY)
    confidences, right = [one.confidence for one in bins], [one.precision for one in bins]
    axes.plot(confidences, right, color=BLUE)
    most = max((one.count for one in bins), default=1)
    axes.scatter(confidences, right, s=[20 + 180 * one.count / most for one in bins], color=BLUE)
    title = f"Confidence (expected calibration error {worth.calibration_error:.3f})"
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel="confidence", ylabel="right", title=title, aspect="equal")
