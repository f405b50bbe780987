"""The golden journey: the sample issue in, a digest out that agrees with what a careful reader makes of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from baozhai.cli import main

PAGES = Path(__file__).resolve().parent.parent / "seeds" / "pages"
TRUTH: list[dict[str, Any]] = [
    story for stories in json.loads((PAGES / "truth.json").read_text("utf-8")).values() for story in stories
]
RESTORED, HEADLINES = 13, 11  # of 18 stories


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The digest that the command makes of the sample issue."""
    file = tmp_path_factory.mktemp("sample") / "digest.json"
    done = CliRunner().invoke(main, ["digest", str(PAGES), "-o", str(file)])
    assert done.exit_code == 0, done.output
    made: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return made


@pytest.fixture(scope="module")
def stories(digest: dict[str, Any]) -> list[dict[str, Any]]:
    """All stories of the digest, those of its sections first."""
    return [story for section in [*digest["sections"], {"stories": digest["unsure"]}] for story in section["stories"]]


@pytest.mark.parametrize("story", TRUTH, ids=lambda story: story["headline"])
def test_the_truth_is_printed(story: dict[str, Any]) -> None:
    """What the truth tells stands on the pages, a paragraph whole or in two pieces."""
    printed = "\n".join(path.read_text("utf-8") for path in sorted(PAGES.glob("*-p0*")))
    for key in ("headline", "kicker", "subhead", "byline"):
        assert (story[key] or "") in printed
    for text in [*story["body"], *story["captions"]]:
        assert any(text[:cut] in printed and text[cut:] in printed for cut in range(len(text)))


def test_day_and_paper(digest: dict[str, Any]) -> None:
    """The day comes from the pages, the paper from the profile beside them."""
    assert (digest["date"], digest["paper"], digest["pages"]) == ("2025-03-15", "岚川日报", 2)


def test_stories_are_restored(stories: list[dict[str, Any]]) -> None:
    """The stories come out as their authors wrote them, under their own headlines."""
    bodies = {run(story["body"]): story["headline"] for story in stories}
    restored = [story for story in TRUTH if run(story["body"]) in bodies]
    headed = [story for story in restored if story["headline"] == bodies[run(story["body"])]]
    assert (len(restored) >= RESTORED, len(headed) >= HEADLINES) == (True, True), (len(restored), len(headed))


def test_no_story_is_surely_wrong(stories: list[dict[str, Any]], digest: dict[str, Any]) -> None:
    """A story lands in its domain's section, or with the unsure; those are few, and not none."""
    unsure = {story["id"] for story in digest["unsure"]}
    truth = {run(story["body"]): story["domain"] for story in TRUTH}
    wrong = [
        (story["headline"], story["domain"])
        for story in stories
        if story["id"] not in unsure and truth.get(run(story["body"]), story["domain"]) != story["domain"]
    ]
    assert wrong == []
    assert 1 <= len(unsure) <= 3


def test_summaries_are_the_stories_own_words(stories: list[dict[str, Any]]) -> None:
    """Each sentence of a summary stands in its story, word for word and in its order."""
    for story in stories:
        text, at = "\n".join(story["body"]), 0
        for sentence in story["summary"]:
            at = text.index(sentence, at) + len(sentence)
        assert story["summary"]


def run(body: list[str]) -> str:
    """A body as running characters: where its paragraphs break is no matter."""
    return re.sub(r"\s", "", "".join(body))
