"""Phrases: words that keep company, and what stands in quotation marks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from articles.bigrams import Flags, Indices
from summarize.whole import NAMED, known_tags
from summarize.word_types import ACTION, AFFIX, ENDINGS, FORM, MODIFIER, NOUN, OTHER, PIECES, known_types, listed

Row = tuple[int, ...]

LONGEST_PHRASE = 7
COMPANY = 0.25
# So much of the times of its rarest word is company too, from so many times on: 范登波恩 of the many 农场.
ALWAYS, THRICE = 0.75, 3
# A phrase stands free in a half of its places, one that comes so often in a third.
FREQUENT = 6
# Names in quotation marks are whole; so often must they come to be keywords, and be no longer in words.
QUOTES = (("“", "”", 2), ("「", "」", 2), ("『", "』", 2), ("《", "》", 1))
LONGEST_NAME = 9
# In characters; what is longer in other marks than 《》 is what somebody said.
LONGEST, LONGEST_SAID = 30, 10


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, each known by its number.

    row: the numbers in the text's order; vocabulary, types, counts: of each number the word, its type (word_types.py),
    how often it comes; flat, often: row and counts once more, one for arrays, one for words; opens, closes: whether a
    phrase may open before a place of the row, or close there, since what stands beside it there is no part of a name
    (counted to the end: one more than the row has).
    """

    row: Row
    flat: Indices
    number: Mapping[str, int]
    vocabulary: Sequence[str]
    types: str
    content: Flags
    counts: Indices
    often: Sequence[int]
    opens: Flags
    closes: Flags

    def text_of(self, phrase: Row) -> str:
        """The words of a phrase put together."""
        return "".join([self.vocabulary[word] for word in phrase])


def numbered(words: Sequence[str]) -> Words:
    """The words with what phrases are made by."""
    vocabulary = list(dict.fromkeys(words))
    number = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
    row = tuple(map(number.__getitem__, words))
    types = "".join(map(known_types().__getitem__, vocabulary))
    flat, kinds = np.fromiter(row, dtype=np.intp, count=len(row)), np.frombuffer(types.encode(), dtype=np.uint8)
    counts, placed = np.bincount(flat), kinds.take(flat)
    opens, closes = (np.ones(len(row) + 1, dtype=np.bool_) for _ in range(2))
    _ends()[0].take(placed, out=opens[1:])
    _ends()[1].take(placed, out=closes[:-1])
    return Words(row, flat, number, vocabulary, types, kinds != ord(OTHER), counts, counts.tolist(), opens, closes)


@cache
def _ends() -> tuple[Flags, Flags]:
    """Of each type whether a phrase may open behind it, and whether one may close before it."""
    opens, closes = (np.ones(128, dtype=np.bool_) for _ in range(2))
    opens[list(map(ord, NOUN + MODIFIER + AFFIX))] = False
    closes[list(map(ord, NOUN + AFFIX))] = False
    return opens, closes


def find_phrases(words: Words) -> dict[Row, int]:
    """Rows of words that keep company and stand free: twice at least, and a quarter of the times of each; how often."""
    row, often = words.row, words.often
    again = (words.content & (words.counts > 1))[words.flat]
    starts = (again[:-1] & again[1:]).nonzero()[0].tolist()
    opens, closes = words.opens.tolist(), words.closes.tolist()
    found: dict[Row, int] = {}
    free: Counter[Row] = Counter()
    for size in range(2, LONGEST_PHRASE + 1):
        counts = Counter([row[at : at + size] for at in starts])
        kept = {phrase: times for phrase, times in counts.items() if times > 1 and _company(phrase, times, often)}
        if not kept:
            break
        found |= kept
        held = [at for at in starts if row[at : at + size] in kept]
        free.update([row[at : at + size] for at in held if opens[at] and closes[at + size]])
        longer = frozenset(held)
        starts = [at for at in held if at + 1 in longer]
    return {
        phrase: times
        for phrase, times in found.items()
        if (3 if times >= FREQUENT else 2) * free[phrase] >= times and _nominal(phrase, times, words)
    }


def _company(phrase: Row, times: int, often: Sequence[int]) -> bool:
    """Whether words keep company: a quarter of the times of each, or most times of the rarest."""
    each = [often[word] for word in phrase]
    return times >= COMPANY * max(each) or (times >= THRICE and times >= ALWAYS * min(each))


def _nominal(phrase: Row, times: int, words: Words) -> bool:
    """Whether a row of words has the form of a name or a term, no clause and no list.

    An affix opens or closes only what never comes without it: 亚投行.
    """
    form = "".join([words.types[at] for at in phrase])
    found = [words.vocabulary[at] for at in phrase]
    if _clause(form, times, found) or all(map(listed("common").__contains__, found)):
        return False
    if FORM.fullmatch(form):
        return True
    if form[-1] == AFFIX and found[-1] not in PIECES | ENDINGS:
        return False
    inner = form.strip(AFFIX)
    return (
        AFFIX in (form[0], form[-1])
        and set(inner) == {NOUN}
        and all(words.often[at] == times for at in phrase if words.types[at] != AFFIX)
    )


def _clause(form: str, times: int, found: Sequence[str]) -> bool:
    """Whether words are a deed and whom it is done to, a quality said of something, or a list of bodies.

    收治患者 said twice; 袭击加沙地带; 丰富知识; 最高人民法院最高人民检察院.
    """
    kinds = [known_tags()[word] for word in found]
    if form[0] == ACTION and (times < THRICE or kinds[1] in NAMED or kinds[1] == "nt"):
        return True
    return (len(found[0]) > 1 and kinds[0] in ("a", "ad", "d")) or kinds.count("nt") > 1


def find_quoted(words: Words) -> dict[Row, int]:
    """The names of two words and more in quotation marks, and how often each is quoted."""
    found: Counter[Row] = Counter()
    for opener, closer, fewest in QUOTES:
        if opener in words.number and closer in words.number:
            opening, closing = words.number[opener], words.number[closer]
            places = (words.flat == opening).nonzero()[0].tolist()
            rows = (words.row[at + 1 : at + 2 + LONGEST_NAME] for at in places)
            names = Counter([name[: name.index(closing)] for name in rows if closing in name])
            longest = LONGEST if opener == "《" else LONGEST_SAID
            found.update(
                {
                    name: times
                    for name, times in names.items()
                    if times >= fewest and len(words.text_of(name)) <= longest
                }
            )
    return {name: times for name, times in found.items() if len(name) > 1 and words.text_of(name).isalnum()}
