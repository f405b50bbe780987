"""Makes the pictures in this folder from the sample issue: `python -m docs.shots` (needs playwright and Chromium)."""

import random
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import baozhai
from archive.index import render as render_index
from tests.invented import NAMES

DOCS = Path(__file__).parent
ISSUE = DOCS.parent / "seeds" / "pages"
FRONT = DOCS.parent / "tests" / "pages" / "2025-03-15-p01.html"
SHOTS: Mapping[str, tuple[str, dict[str, Any], int]] = {
    "page-front": ("front", {"viewport": {"width": 1474, "height": 2060}, "device_scale_factor": 0.5}, 0),
    "digest-desk": ("day", {"viewport": {"width": 1280, "height": 1130}}, 0),
    "digest-phone": ("day", {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}, 0),
    "digest-why": ("day", {"viewport": {"width": 1280, "height": 820}}, 1),
    "archive": ("index", {"viewport": {"width": 1280, "height": 1000}}, 0),
}


def main() -> None:
    """Write each picture; `digest-why` with the first story's fold open."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        pages = {"day": sample(), "index": render_index(quarter())}
        for name, text in pages.items():
            Path(folder, f"{name}.html").write_text(text, "utf-8")
        paths = {name: Path(folder, f"{name}.html") for name in pages} | {"front": FRONT}
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (page, look, folds) in SHOTS.items():
            view = browser.new_page(**look)
            view.goto(paths[page].as_uri())
            for fold in view.locator("details.whole > summary").all()[:folds]:
                fold.click()
                view.evaluate("scrollTo(0, document.querySelector('.domain').offsetTop + 20)")
            view.screenshot(path=DOCS / f"{name}.png")


def sample() -> str:
    """The digest of the sample issue."""
    models = baozhai.load_models()
    text = baozhai.render(baozhai.digest(ISSUE, paper="岚川日报", models=models), "html")
    assert isinstance(text, str)
    return text


def quarter() -> list[dict[str, Any]]:
    """Ninety days on record, with counts by chance."""
    chance = random.Random(3)
    return [_record(date(2025, 2, 1) + timedelta(number), chance) for number in range(90)]


def _record(when: date, chance: random.Random) -> dict[str, Any]:
    counts = [[name, chance.randrange(most)] for name, most in zip(NAMES.values(), (5, 7, 4, 9, 11), strict=True)]
    return {
        "date": str(when),
        "paper": "岚川日报",
        "pages": 4,
        "stories": sum(count for _, count in counts),
        "lines": ["市卫生健康委统计，夜间门诊开设以来共接诊2.9万人次，其中儿童占四成。"],
        "files": {"html": {"name": f"{when}.html"}},
        "domains": counts,
    }


if __name__ == "__main__":
    main()
