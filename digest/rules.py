"""What a profile and a budget let into the digest: must words, never words, domains wanted, the front page's space."""

from collections.abc import Sequence
from dataclasses import replace

from digest.profile import Profile
from digest.story import Digest, LeftOut, Story
from digest.wording import headline_of, summary_of


def choose(stories: Sequence[Story], profile: Profile) -> tuple[list[Story], list[LeftOut]]:
    """The stories that the profile lets in, and those it keeps out; a must word wins over all else."""
    kept, out = [], []
    for story in stories:
        must, reason = _word(story, profile.must), _reason(story, profile)
        if must or not reason:
            kept.append(replace(story, must=must))
        else:
            out.append(LeftOut(story, reason))
    return kept, out


def front_page(digest: Digest, budget: int) -> Digest:
    """The digest in so many characters: the day's lines first, then as many stories as fit, the heaviest first.

    Lines, headlines and summaries are counted; a line too many is left away with all after it. Stories that do not fit
    are named with those left out.
    """
    lines, space = [], budget
    for text, story in digest.lines:
        if len(text) > space:
            break
        lines.append((text, story))
        space -= len(text)
    shown: set[int] = set()
    for story in sorted(digest.stories, key=weight, reverse=True):
        cost = len(headline_of(story.article, story.summary)) + len(summary_of(story))
        if cost <= space:
            shown.add(id(story))
            space -= cost
    out = tuple(LeftOut(story, "篇幅所限") for story in digest.stories if id(story) not in shown)
    return replace(
        digest,
        lines=tuple(lines),
        sections=tuple(replace(section, stories=_of(section.stories, shown)) for section in digest.sections),
        unsure=_of(digest.unsure, shown),
        left_out=digest.left_out + out,
        budget=budget,
    )


def weight(story: Story) -> tuple[bool, int, int]:
    """How much a story weighs, as the paper itself weighs it: a must word, then the page, then the length."""
    return bool(story.must), -(story.article.page or 99), len(story.article.text)


def _of(stories: Sequence[Story], shown: set[int]) -> tuple[Story, ...]:
    return tuple(story for story in stories if id(story) in shown)


def _reason(story: Story, profile: Profile) -> str | None:
    never = _word(story, profile.never)
    if never:
        return f"含不收的词“{never}”"
    wanted = not profile.domains or story.label.unsure or story.label.domain in profile.domains
    return None if wanted else "不在所选领域"


def _word(story: Story, words: Sequence[str]) -> str | None:
    """The first of the words that the story prints."""
    article = story.article
    text = "\n".join(filter(None, (article.kicker, article.headline, article.subhead, article.text)))
    return next((word for word in words if word in text), None)
