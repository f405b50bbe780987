"""Pages that are pictures: read where the extra `ocr` is installed, else told with the way to install it."""

from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from articles.errors import Failure, InputError
from articles.page import Page
from formats.extra import install
from formats.placed import place_page

if TYPE_CHECKING:
    from formats.scan.ocr import Recognizer

INSTALL = install("ocr")
CURE = f"{INSTALL} to have them read, or give the text as .txt"
PICTURES = ("its pages are pictures without text", CURE)
EMPTY = ("this page is empty", "look whether the file is the right one")
ILLEGIBLE = ("no text can be made out on this page", "scan it upright, at 200 dpi or more")
TOO_MUCH = ("this page cannot be read as a picture", "scan it again, smaller, or give the text as .txt")
# From the lightest to the darkest of 256 grays: a sheet that differs by less is white.
LEAST_CONTRAST = 40


def can_read() -> bool:
    """Whether what reads pictures is installed."""
    try:
        for name in ("PIL", "cv2", "onnxruntime", "rapidocr"):
            import_module(name)
    except ImportError:
        return False
    return True


class Scanner:
    """Reads pictures of pages; its models are loaded when the first one comes."""

    def __init__(self) -> None:
        self._recognizer: Recognizer | None = None

    def read(
        self, picture: npt.NDArray[np.uint8], dpi: float | None, source: str, ordinal: int | None = None
    ) -> Page | Failure:
        """The page on a gray picture; dpi: None where nothing tells; ordinal: its place in a file of several."""
        from formats.scan.ocr import Recognizer, recognize

        if int(picture.max()) - int(picture.min()) < LEAST_CONTRAST:
            return Failure(source, InputError(*EMPTY))
        self._recognizer = self._recognizer or Recognizer()
        try:
            layout = recognize(picture, self._recognizer, dpi)
        except (MemoryError, RuntimeError, ValueError):
            return Failure(source, InputError(*TOO_MUCH))
        if not layout.lines:
            return Failure(source, InputError(*ILLEGIBLE))
        return place_page(layout, source, ordinal)
