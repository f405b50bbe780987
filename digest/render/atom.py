"""Atom (RFC 4287): the stories for a feed reader."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from articles.visible import visible
from digest.safe import urn
from digest.story import Digest, Story
from digest.times import moment
from digest.wording import NAME, day_of, domain_of, headline_of, summary_of, title_of

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"


def render(digest: Digest) -> bytes:
    """The feed in UTF-8, an entry a story."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    days = (digest.date,) if digest.date else digest.days[-1:]
    _add(feed, "id", urn(digest.paper or "", "digest", day_of(digest)))
    _add(feed, "title", title_of(digest))
    _add(feed, "subtitle", day_of(digest))
    _add(feed, "updated", moment(days[0] if days else None))
    _add(SubElement(feed, "author"), "name", digest.paper or NAME)
    for story in digest.stories:
        _entry(SubElement(feed, "entry"), story, digest)
    indent(feed)
    text: bytes = tostring(feed, "utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(entry: Element, story: Story, digest: Digest) -> None:
    article = story.article
    _add(entry, "id", urn(digest.paper or "", article.id))
    _add(entry, "title", headline_of(article))
    _add(entry, "updated", moment(article.date or digest.date))
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
