"""The journey: whatever comes in of a day stands in one place of its digest."""

from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest

from articles.page import Page
from digest.edition import edition
from digest.models import Models
from digest.profile import Profile
from digest.story import Digest
from summarize.length import Length
from tests.invented import DAY, day
from tests.trained import MODELS

ARTICLES = [story.article for story in day().stories]


@pytest.fixture(scope="module")
def models() -> Models:
    return MODELS


@pytest.fixture(scope="module")
def digest(models: Models) -> Digest:
    return edition(ARTICLES, models, Length(sentences=2), Profile(paper="云岭日报", never=("无人机",)))


def test_every_story_stands_once(digest: Digest) -> None:
    """A story is in its domain's section, among the unsure, or left out: in one of them, and once."""
    out = [left.story for left in digest.left_out]
    ids = [story.article.id for story in chain(digest.stories, out)]
    assert sorted(ids) == sorted(article.id for article in ARTICLES)
    assert all(story.label.domain == section.domain for section in digest.sections for story in section.stories)
    assert not [story for section in digest.sections for story in section.stories if story.label.unsure]
    assert all(story.label.unsure for story in digest.unsure)


def test_nothing_is_made_up(digest: Digest) -> None:
    """Each line of the day and each sentence of a summary is the story's own, word for word."""
    assert 3 <= len(digest.lines) <= 5
    assert all(text in story.article.text for text, story in digest.lines)
    assert all(sentence.text in story.article.text for story in digest.stories for sentence in story.summary.sentences)


def test_sections_stand_in_order(models: Models, digest: Digest) -> None:
    """Sections follow the taxonomy; domains that the profile names come first, in its order."""
    keys = [domain.key for domain in models.classifier.domains]
    assert [section.domain for section in digest.sections] == keys
    wanted = Profile(domains=(keys[2], keys[0]))
    sections = edition(ARTICLES, models, Length(chars=80), wanted).sections
    assert [section.domain for section in sections][:2] == [keys[2], keys[0]]


def test_day_pages_and_storyless_pages(models: Models) -> None:
    """One day gives the digest its date, two give none; a page without a story is told with the cure."""
    blank = Page("———\n", "p9.txt", DAY, 9)
    one = edition([*ARTICLES, blank], models, Length(sentences=1), failures=["a.txt: the file is empty; send it again"])
    assert (one.date, one.pages) == (DAY, 4)
    assert one.failures == (
        "a.txt: the file is empty; send it again",
        "p9.txt: no story was found on it; look whether it is a page of text",
    )
    two = edition([*ARTICLES, replace(ARTICLES[0], date=DAY + timedelta(1))], models, Length(sentences=1))
    assert (two.date, two.pages) == (None, 4)


def test_unsure_is_the_users_to_say(models: Models) -> None:
    """Another threshold marks other stories: none at 0, all that are not certain at 1."""
    assert edition(ARTICLES, models, Length(sentences=1), unsure=0.0).unsure == ()
    strict = edition(ARTICLES, models, Length(sentences=1), unsure=1.0)
    assert strict.unsure
    assert all(story.label.unsure == (story.label.confidence < 1) for story in strict.stories)
