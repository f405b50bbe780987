"""JSON Feed 1.1: the stories for a feed reader."""

from typing import Any

from digest.render.json import dumps
from digest.safe import urn
from digest.story import Digest, Story
from digest.times import moment
from digest.wording import day_of, domain_of, summary_of, title_of


def render(digest: Digest) -> str:
    """The feed, an item a story."""
    return dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title_of(digest),
            "description": day_of(digest),
            "language": "zh-CN",
            "items": [_item(story, digest) for story in digest.stories],
        }
    )


def _item(story: Story, digest: Digest) -> dict[str, Any]:
    article = story.article
    item = {
        "id": urn(digest.paper or "", article.id),
        "title": article.headline,
        "summary": summary_of(story),
        "content_text": article.text,
        "date_published": moment(article.date) if article.date else None,
        "authors": [{"name": article.byline}] if article.byline else None,
        "tags": [domain_of(story, digest), *(word for word, _ in story.summary.keywords)],
    }
    return {key: value for key, value in item.items() if value is not None}
