"""The digest as plain rows: what JSON, the feeds and the tables are made of."""

from typing import Any

from articles import article as articles
from classify import label as labels
from digest.story import Digest, Story
from summarize import summary as summaries


def story_row(story: Story) -> dict[str, Any]:
    """A story as the JSON line that the verbs pass on, and the word that forces it in."""
    article, label, summary = story.article, story.label, story.summary
    return articles.to_json(article) | labels.to_json(label) | summaries.to_json(summary) | {"must": story.must}


def digest_row(digest: Digest) -> dict[str, Any]:
    """The whole digest as one JSON object, as `digest/schema/digest.schema.json` describes it."""
    return {
        "date": digest.date and digest.date.isoformat(),
        "paper": digest.paper,
        "pages": digest.pages,
        "budget": digest.budget,
        "lines": [{"text": text, "id": story.article.id} for text, story in digest.lines],
        "keywords": [[word, round(weight, 4)] for word, weight in digest.keywords],
        "sections": [
            {"domain": section.domain, "name": section.name, "stories": [story_row(story) for story in section.stories]}
            for section in digest.sections
        ],
        "unsure": [story_row(story) for story in digest.unsure],
        "left_out": [{"reason": out.reason, "story": story_row(out.story)} for out in digest.left_out],
        "furniture": list(digest.furniture),
        "duplicates": list(digest.duplicates),
        "failures": list(digest.failures),
        "names": dict(digest.names),
        "topics": dict(digest.topics),
    }
