"""Introductions: a sentence that names somebody whom an earlier one introduced says of a stranger what he did."""

from collections.abc import Iterator, Sequence

from articles.names import SURNAMES
from articles.words import remembered, words
from summarize.whole import REMEMBERED, SOUNDS, known_tags
from summarize.word_types import TITLES

PERSON_TAGS = frozenset(("nr", "nrt", "nrfg"))
PLACE_TAGS = frozenset(("ns", "nz", "nt"))
MOST_NAME = 4
# What a sentence on a stranger counts: set by reading, as example is.
STRANGER = 0.4


def strangers(texts: Sequence[str], above: str) -> list[bool]:
    """Whether each text names a person, without saying who that is, whom a text before it has named.

    above: what stands over the texts; whom it names, and the first of them, is known.

    >>> texts = ["昨天开市。", "养蜂人庄小满有六十箱蜂。", "槐花开了。", "庄小满说，今年花开得早。"]
    >>> strangers(texts, "花开蜂来"), strangers(texts, "庄小满的蜂箱")
    ([False, False, False, True], [False, False, False, False])
    """
    known: set[str] = set()
    found = []
    for at, text in enumerate(texts):
        named = dict(reversed(list(_named(words(text)))))
        found.append(any(bare and name in known and name not in above for name, bare in named.items()))
        if at:
            known |= set(named)
        else:
            above += text
    return found


def _named(found: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The people named, and whether each stands there without what he is: 医生曲小满, 曲小满医生."""
    people = _people()
    for at, word in enumerate(found):
        if people[word]:
            before, after = found[at - 1] if at else "", found[at + 1] if at + 1 < len(found) else ""
            yield word, not (_is_noun(before) or TITLES.fullmatch(after))


def _is_noun(word: str) -> bool:
    tag = known_tags()[word]
    return (tag == "x" and len(word) > 2) or (tag[0] == "n" and tag not in PERSON_TAGS | PLACE_TAGS)


class _People(dict[str, bool]):
    """Whether each word is a person's name; remembered."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = person = _is_person(word)
        return person


@remembered
def _people() -> _People:
    return _People()


def _is_person(word: str) -> bool:
    if not 2 <= len(word) <= MOST_NAME or not (word[0] in SURNAMES or SOUNDS.issuperset(word)):
        return False
    tag = known_tags()[word]
    return tag in PERSON_TAGS or (tag == "x" and word.isalpha() and not word.isascii())
