"""Prints the sample issue's front page from its source: `python -m tests.pages.press`.

It needs Chromium, the Noto CJK fonts, and `pip install fonttools`.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
NAME = "2025-03-15-p01"
PRINTED = HERE.parents[1] / "seeds" / "pages" / f"{NAME}.pdf"
NOTO = Path("/usr/share/fonts/opentype/noto")
# Of the page's fonts: family and weight, and the collection that holds them.
FACES: Mapping[tuple[str, int], str] = {
    ("Noto Serif CJK SC", 400): "NotoSerifCJK-Regular.ttc",
    ("Noto Serif CJK SC", 700): "NotoSerifCJK-Bold.ttc",
    ("Noto Sans CJK SC", 400): "NotoSansCJK-Regular.ttc",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging")


def find_browser() -> str | None:
    """The Chromium of this machine, None where it has none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def print_page(source: Path, printed: Path, browser: str) -> None:
    """Prints an HTML file to a PDF."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        out = [f"--user-data-dir={profile}", f"--print-to-pdf={printed.resolve()}", source.resolve().as_uri()]
        subprocess.run([browser, *QUIET, *out], check=True, capture_output=True, timeout=300)


def main() -> None:
    """Writes the page that lies in seeds/pages/.

    Chromium draws a font of cubic curves glyph by glyph, in more than twice the bytes; so it gets quadratic ones.
    """
    browser = find_browser()
    if not browser:
        raise SystemExit("there is no Chromium here; apt-get install chromium fonts-noto-cjk")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        text = (HERE / f"{NAME}.html").read_text("utf-8")
        rules = [write_font(work, text, *face, file) for face, file in FACES.items()]
        (work / f"{NAME}.html").write_text(text, "utf-8")
        style = (HERE / f"{NAME}.css").read_text("utf-8")
        (work / f"{NAME}.css").write_text("\n".join([*rules, style]), "utf-8")
        print_page(work / f"{NAME}.html", PRINTED, browser)


def write_font(folder: Path, text: str, family: str, weight: int, file: str) -> str:
    """Writes a font of a text's characters with quadratic curves, and gives its rule of CSS."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTCollection, newTable

    font = next(one for one in TTCollection(NOTO / file).fonts if one["name"].getDebugName(1) == family)
    subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(text=text)
    subsetter.subset(font)
    glyphs, drawn = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), drawn
    for table in ("CFF ", "VORG"):
        del font[table]
    most = font["maxp"]
    most.tableVersion, most.maxZones = 0x00010000, 1
    for unused in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(most, f"max{unused}", 0)
    most.maxSizeOfInstructions = most.maxComponentElements = 0
    font["glyf"].compile(font)
    most.recalc(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    font.save(folder / f"{Path(file).stem}.ttf")
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url({Path(file).stem}.ttf) }}'


if __name__ == "__main__":
    main()
