"""Which words and phrases a text bears out as its keywords, and what always stands beside one and makes it whole.

Source: how freely a word changes its neighbours tells a word from a piece of one, after H. Feng and others, Accessor
Variety Criteria for Chinese Word Extraction, Computational Linguistics 30 (2004); what stands within longer names is
none of its own after K. Frantzi and others, C-value, International Journal on Digital Libraries 3 (2000).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.names import SURNAMES
from articles.words import in_dictionary, remembered, stop_words
from summarize.whole import NAMED, REMEMBERED, SOUNDS, known_tags
from summarize.word_types import ACTION, AFFIX, NAMELESS, NOUN, OTHER, PERSON, PIECES, known_types, listed

# A shorter text says everything once.
SHORT = 200
# Where the text bears out fewer, the heaviest of the others may come.
FEWEST = 3
# Shares of the heaviest weight. LIGHT is too light for any; a plain word of two characters says least, and most weighs
# less where the head does not name it.
LIGHT, NEARLY, HALF = 0.15, 0.25, 0.5
PLAIN = {(True, True): LIGHT, (True, False): 0.4, (False, True): 0.4, (False, False): 0.99}
# A word comes so often, and stands free in a third of its places; a deed of the head more often.
OFTEN, DEED = 3, 8
# Characters that stand beside any word, and verbs that open no name.
GLUE = frozenset("的了是在和与及等")
VERBS = frozenset("是有让要说到")


class Nature(NamedTuple):
    """What a word is by itself.

    deed: what is done; proper: a name; unknown: in no dictionary; crumb: two characters that no dictionary has, half of
    a name unless they are one; frequent: of the words that most texts have.
    """

    deed: bool
    proper: bool
    unknown: bool
    crumb: bool
    frequent: bool


class _Natures(dict[str, Nature]):
    """The nature of each word, remembered."""

    def __missing__(self, word: str) -> Nature:
        if len(self) >= REMEMBERED:
            self.clear()
        kind, tag, known = known_types()[word], known_tags()[word], in_dictionary(word)
        self[word] = nature = Nature(
            deed=kind == ACTION or tag[0] in "vadi",
            proper=kind == PERSON or tag in NAMED,
            unknown=tag == "x",
            crumb=len(word) == 2 and not word.isascii() and kind != PERSON and not known,
            frequent=word in listed("frequent"),
        )
        return nature


@remembered
def known_natures() -> Mapping[str, Nature]:
    """The natures found out so far."""
    return _Natures()


@dataclass(frozen=True, slots=True)
class Text:
    """A text as keywords are held against it.

    words: in its order; head: what stands above it; number: of each word; often, free, types: of each number how often
    it comes, how often with nothing beside it that may be of its name, what it can be; quoted: its quoted names;
    natures: of words.
    """

    words: Sequence[str]
    text: str
    head: str
    number: Mapping[str, int]
    often: Sequence[int]
    free: Sequence[int]
    types: str
    quoted: frozenset[str]
    natures: Mapping[str, Nature]


def borne_out(weights: Mapping[str, float], text: Text) -> dict[str, float]:
    """The words and phrases that a text bears out, whole; where they are fewer than FEWEST, those it nearly does."""
    found: dict[str, float] = {}
    top = max(weights.values(), default=0.0) or 1.0
    ordered = sorted(weights.items(), key=lambda item: -item[1])
    for word, weight in ordered:
        if _holds(word, weight / top, text) and (whole := made_whole(word, text)):
            found[whole] = max(weight, found.get(whole, 0.0))
    for word, weight in ordered:
        if len(found) >= FEWEST:
            break
        if _nearly(word, weight / top, text) and (whole := made_whole(word, text)):
            found[whole] = max(weight, found.get(whole, 0.0))
    return found


def _holds(word: str, share: float, text: Text) -> bool:
    """Whether a text bears out a word or a phrase of such a share of the heaviest weight."""
    at, short = text.number.get(word), len(text.text) <= SHORT
    if at is None:
        again = text.text.count(word) >= (2 if short else OFTEN)
        return share >= LIGHT and (again or word in text.head or word in text.quoted)
    times = text.often[at]
    if times < 2 and not short:
        return False
    named, nature = word in text.head, text.natures[word]
    if short:
        alone = nature.proper and (len(word) > 2 or text.text[text.text.find(word) - 1] not in SURNAMES)
        return not nature.deed and (times > 1 or named or alone)
    if nature.deed:
        return named and times >= DEED and share >= 1.0
    if times < OFTEN and not (named and (len(word) > 3 or nature.proper or nature.unknown)):
        return False
    if nature.frequent and 4 * text.free[at] < 3 * times:
        return False
    plain = len(word) == 2 and not nature.proper and not nature.crumb
    if (2 if plain else 3) * text.free[at] < times and (plain or not (named and share > HALF)) and not nature.crumb:
        return False
    return named or share > LIGHT if nature.proper else share > PLAIN[len(word) > 2, named]


def _nearly(word: str, share: float, text: Text) -> bool:
    """Whether a word or phrase may come where few others do."""
    at = text.number.get(word)
    if at is None:
        return share >= (LIGHT if word in text.head else HALF) and text.text.count(word) > 1
    if len(text.text) <= SHORT:
        return share > HALF and not text.natures[word].deed
    if text.often[at] < 2 or not text.free[at]:
        return False
    nature = text.natures[word]
    if nature.deed or nature.crumb or nature.frequent:
        return False
    return nature.proper or share > (NEARLY if word in text.head else HALF)


def made_whole(word: str, text: Text) -> str:
    """A word or phrase with what always stands beside it, or nothing where that makes no name of it."""
    at = text.number.get(word)
    if at is not None and text.types[at] == PERSON:
        return word
    parts = text.text.split(word)
    before, after = {part[-1:] for part in parts[:-1]}, {part[:1] for part in parts[1:]}
    if all(map(str.isdigit, before)):
        return ""
    if len(parts) < 3:
        return "" if text.natures[word].crumb else word
    if len(after) == 1 and _binds(*after):
        return _with_next(word, parts, text)
    if len(before) == 1 and _binds(*before):
        return _with_last(word, parts, text)
    return word


def _binds(char: str) -> bool:
    return char.isalpha() and char not in GLUE and not char.isascii()


def _with_next(word: str, parts: Sequence[str], text: Text) -> str:
    """A word that the same character always follows: with the word there, if it is of its name."""
    place = len(parts[0]) + len(word)
    if len(word) > 2 and parts[1][0] in PIECES and _word_at(place, text, (NOUN, AFFIX)) == parts[1][0]:
        return word + parts[1][0]
    if word in text.number:
        return word if len(parts) == 3 and not text.natures[word].crumb else ""
    more = _word_at(place, text, (NOUN, AFFIX, ACTION))
    return word + more if len(more) > 1 and all(part.startswith(more) for part in parts[1:]) else ""


def _with_last(word: str, parts: Sequence[str], text: Text) -> str:
    """A word that always follows the same character: with the word there, if it is of its name.

    One character belongs to a word (进博会), a word to a phrase; behind a verb a phrase stays as it is, unless it is a
    piece of a longer phrase (脱贫|攻坚工作).
    """
    single, place = word in text.number, len(parts[0]) - 1
    more = _word_at(place, text, (NOUN, AFFIX))
    if more and single == (len(more) == 1) and all(part.endswith(more) for part in parts[:-1]):
        further = {part[-2:-1] for part in parts[:-1]}
        if len(more) == 1 and len(further) == 1 and _binds(*further):
            return ""
        return word if single and len(parts) == 3 and known_tags()[more][0] == "v" else more + word
    if len(more) == 1 and not single:
        return ""
    if text.natures[word].crumb:
        return ""
    if single and len(parts) == 3:
        return word
    verb = more or _word_at(place, text, (OTHER,))
    return word if verb and word[-2:] not in listed("common") else ""


def _word_at(place: int, text: Text, types: Sequence[str]) -> str:
    """The word at a place of the text, if it is of such a type and no function word; of OTHER a verb alone."""
    word = ""
    for word in text.words:
        place -= len(word)
        if place < 0:
            break
    tag = known_tags()[word]
    if not word.isalpha():
        return ""
    if len(word) == 1:
        return "" if (tag[0] in NAMELESS and word not in SOUNDS) or word in VERBS else word
    kind = known_types()[word]
    if word in stop_words() or kind not in types or (kind == OTHER and tag not in ("v", "vn")):
        return ""
    return word
