"""The pages in a real browser: nothing overflows, the keyboard reaches all, nothing is asked of the network."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.index import render as render_index
from digest.render.html import render
from tests.invented import EVIL, day, hostile

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: apt-get install chromium")
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1280, 900)}
RECORD = {"paper": "云岭日报", "pages": 4, "stories": 9, "unsure": 1, "failures": []}
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.sr, .table, svg') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.tagName + '.' + e.className)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented day, without pictures of its pages and with them, the hostile one, an index of two months."""
    folder = tmp_path_factory.mktemp("pages")
    days = [f"2025-0{month}-{number:02d}" for month in (3, 4) for number in range(1, 31)]
    records = [
        RECORD
        | {"date": name, "lines": ["市卫生健康委发布夜间门诊数据。"], "files": {"html": {"name": f"{name}.html"}}}
        | {"domains": [["知识产权", number % 4], ["卫生健康", number % 3]]}
        for number, name in enumerate(days)
    ]
    texts = {
        "day": render(day()),
        "pictures": render(replace(day(), pictures=True)),
        "hostile": render(hostile()),
        "index": render_index(records),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path], request: pytest.FixtureRequest) -> Iterator[tuple[Any, list[str]]]:
    """A page opened as `(name, size, scheme)` asks, and the addresses it asked for."""
    name, size, scheme = request.param
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page, asked = context.new_page(), []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.goto(pages[name].as_uri())
    yield page, asked
    context.close()


def cases(*looks: tuple[str, str]) -> list[tuple[str, str, str]]:
    return [(name, *look) for name in ("day", "pictures", "hostile", "index") for look in looks]


@pytest.mark.parametrize("opened", cases(*((size, "light") for size in SIZES)), indirect=True, ids="-".join)
def test_nothing_overflows_and_nothing_is_asked(opened: tuple[Any, list[str]]) -> None:
    """At every size all text stands within the window, folded open too, and the page asks for nothing but itself."""
    page, asked = opened
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.evaluate(WIDER) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert asked == [page.url]


@pytest.mark.parametrize("opened", cases(("phone", "dark"), ("desk", "light")), indirect=True, ids="-".join)
def test_axe_finds_nothing(opened: tuple[Any, list[str]]) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or its own best practices, folds closed or open, light or dark."""
    page, _ = opened
    for _ in range(2):
        found = axe.Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == []
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


@pytest.mark.parametrize("opened", [("day", "desk", "light")], indirect=True, ids="-".join)
def test_folds_open_by_keyboard(opened: tuple[Any, list[str]]) -> None:
    """Tab reaches the first fold, with its focus shown, and Enter opens it and closes it."""
    page, _ = opened
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    fold = "document.activeElement.parentElement"
    assert page.evaluate(f"{fold}.className") == "whole"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{fold}.open && {fold}.querySelector('.original').offsetHeight > 0")
    page.keyboard.press("Enter")
    assert not page.evaluate(f"{fold}.open")


@pytest.mark.parametrize("opened", [("day", "desk", "light")], indirect=True, ids="-".join)
def test_in_print_no_story_is_cut(opened: tuple[Any, list[str]]) -> None:
    """On A4 no story is parted by a page's end, and folds, links to stories and the menu are left away."""
    page, _ = opened
    page.emulate_media(media="print")
    breaks = "[...new Set([...document.querySelectorAll('.story')].map(story => getComputedStyle(story).breakInside))]"
    assert page.evaluate(breaks) == ["avoid"]
    assert page.evaluate("[...document.querySelectorAll('nav, .day a, .whole')].every(e => !e.offsetHeight)")
    sheet = page.pdf(prefer_css_page_size=True)
    assert sheet.count(b"/MediaBox [0 0 594.95996 841.91998]") in range(2, 5)


@pytest.mark.parametrize("opened", [("hostile", "desk", "light")], indirect=True, ids="-".join)
def test_hostile_text_is_shown_as_it_is(opened: tuple[Any, list[str]]) -> None:
    """The browser shows the hostile headline's characters and has made no element of them."""
    page, _ = opened
    shown = page.locator("h3").first.text_content()
    assert shown == "".join("\ufffd" if char in "\x00\x1b\x7f\ufffe" else char for char in EVIL)
    assert page.evaluate("document.scripts.length") == 0
