"""Pages to learn from: their truth is whole, and what strays is on the page once."""

from pathlib import Path

import pytest

from articles.corpus import Labelled
from articles.dateline import is_lead
from formats.corpus import read_corpus
from reading.folding import fold
from reading.train.text import pages
from reading.train.text.pages import LEAST, draw_pages, page_stories

CORPUS = read_corpus(Path(__file__).parents[4] / "seeds")


def test_a_page_holds_every_character_of_its_stories() -> None:
    """However it is torn, every two characters of a story stand there, but for the few that lose a column."""
    stories = lost = 0
    for page in draw_pages(CORPUS, 40, 7, parted=0.5):
        text = fold(page.text)
        for story in page.truth:
            assert fold(story["headline"]) in text
            body = "".join(map(fold, story["body"]))
            missing = [at for at in range(len(body) - 1) if body[at : at + 2] not in text]
            stories += 1
            lost += len(missing) > len(body) / 40  # a pair at a cut is no loss
    assert 0 < lost < stories / 10


def test_whole_pages_are_not_torn_and_some_stories_have_no_headline() -> None:
    """Every paragraph stands there as it is."""
    drawn = list(draw_pages(CORPUS, 12, 7, torn=False))
    for page in drawn:
        blocks = page.text.split("\n\n")
        assert all(any(paragraph in block for block in blocks) for story in page.truth for paragraph in story["body"])
    assert {bool(story["headline"]) for page in drawn for story in page.truth} == {True, False}


@pytest.mark.parametrize(("share", "least", "most"), [(1.0, 20, 20), (0.0, 0, 14)])
def test_on_some_pages_each_story_says_who_reports(
    share: float, least: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its lead or in a byline; on the others some say so and some do not."""
    monkeypatch.setattr(pages, "SAID", share)
    said = []
    for page in draw_pages(CORPUS, 20, 7):
        bylines = sum(block.startswith("本报记者") for block in page.text.split("\n\n"))
        said.append(sum(not is_lead(story["body"][0]) for story in page.truth) <= bylines)
    assert least <= sum(said) <= most


def test_the_same_seed_draws_the_same_pages() -> None:
    """Byte for byte, so that training gives the same models."""
    first, again, other = ([page.text for page in draw_pages(CORPUS, 3, seed, parted=0.5)] for seed in (5, 5, 6))
    assert first == again != other


def test_a_small_corpus_fills_no_page() -> None:
    """Notes are no stories of a page, and a few stories are no paper."""
    note = Labelled("other", "s", "开馆", ("新馆开馆。", "读者盼来大书房。"))
    assert page_stories([note]) == []
    assert list(draw_pages([note] * 20, 3, 1)) == []
    assert all(sum(map(len, story.body)) >= LEAST for story in page_stories(CORPUS))
