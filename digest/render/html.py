"""The page: one file that works from a mail attachment, with no script and no request."""

from itertools import count

from digest.marks import paragraphs
from digest.pages import TEMPLATES, fill
from digest.picture import bars
from digest.plan import plans
from digest.story import Digest, Story


def render(digest: Digest) -> str:
    """The digest as one HTML page."""
    numbers = count(1)
    sections = [
        (section.domain, section.name, [(next(numbers), story) for story in section.stories])
        for section in digest.sections
        if section.stories
    ]
    unsure = [(next(numbers), story) for story in digest.unsure]
    lines = [(text, story, anchor(story, digest)) for text, story in digest.lines]
    return fill(
        TEMPLATES / "digest.html",
        digest=digest,
        sections=sections,
        unsure=unsure,
        lines=lines,
        bars=bars(digest),
        plans=plans(digest),
        paragraphs=paragraphs,
    )


def anchor(story: Story, digest: Digest) -> str | None:
    """Where a story stands on the page, None where a rule has left it out."""
    articles = [shown.article for shown in digest.stories]
    return f"s{articles.index(story.article) + 1}" if story.article in articles else None
