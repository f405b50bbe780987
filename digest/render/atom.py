"""Atom (RFC 4287): the stories for a feed reader."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from articles.errors import InputError
from articles.visible import visible
from digest.safe import urn
from digest.story import Digest, Story
from digest.times import moment
from digest.wording import NAME, day_of, domain_of, headline_of, summary_of, title_of

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"

UNDATED = ("a feed needs a day, and no page names one", "put it into the page's name, or say --date 2025-03-15")


def render(digest: Digest) -> bytes:
    """The feed in UTF-8, an entry a story; a story without a day is of the feed's, which is the latest of all.

    Raises InputError where there is none, as the standard asks for one and the day of the call would be made up.
    """
    day = digest.date or next(reversed(digest.days), None)
    if day is None:
        raise InputError(*UNDATED)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _add(feed, "id", urn(digest.paper or "", "digest", day_of(digest)))
    _add(feed, "title", title_of(digest))
    _add(feed, "subtitle", day_of(digest))
    _add(feed, "updated", moment(day))
    _add(SubElement(feed, "author"), "name", digest.paper or NAME)
    for story in digest.stories:
        _entry(SubElement(feed, "entry"), story, digest, day)
    indent(feed)
    text: bytes = tostring(feed, "utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(entry: Element, story: Story, digest: Digest, day: date) -> None:
    article = story.article
    _add(entry, "id", urn(digest.paper or "", article.id))
    _add(entry, "title", headline_of(article, story.summary))
    _add(entry, "updated", moment(article.date or day))
    if article.byline:
        _add(SubElement(entry, "author"), "name", article.byline)
    _category(entry, story, digest)
    _add(entry, "summary", summary_of(story))
    _add(entry, "content", article.text)


def _category(entry: Element, story: Story, digest: Digest) -> None:
    domain = story.label.domain
    topic = digest.topics.get(domain)
    term = {"term": topic.removeprefix("medtop:"), "scheme": MEDIA_TOPICS} if topic else {"term": visible(domain)}
    SubElement(entry, "category", term | {"label": visible(domain_of(story, digest))})


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = visible(text)
