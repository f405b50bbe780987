"""What a page may look like, each on a small page that is set here: every story comes back whole and in order."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from formats.corpus import read_corpus
from reading.evaluate import ReadingScore, score_readings
from reading.reading import Reading
from reading.train.forge import fit_stories
from reading.train.typesetter.sheet import Look, Story
from tests.reading.layout.layouts import CAPTION, page_of, told
from tests.three_stories import STORIES, stories

NARROW = Look(columns=3, measure=12, abreast=1)
SEEDS = Path(__file__).resolve().parents[3] / "seeds"
# Restored and headlines at least, a little less than is measured on twelve pages of six stories of the corpus.
BOUNDS = {
    "columns": (Look(), 0.95, 0.95),
    "bare": (Look(rules=False), 0.95, 0.95),
    "boxed": (Look(shapes=("boxed",)), 0.95, 0.95),
    "pictured": (Look(shapes=("pictured",)), 0.88, 0.92),
    "vertical": (Look(shapes=("vertical",)), 0.95, 0.95),
    "notched": (Look(shapes=("notched",)), 0.95, 0.95),
    "mixed": (Look(shapes=("columns", "boxed", "pictured", "vertical", "notched")), 0.95, 0.95),
}


def read(look: Look, count: int = 3, **more: str | None) -> Reading:
    """A page of the three stories as it looks, read."""
    return page_of(told(count, **more), look)[1]


def test_columns_of_one_story() -> None:
    """Columns are read from the left to the right, and a paragraph that one cuts is whole."""
    for columns in (1, 2, 3):
        assert stories(read(replace(NARROW, columns=columns))) == STORIES


def test_stories_side_by_side() -> None:
    """Each column under its own headline, with a rule between the stories or none."""
    for rules in (True, False):
        assert stories(read(Look(columns=6, measure=12, abreast=3, rules=rules))) == STORIES


def test_stories_over_each_other_without_a_rule() -> None:
    """A headline under a column opens the next story."""
    assert stories(read(replace(NARROW, rules=False))) == STORIES


def test_a_story_in_a_box() -> None:
    """What stands in a frame is no one else's."""
    assert stories(read(replace(NARROW, shapes=("boxed",)))) == STORIES


def test_a_headline_that_runs_downwards() -> None:
    """It stands to the left of its columns."""
    reading = read(replace(NARROW, columns=4, shapes=("vertical",)))
    assert {"".join(head.split()): body for head, body in stories(reading).items() if head} == STORIES


def test_a_picture_in_a_column() -> None:
    """The text goes on under it, and its caption is the story's."""
    reading = read(replace(NARROW, shapes=("pictured",)), caption=CAPTION)
    assert stories(reading) == STORIES
    assert [article.captions for article in reading.articles] == [(CAPTION,)] * 3


def test_columns_around_a_box() -> None:
    """The shorter columns over another story's box belong to their own headline."""
    look = Look(shapes=("notched",), columns=4, measure=12, abreast=1)
    assert stories(read(look, 2)) == dict(list(STORIES.items())[:2])


def test_what_stands_over_and_under_a_headline() -> None:
    """A kicker, a second line and a byline are what they are."""
    reading = read(NARROW, kicker="市民身边的新变化", subhead="老人孩子都有了去处", byline="本报记者 周岚晴")
    assert stories(reading) == STORIES
    assert {(one.kicker, one.subhead, one.byline) for one in reading.articles} == {
        ("市民身边的新变化", "老人孩子都有了去处", "本报记者 周岚晴")
    }


def test_the_page_names_itself_in_no_story() -> None:
    """The folio line is furniture."""
    reading = read(NARROW)
    assert [text for text in reading.furniture if "2025年4月9日" in text]


@pytest.mark.parametrize("kind", BOUNDS)
def test_stories_of_the_corpus_come_back(kind: str) -> None:
    """Stories of any length, on pages that look so."""
    look, restored, headlines = BOUNDS[kind]
    score = _score(look)
    assert score.restored >= restored
    assert score.headlines >= headlines
    assert score.spurious < 0.06


def _score(look: Look) -> ReadingScore:
    corpus = fit_stories(read_corpus(SEEDS))
    rng = random.Random(7)
    pairs = []
    for seed in range(12):
        chosen = [Story(one["headline"], tuple(one["body"]), caption=CAPTION) for one in rng.sample(corpus, 6)]
        page, reading = page_of(chosen, look, seed)
        pairs.append((page.truth, reading))
    return score_readings(pairs)
