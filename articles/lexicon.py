"""Own words: what an office adds to the segmenter's dictionary and to the stop words."""

from dataclasses import dataclass

NOUN = "n"


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word, its weight as jieba counts (None: as much as makes it one word), and its part of speech."""

    word: str
    weight: int | None = None
    tag: str = NOUN


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that are added to jieba's dictionary, in their order, and words that are added to the stop words."""

    words: tuple[OwnWord, ...] = ()
    stop: frozenset[str] = frozenset()


NONE = Lexicon()
