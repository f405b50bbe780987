"""IPTC ninjs 3.0: the digest as a composite item with a text item for each story."""

from typing import Any

from digest.render.json import dumps
from digest.safe import urn
from digest.story import Digest, Story
from digest.times import moment
from digest.wording import day_of, domain_of, title_of

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "https://iptc.org/std/ninjs/ninjs-schema_3.0.json"}
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


def render(digest: Digest) -> str:
    """The item as JSON."""
    item = {
        "uri": urn(digest.paper or "", "digest", day_of(digest)),
        "standard": STANDARD,
        "type": "composite",
        "representationType": "full",
        "contentCreated": digest.date and moment(digest.date),
        "language": "zh-CN",
        "title": f"{title_of(digest)}　{day_of(digest)}",
        "copyrightHolder": digest.paper,
        "headlines": [_text("main", title_of(digest))],
        "descriptions": [_text("summary", text) for text, _ in digest.lines],
        "associations": [
            {"name": f"story{number}", "rel": "main"} | _story(story, digest)
            for number, story in enumerate(digest.stories, 1)
        ],
    }
    return dumps(_given(item))


def _story(story: Story, digest: Digest) -> dict[str, Any]:
    article = story.article
    heads = [("kicker", article.kicker), ("main", article.headline), ("sub", article.subhead)]
    return _given(
        {
            "uri": urn(digest.paper or "", article.id),
            "type": "text",
            "representationType": "full",
            "contentCreated": article.date and moment(article.date),
            "language": "zh-CN",
            "by": article.byline,
            "headlines": [_text(role, text) for role, text in heads if text],
            "descriptions": [_text("summary", sentence.text) for sentence in story.summary.sentences],
            "bodies": [_text("main", article.text) | {"charCount": len(article.text)}],
            "subjects": [_subject(story, digest), *_keywords(story)],
            "altIds": [{"role": "baozhai", "value": article.id}],
        }
    )


def _subject(story: Story, digest: Digest) -> dict[str, Any]:
    name, confidence = domain_of(story, digest), round(story.label.confidence * 100)
    topic = digest.topics.get(story.label.domain)
    code = {"uri": MEDIA_TOPICS + topic.removeprefix("medtop:")} if topic else {"literal": story.label.domain}
    return {"name": name, "confidence": confidence, "creator": "baozhai"} | code


def _keywords(story: Story) -> list[dict[str, Any]]:
    return [{"literal": word, "rel": "keyword"} for word, _ in story.summary.keywords]


def _text(role: str, value: str) -> dict[str, Any]:
    return {"role": role, "contentType": "text/plain", "value": value}


def _given(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value is not None}
