"""How long a summary may be: so many sentences, or so many characters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Length:
    """Exactly one of the two: how many sentences, or how many characters at most.

    whole: whether sentences stay whole in so many characters; so many sentences always are.
    opening: the characters of the story that opens page one, where it has others.

    >>> Length(sentences=3).spent_on("春来了。"), Length(chars=120).spent_on("春来了。")
    (1, 4)
    """

    sentences: int | None = None
    chars: int | None = None
    whole: bool = False
    opening: int | None = None

    def __post_init__(self) -> None:
        if (self.sentences is None) == (self.chars is None) or self.budget < 1:
            raise ValueError("a length is a number of sentences or a number of characters, 1 at least")

    @property
    def budget(self) -> int:
        """What may be spent, in the unit of `spent_on`."""
        return self.sentences or self.chars or 0

    def spent_on(self, text: str) -> int:
        """What a sentence costs: 1, or its characters."""
        return 1 if self.sentences else len(text)


# What a mayor finishes: 120 characters a story of a day at most, more for the one that opens page one.
DAILY = Length(chars=120, opening=160)
