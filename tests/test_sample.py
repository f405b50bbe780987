"""The golden journey: the sample issue in, a digest out that agrees with what a careful reader makes of it."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from articles.page import Page
from baozhai.cli import main
from formats.doors import open_file
from formats.html.markup import lines as html_lines
from reading.evaluate import fold
from summarize.shorten import GAP

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "seeds" / "pages"
# Its front page as a bad extract gives it: paragraphs cut, moved and printed twice.
DAMAGED = ROOT / "tests" / "pages" / "2025-03-15-p01.txt"
FRONT, INSIDE, SAVED = json.loads((PAGES / "truth.json").read_text("utf-8")).values()
TRUTH: list[dict[str, Any]] = [*FRONT, *INSIDE, *SAVED]
SAVED_FIELDS = [{key: value for key, value in story.items() if key != "note"} for story in SAVED]
# Of 19 stories; of the 8 on the front page; of 18 where that one is damaged.
RESTORED, HEADLINES = 16, 15
FRONT_RESTORED = 7
DAMAGED_RESTORED, DAMAGED_HEADLINES = 13, 11


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The digest that the command makes of the sample issue."""
    return digest_of(PAGES, tmp_path_factory.mktemp("sample"))


def digest_of(pages: Path, folder: Path) -> dict[str, Any]:
    """The digest that the command makes of a folder of pages."""
    file = folder / "digest.json"
    done = CliRunner().invoke(main, ["digest", str(pages), "-o", str(file)])
    assert done.exit_code == 0, done.output
    made: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return made


@pytest.fixture(scope="module")
def stories(digest: dict[str, Any]) -> list[dict[str, Any]]:
    """All stories of the digest, those of its sections first."""
    return stories_of(digest)


def stories_of(digest: dict[str, Any]) -> list[dict[str, Any]]:
    return [story for section in [*digest["sections"], {"stories": digest["unsure"]}] for story in section["stories"]]


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """What stands on the pages, folded, a line each."""
    paths = sorted(PAGES.glob("*-p0*"))
    items = [item for path in paths for item in open_file(path.read_bytes(), path.name)]
    lines = [line for item in items if isinstance(item, Page) for line in item.text.splitlines()]
    lines += [line for path in PAGES.glob("*.htm") for line in html_lines(path.read_text("utf-8"))]
    return [fold(line) for line in lines if fold(line)]


@pytest.mark.parametrize("story", TRUTH, ids=lambda story: story["headline"])
def test_the_truth_is_printed(story: dict[str, Any], printed: list[str]) -> None:
    """What the truth tells stands on the pages, each text in lines or pieces one behind the other."""
    texts = [story[key] for key in ("headline", "kicker", "subhead", "byline") if story[key]]
    assert [text for text in [*texts, *story["body"], *story["captions"]] if not made_of(fold(text), printed)] == []


def made_of(text: str, pieces: Sequence[str]) -> bool:
    """Whether a text is some of the pieces, one behind the other."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(piece) for piece in pieces if text.startswith(piece, at)}
    return len(text) in reached


def test_day_and_paper(digest: dict[str, Any]) -> None:
    """The day comes from the pages, the paper from the profile beside them."""
    assert (digest["date"], digest["paper"], digest["pages"]) == ("2025-03-15", "岚川日报", 3)


def test_stories_are_restored(stories: list[dict[str, Any]]) -> None:
    """The stories come out as their authors wrote them, under their own headlines."""
    restored, headed = counts(stories, TRUTH)
    assert (restored >= RESTORED, headed >= HEADLINES) == (True, True), (restored, headed)


def test_a_printed_page_is_restored(stories: list[dict[str, Any]]) -> None:
    """Of a PDF as papers print them nearly all stories come back to the letter."""
    assert counts(stories, FRONT)[0] >= FRONT_RESTORED


def test_a_story_that_goes_on_inside_is_one(stories: list[dict[str, Any]]) -> None:
    """What the front page begins and page 2 ends, a PDF and a text, is put together."""
    [jump] = [story for story in stories if story["pages"] == [1, 2]]
    assert counts([jump], FRONT) == (1, 1)


def test_a_saved_page_says_its_story_itself(stories: list[dict[str, Any]]) -> None:
    """Every field of an e-paper's page comes out as its format gives it."""
    [saved] = [story for story in stories if story["pages"] == [3]]
    assert [{key: saved[key] for key in truth if key != "note"} for truth in SAVED] == SAVED_FIELDS


def test_a_damaged_page_comes_near_it(tmp_path: Path) -> None:
    """Out of a bad extract of the same page the same stories come, but for a few."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for path in (DAMAGED, *PAGES.glob("*-p02.*")):
        shutil.copy(path, pages)
    restored, headed = counts(stories_of(digest_of(pages, tmp_path)), TRUTH)
    assert (restored >= DAMAGED_RESTORED, headed >= DAMAGED_HEADLINES) == (True, True), (restored, headed)


def counts(stories: Sequence[dict[str, Any]], truth: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """How many stories of the truth are there to the letter, and how many of these under their own headline."""
    heads = {fold(story["body"]): fold(story["headline"] or "") for story in stories}
    restored = [story for story in truth if fold(story["body"]) in heads]
    return len(restored), sum(fold(story["headline"] or "") == heads[fold(story["body"])] for story in restored)


def test_no_story_is_surely_wrong(stories: list[dict[str, Any]], digest: dict[str, Any]) -> None:
    """A story lands in its domain's section, or with the unsure; those are few, and not none."""
    unsure = {story["id"] for story in digest["unsure"]}
    truth = {fold(story["body"]): story["domain"] for story in TRUTH}
    wrong = [
        (story["headline"], story["domain"])
        for story in stories
        if story["id"] not in unsure and truth.get(fold(story["body"]), story["domain"]) != story["domain"]
    ]
    assert wrong == []
    assert 1 <= len(unsure) <= 3


def test_summaries_are_the_stories_own_words(stories: list[dict[str, Any]]) -> None:
    """Each sentence of a summary stands in its story, word for word but for what …… stands for, and in its order."""
    for story in stories:
        text, at = "\n".join(story["body"]), 0
        for part in filter(None, GAP.join(story["summary"]).split(GAP)):
            at = text.index(part, at) + len(part)
        assert story["summary"]
