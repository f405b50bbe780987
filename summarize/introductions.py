"""Introductions: a sentence that names somebody whom an earlier one introduced says of a stranger what he did."""

from collections.abc import Iterator, Sequence

from articles.names import SURNAMES
from articles.words import words
from summarize.whole import SOUNDS, known_tags
from summarize.word_types import TITLES

PERSON_TAGS = frozenset(("nr", "nrt", "nrfg"))
PLACE_TAGS = frozenset(("ns", "nz", "nt"))
MOST_NAME = 4
# What a sentence on a stranger counts: set by reading, as example is; 5 of 60 summaries of 2019-20 changed by it.
STRANGER = 0.6


def strangers(texts: Sequence[str]) -> list[bool]:
    """Whether each text names a person, without saying who that is, whom a text before its neighbour has named.

    >>> strangers(["养蜂人庄小满有六十箱蜂。", "槐花开了。", "庄小满说，今年花开得早。", "养蜂人庄小满又添了十箱。"])
    [False, False, True, False]
    """
    known: set[str] = set()
    last: set[str] = set()
    found = []
    for text in texts:
        named = dict(reversed(list(_named(words(text)))))
        found.append(any(bare and name in known - last for name, bare in named.items()))
        last = set(named)
        known |= last
    return found


def _named(found: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The people named, and whether each stands there without what he is: 医生曲小满, 曲小满医生."""
    for at, word in enumerate(found):
        if _is_person(word):
            before, after = found[at - 1] if at else "", found[at + 1] if at + 1 < len(found) else ""
            yield word, not (_is_noun(before) or TITLES.fullmatch(after))


def _is_noun(word: str) -> bool:
    tag = known_tags()[word]
    return (tag == "x" and len(word) > 2) or (tag[0] == "n" and tag not in PERSON_TAGS | PLACE_TAGS)


def _is_person(word: str) -> bool:
    if not 2 <= len(word) <= MOST_NAME or not (word[0] in SURNAMES or SOUNDS.issuperset(word)):
        return False
    tag = known_tags()[word]
    return tag in PERSON_TAGS or (tag == "x" and word.isalpha() and not word.isascii())
