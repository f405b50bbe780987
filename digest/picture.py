"""The picture of the day as numbers: how many stories and characters each domain has, and how long its bars are."""

from dataclasses import dataclass

from digest.story import Digest
from digest.wording import letters


@dataclass(frozen=True, slots=True)
class Bar:
    """A domain's stories and characters, each also as a share (0 to 100) of the largest domain's."""

    name: str
    stories: int
    letters: int
    wide: float
    thin: float


def bars(digest: Digest) -> list[Bar]:
    """A bar for each section, and one for what is unsure."""
    groups = [(section.name, section.stories) for section in digest.sections] + [("待定", digest.unsure)]
    counts = [(name, len(stories), letters(stories)) for name, stories in groups if stories]
    most = max((count for _, count, _ in counts), default=1)
    longest = max((length for _, _, length in counts), default=1) or 1
    return [
        Bar(name, count, length, round(100 * count / most, 1), round(100 * length / longest, 1))
        for name, count, length in counts
    ]
