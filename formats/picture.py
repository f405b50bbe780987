"""The door for pictures of pages: scans and photographs, read where the extra `ocr` is installed."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.errors import Failure, InputError
from articles.page import Page
from formats.scan.scanner import PICTURES, Scanner, can_read

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
# A broadsheet at 400 dpi has 130 million; a small file may say that it holds more than a machine does.
MOST_PIXELS, MOST_PAGES = 150_000_000, 500
BROKEN = ("it is no picture, or a broken one", "scan it or fetch it again")
TOO_LARGE = ("it is larger than 150 megapixels", "scan it at 300 dpi, or cut it up")
TOO_MANY = ("it has more than 500 pages", "cut it into smaller files")


def read_picture(data: bytes, source: str) -> Iterator[Page | Failure]:
    """The page on a picture, or the pages in a TIFF, and a failure for each that cannot be read.

    Raises InputError where none can.
    """
    if not data:
        raise InputError("the file is empty", "scan it or fetch it again")
    if not can_read():
        raise InputError(*PICTURES)
    file = _opened(data)
    count = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
    if count > MOST_PAGES:
        raise InputError(*TOO_MANY)
    scanner = Scanner()
    for number in range(count):
        name, ordinal = (f"{source}#{number + 1}", number + 1) if count > 1 else (source, None)
        try:
            gray, dpi = _frame(file, number)
        except InputError as error:
            yield Failure(name, error)
        else:
            yield scanner.read(gray, dpi, name, ordinal)


def _opened(data: bytes) -> Any:
    """The file, of which nothing but the head is read yet."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise InputError(*TOO_LARGE) from None
    except Exception:  # what a broken file makes of a decoder has no common name
        raise InputError(*BROKEN) from None


def _frame(file: Any, number: int) -> tuple[npt.NDArray[np.uint8], float | None]:
    """A page of a file in gray, and its dpi where the file tells."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            file.seek(number)
            if file.width * file.height > MOST_PIXELS:
                raise InputError(*TOO_LARGE)
            return _gray(file), _dpi(file)
    except InputError:
        raise
    except Exception:  # as above
        raise InputError(*BROKEN) from None


def _gray(file: Any) -> npt.NDArray[np.uint8]:
    """The picture upright and on white paper."""
    from PIL import Image, ImageOps

    file.draft("L", None)
    upright = ImageOps.exif_transpose(file)
    if upright.mode[0] in "IF":  # 16 bits and more, which would be cut off at 255
        deep = np.asarray(upright, float)
        return np.asarray(255 * deep / max(deep.max(), 1.0), np.uint8)
    if "A" in upright.getbands() or "transparency" in upright.info:
        clear = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    return np.array(upright.convert("L"))


def _dpi(file: Any) -> float | None:
    said = file.info.get("dpi")
    return float(said[0]) if said and said[0] > 1 else None
