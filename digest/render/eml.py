"""Mail: a message with a text and an HTML part, ready to be opened, addressed and sent; it is never sent from here."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from articles.visible import visible
from digest.pages import TEMPLATES, fill
from digest.safe import one_line
from digest.story import Digest, Story
from digest.wording import counts_of, day_of, domain_of, headline_of, percent, summary_of, title_of, today, where


def render(digest: Digest) -> bytes:
    """The message: no sender, no date, and `X-Unsent`, by which mail programs open it as a draft."""
    text = "\n".join(_lines(digest)) + "\n"
    page = fill(TEMPLATES / "mail.html", digest=digest, facts=lambda story: _facts(story, digest))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(f"{title_of(digest)} {day_of(digest)}")
    message["X-Unsent"] = "1"
    message.set_content(text, cte="base64")
    message.add_alternative(page, subtype="html", cte="base64")
    message.set_boundary("baozhai-" + sha256((text + page).encode()).hexdigest()[:32])
    return message.as_bytes()


def _lines(digest: Digest) -> Iterator[str]:
    yield from (one_line(title_of(digest)), f"{day_of(digest)}　{counts_of(digest)}", "")
    if digest.lines:
        yield f"【{today(digest, '要点')}】"
        yield from (f"{number}. {one_line(text)}" for number, (text, _) in enumerate(digest.lines, 1))
        yield ""
    groups = [(section.name, section.stories) for section in digest.sections] + [("待定，请过目", digest.unsure)]
    for name, stories in groups:
        if stories:
            yield from (f"【{one_line(name)}】{len(stories)}篇", "")
            yield from (line for story in stories for line in _story(story, digest))
    yield "摘要均为原文句子，未改一字；领域由机器判定，请以原版为准。"


def _story(story: Story, digest: Digest) -> Iterator[str]:
    yield f"■ {one_line(headline_of(story.article, story.summary))}"
    yield visible(summary_of(story))
    yield from (f"（{'，'.join(_facts(story, digest))}）", "")


def _facts(story: Story, digest: Digest) -> list[str]:
    domain = f"{domain_of(story, digest)} {percent(story.label.confidence)}"
    facts = (domain, where(story.article), story.article.byline, story.must and f"必收：含“{story.must}”")
    return [one_line(fact) for fact in facts if fact]
