"""Word: the digest as an official document."""

from collections.abc import Iterable
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.shared import Pt

from articles.visible import visible
from digest.official import lay_out
from digest.safe import one_line
from digest.story import Digest, Story
from digest.wording import (
    counts_of,
    day_of,
    domain_of,
    headline_of,
    numeral,
    percent,
    summary_of,
    title_of,
    today,
    where,
)

LONGEST_PROPERTY = 255  # Word holds no more


def render(digest: Digest) -> bytes:
    """The digest as a Word file."""
    document = Document()
    lay_out(document)
    _write(document, digest)
    out = BytesIO()
    document.save(out)
    return still(out.getvalue())


def still(data: bytes) -> bytes:
    """The same zip file without the time at which it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _write(document: Any, digest: Digest) -> None:
    document.core_properties.title = one_line(title_of(digest))[:LONGEST_PROPERTY]
    _add(document, _text(title_of(digest)), "Title")
    _add(document, f"{day_of(digest)}　{counts_of(digest)}", "Subtitle")
    headings = map(numeral, count(1))
    if digest.lines:
        _add(document, f"{next(headings)}、{today(digest, '要点')}", "Heading1")
        for number, (text, _) in enumerate(digest.lines, 1):
            document.add_paragraph(f"{number}．{_text(text)}")
    groups = [(section.name, section.stories) for section in digest.sections] + [("待定，请过目", digest.unsure)]
    for name, stories in groups:
        if stories:
            _add(document, f"{next(headings)}、{_text(name)}（{len(stories)}篇）", "Heading1")
            _stories(document, stories, digest)
    left = len(digest.left_out) + len(digest.failures)
    if left:
        _add(document, f"{next(headings)}、未收内容", "Heading1")
        _plain(
            document,
            (f"{headline_of(out.story.article, out.story.summary)}：{out.reason}。" for out in digest.left_out),
        )
        _plain(document, digest.failures)


def _stories(document: Any, stories: Iterable[Story], digest: Digest) -> None:
    for number, story in enumerate(stories, 1):
        article = story.article
        _add(document, f"（{numeral(number)}）{_text(headline_of(article, story.summary))}", "Heading2")
        _plain(document, summary_of(story).splitlines())
        domain = f"{domain_of(story, digest)}{percent(story.label.confidence)}" if story.label.unsure else None
        facts = (where(article), article.byline, domain, story.must and f"必收：含“{story.must}”")
        source = "，".join(one_line(fact) for fact in facts if fact)
        if source:
            _add(document, "", None).add_run(f"（{source}）").font.size = Pt(14)


def _add(document: Any, text: str, style: str | None) -> Any:
    """A paragraph of a style, by its id: by its name it would be looked up among all of them anew."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style
    return paragraph


def _plain(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(_text(line))


def _text(text: str) -> str:
    return visible(text).replace("\t", "　")
