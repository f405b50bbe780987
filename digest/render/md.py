"""Markdown: the digest as plain text that any notebook, wiki or forge shows well."""

import re
from collections.abc import Iterator

from articles.expressions import expression
from articles.visible import visible
from digest.story import Digest, Story
from digest.wording import counts_of, day_of, domain_of, headline_of, percent, summary_of, title_of, today, where

MARKUP = expression(r"([\\`*_\[\]<>#|~&$])|^(\s*\d*)([-+=.)])", re.MULTILINE)


def render(digest: Digest) -> str:
    """The digest in CommonMark."""
    return "\n\n".join(_blocks(digest)) + "\n"


def escaped(text: str) -> str:
    r"""The text so that Markdown shows it as it is.

    >>> escaped("<b>*3*</b> & 1"), escaped("1. a"), escaped("- b"), escaped("4.6天")
    ('\\<b\\>\\*3\\*\\</b\\> \\& 1', '1\\. a', '\\- b', '4\\.6天')
    """
    return MARKUP.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", visible(text))


def _blocks(digest: Digest) -> Iterator[str]:
    yield f"# {_line(title_of(digest))}"
    yield f"{day_of(digest)}　{counts_of(digest)}"
    if digest.lines:
        yield f"## {today(digest, '要点')}"
        yield "\n".join(f"{n}. {_line(text)}{_place(story)}" for n, (text, story) in enumerate(digest.lines, 1))
    if digest.keywords and not digest.budget:
        yield f"关键词：{'、'.join(_line(word) for word, _ in digest.keywords)}"
    for section in digest.sections:
        if section.stories:
            yield f"## {_line(section.name)}（{len(section.stories)}篇）"
            yield from (block for story in section.stories for block in _story(story, digest))
    if digest.unsure:
        yield f"## 待定，请过目（{len(digest.unsure)}篇）"
        yield from (block for story in digest.unsure for block in _story(story, digest))
    yield from _left_out(digest)


def _story(story: Story, digest: Digest) -> Iterator[str]:
    article = story.article
    if article.kicker:
        yield f"*{_line(article.kicker)}*"
    yield f"### {_line(headline_of(article, story.summary))}"
    if article.subhead:
        yield f"**{_line(article.subhead)}**"
    if story.summary.sentences:
        yield _lines(summary_of(story))
    facts = (
        article.byline and f"作者：{_line(article.byline)}",
        _line(where(article) or ""),
        f"{_line(domain_of(story, digest))} {percent(story.label.confidence)}",
        story.must and f"必收：含“{_line(story.must)}”",
        not digest.budget and story.summary.keywords and f"关键词：{_words(story)}",
    )
    yield "　".join(fact for fact in facts if fact)


def _left_out(digest: Digest) -> Iterator[str]:
    left = [
        f"{_line(headline_of(out.story.article, out.story.summary))}：{_line(out.reason)}" for out in digest.left_out
    ]
    groups = [("未能读全的文件", [_line(line) for line in digest.failures]), ("按规则未收的稿件", left)]
    if not digest.budget:
        groups += [
            ("版面上的栏题、口号与编务行", [_line(block) for block in digest.furniture]),
            ("重复出现的段落", [_line(block) for block in digest.duplicates]),
        ]
    if any(blocks for _, blocks in groups):
        yield "## 未收内容"
    for what, blocks in groups:
        if blocks:
            yield f"{what}："
            yield "\n".join(f"- {block}" for block in blocks)


def _line(text: str) -> str:
    return " ".join(escaped(text).split())


def _lines(text: str) -> str:
    return "  \n".join(line.strip() for line in escaped(text).splitlines())


def _place(story: Story) -> str:
    place = where(story.article)
    return f"（{_line(place)}）" if place else ""


def _words(story: Story) -> str:
    return "、".join(_line(word) for word, _ in story.summary.keywords[:6])
