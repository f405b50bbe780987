"""Pictures of pages, typeset for the tests of what reads them."""

import io
from pathlib import Path
from typing import Any

import pytest

# Each with the number of the face that has the characters as they are written on the mainland.
FONTS = {"NotoSerifCJK-Regular.ttc": 2, "NotoSansCJK-Regular.ttc": 2, "DroidSansFallbackFull.ttf": 0}
HEADLINE = "东门大桥封闭大修四个月"
COLUMNS = (
    (
        "　　本报讯（记者许明达）横跨青水河的东",
        "门大桥4月7日封闭大修，工期四个月，过",
        "往车辆须绕行南门大桥。大桥建于三十年",
        "前，桥面多处开裂。",
        "　　施工期间，大桥上的公交12路改道，",
    ),
    (
        "过往车辆由交警在南门大桥疏导。市交通局",
        "介绍，工程分两段进行，先修桥面，再换",
        "支座，白天和夜间都有人值守。",
        "　　沿河步道照常开放，居民可从桥下通行。",
    ),
)
BODY = (
    "本报讯（记者许明达）横跨青水河的东门大桥4月7日封闭大修，工期四个月，过往车辆须绕行南门大桥。大桥建于三十年前，桥面多处开裂。",
    "施工期间，大桥上的公交12路改道，过往车辆由交警在南门大桥疏导。市交通局介绍，工程分两段进行，先修桥面，再换支座，白天和夜间都有人值守。",
    "沿河步道照常开放，居民可从桥下通行。",
)
SIZE, LARGE, PITCH, EDGE, GUTTER, DPI = 22, 48, 34, 60, 30, 150


def needs_ocr() -> None:
    """Skip a test where what reads pictures is not installed, or no font is here to make one."""
    for name in ("cv2", "onnxruntime", "PIL", "rapidocr"):
        pytest.importorskip(name)
    if not _font_file():
        pytest.skip("no Chinese font here")


def small_page() -> Any:
    """A headline over two columns, the second of which carries the first one on."""
    from PIL import Image, ImageDraw, ImageFont

    file = _font_file()
    assert file
    head, font = (ImageFont.truetype(str(file), size, index=FONTS[file.name]) for size in (LARGE, SIZE))
    wide = 2 * EDGE + 2 * 19 * SIZE + GUTTER
    image = Image.new("RGB", (wide, 460), "white")
    draw = ImageDraw.Draw(image)
    draw.text((EDGE, 40), HEADLINE, "black", head)
    for number, column in enumerate(COLUMNS):
        for row, line in enumerate(column):
            draw.text((EDGE + number * (19 * SIZE + GUTTER), 150 + row * PITCH), line, "black", font)
    return image


def old_page() -> Any:
    """The same text in lines that run downwards, from the right to the left."""
    from PIL import Image, ImageDraw, ImageFont

    file = _font_file()
    assert file
    font = ImageFont.truetype(str(file), SIZE, index=FONTS[file.name])
    image = Image.new("L", (460, 700), "white")
    draw = ImageDraw.Draw(image)
    for at, char in enumerate("".join(BODY)):
        column, row = divmod(at, 24)
        draw.text((380 - column * PITCH, EDGE + row * (SIZE + 2)), char, "black", font)
    return image


def saved(image: Any, kind: str, **options: Any) -> bytes:
    """A picture as a file."""
    file = io.BytesIO()
    image.save(file, kind, dpi=(DPI, DPI), **options)
    return file.getvalue()


def _font_file() -> Path | None:
    found = (path for name in FONTS for path in Path("/usr/share/fonts").rglob(name))
    return next(found, None)
