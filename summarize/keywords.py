"""Keywords: TextRank over the words of a story, neighbours that keep company joined into phrases.

Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; restart by place and count after C. Florescu and C. Caragea,
PositionRank, ACL 2017.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import numpy as np

from articles.bigrams import Flags, Indices
from articles.names import SURNAMES
from articles.words import in_dictionary, tags
from summarize.bigrams import Floats
from summarize.names import NO_NAMES, Names
from summarize.word_types import ALONE, CONTENT_WORD, FORM, OTHER, PERSON, known_types, listed

Keywords = tuple[tuple[str, float], ...]
Row = tuple[int, ...]

MOST_KEYWORDS = 8
DAMPING, ROUNDS = 0.5, 3
EARLY = 0.75
LONGEST_PHRASE, LONGEST = 7, 16
COMPANY = 0.25
# A phrase takes the place of a word in it if it weighs so much of the word's weight.
WORTHY = 0.3
# So many times as many words are looked at as there are keywords.
SPARE = 5
# Names in quotation marks are whole; so often must they come to be keywords, and be no longer in words.
QUOTES = (("“", "”", 2), ("「", "」", 2), ("『", "』", 2), ("《", "》", 1))
LONGEST_NAME = 9
# A shorter text says everything once.
SHORT = 200
# Who acts weighs at least so much of the heaviest.
ACTOR = 0.6
# What says least: a word far lighter than the heaviest that the head does not name.
LIGHT = 0.15
FEWEST = 5
# The one character that is missing of a word: 外贸外资基本盘.
PIECES = frozenset("盘类率者性化点线区网权法案部家员工机器院所厂店馆")


def find_keywords(words: Sequence[str], most: int = MOST_KEYWORDS, head: str = "", names: Names = NO_NAMES) -> Keywords:
    """The words and phrases that a text turns on with their shares of its weight, heaviest first.

    words: all words and marks of the text; head: what stands above it, the headline say; names: those in the text.

    >>> [word for word, _ in find_keywords(["知识产权", "保护", "，", "知识产权", "保护", "见效", "。"], 1)]
    ['知识产权保护']
    """
    text = "".join(words)
    number: defaultdict[str, int] = defaultdict(count().__next__)
    row = tuple(map(number.__getitem__, words))
    vocabulary, types = list(number), "".join(map(known_types().__getitem__, number))
    flat, content = np.array(row, dtype=np.intp), np.frombuffer(types.encode(), dtype=np.uint8) != ord(OTHER)
    counts = np.bincount(flat)
    often, again = counts.tolist(), (content & (counts > 1))[flat]
    starts = (again[:-1] & again[1:]).nonzero()[0].tolist()
    phrases = _phrases(row, starts, often, types) | _quoted(row, flat, number, vocabulary)
    ranks = _rank(flat[content[flat]], content)
    weights = _weights(phrases, often, types, vocabulary, ranks)
    if len(text) > SHORT:
        weights = _telling(weights, text, head)
    weights = _with_names(weights, names, head, ranks, number)
    return tuple((_whole_name(word, text), weight) for word, weight in _best(weights, most, text))


def _telling(weights: dict[str, float], text: str, head: str) -> dict[str, float]:
    """Without what a longer text says once and its head not at all, and with phrases that go on as they always do."""
    told: dict[str, float] = {}
    least = LIGHT * max(weights.values(), default=0.0)
    for word, weight in sorted(weights.items(), key=lambda item: -item[1]):
        heavy = weight > least or len(told) < FEWEST
        if word in head or (heavy and text.count(word) > 1 and not _crumb(word)):
            whole = _gone_on(word, text) if len(word) > 2 else word
            told[whole] = max(weight, told.get(whole, 0.0))
    return told


def _crumb(word: str) -> bool:
    """Two characters that no dictionary has: half of a name, unless they are one."""
    return len(word) == 2 and not word.isascii() and known_types()[word] != PERSON and not in_dictionary(word)


def _gone_on(phrase: str, text: str) -> str:
    """A phrase with the one character that always follows it and ends a word: 外贸外资基本盘."""
    after = {part[:1] for part in text.split(phrase)[1:]}
    if len(after) != 1 or text.count(phrase) < 2:
        return phrase
    [char] = after
    return phrase + char if char in PIECES else phrase


def _with_names(
    weights: dict[str, float], names: Names, head: str, ranks: Floats, number: Mapping[str, int]
) -> dict[str, float]:
    """The weights with the people and bodies that the head names, and with whom or what the text names most."""
    weights, top = dict(weights), max(weights.values(), default=1.0)
    actors = sorted((*names.person, *names.organization), key=lambda actor: -actor[1])
    for at, (name, times) in enumerate(actors):
        if name in head or (at == 0 and times > 1):
            weights[name] = max(weights.get(name, 0.0), ACTOR * top)
        elif times > 1 and name in number:
            weights[name] = max(weights.get(name, 0.0), float(ranks[number[name]]))
    return weights


def _phrases(row: Row, starts: Sequence[int], often: Sequence[int], types: str) -> dict[Row, int]:
    """Rows of words that keep company: twice at least, and a quarter of the times of each; how often each comes.

    starts: the places where two content words in a row come again.
    """
    found: dict[Row, int] = {}
    for size in range(2, LONGEST_PHRASE + 1):
        counts = Counter([row[at : at + size] for at in starts])
        kept = {
            phrase: times
            for phrase, times in counts.items()
            if times > 1 and times >= COMPANY * max([often[word] for word in phrase])
        }
        if not kept:
            break
        found |= kept
        held = frozenset([at for at in starts if row[at : at + size] in kept])
        starts = [at for at in starts if at in held and at + 1 in held]
    return {phrase: times for phrase, times in found.items() if FORM.fullmatch("".join([types[at] for at in phrase]))}


def _stammers(phrase: Row, vocabulary: Sequence[str]) -> bool:
    """Whether a word of a phrase holds another one of it: 融资难融资."""
    found = [vocabulary[at] for at in phrase]
    return any(one in other for at, one in enumerate(found) for place, other in enumerate(found) if at != place)


def _quoted(row: Row, flat: Indices, number: Mapping[str, int], vocabulary: Sequence[str]) -> dict[Row, int]:
    """The names of two words and more in quotation marks, and how often each is quoted."""
    found: Counter[Row] = Counter()
    for opener, closer, fewest in QUOTES:
        if opener in number and closer in number:
            opening, closing = number[opener], number[closer]
            rows = (row[at + 1 : at + 2 + LONGEST_NAME] for at in (flat == opening).nonzero()[0].tolist())
            names = Counter([name[: name.index(closing)] for name in rows if closing in name])
            found.update({name: times for name, times in names.items() if times >= fewest})
    return {name: times for name, times in found.items() if len(name) > 1 and _is_name(name, vocabulary)}


def _is_name(name: Row, vocabulary: Sequence[str]) -> bool:
    return "".join([vocabulary[word] for word in name]).isalnum()


def _rank(row: Indices, content: Flags) -> Floats:
    """The time that a walk between neighbouring words spends at each, starting anew at those named often and early.

    row: the content words, in the text's order; content: which of all words they are.
    """
    size = len(content)
    tails, heads = np.concatenate([row[:-1], row[1:]]), np.concatenate([row[1:], row[:-1]])
    rank: Floats = np.bincount(row, minlength=size) / np.maximum(content.cumsum(), 1) ** EARLY
    rank /= max(rank.sum(), 1)
    restart = (1 - DAMPING) * rank
    degrees = np.maximum(np.bincount(tails, minlength=size), 1)
    for _ in range(ROUNDS):
        rank = restart + DAMPING * np.bincount(heads, weights=(rank / degrees)[tails], minlength=size)
    return rank


def _weights(
    phrases: Mapping[Row, int], often: Sequence[int], types: str, vocabulary: Sequence[str], ranks: Floats
) -> dict[str, float]:
    """The weight of each word and phrase that is no part of a longer one as frequent.

    Two characters that no dictionary has and the text says once are a crumb (建局 of 住建局), unless they are a person.
    """
    inside: dict[Row, int] = {}
    for phrase, times in phrases.items():
        for part in _parts(phrase):
            inside[part] = max(inside.get(part, 0), times)
    shares, barred = ranks.tolist(), listed("common")
    weights = {
        vocabulary[word]: shares[word]
        for word in np.argsort(-ranks, kind="stable")[: SPARE * MOST_KEYWORDS].tolist()
        if types[word] in ALONE and len(vocabulary[word]) > 1 and 2 * inside.get((word,), 0) <= often[word]
        if often[word] > 1 or len(vocabulary[word]) > 2 or types[word] == PERSON or in_dictionary(vocabulary[word])
    }
    for phrase, times in phrases.items():
        text = "".join([vocabulary[word] for word in phrase])
        if 2 * inside.get(phrase, 0) < times and len(text) <= LONGEST and not _stammers(phrase, vocabulary):
            most = max([often[word] for word in phrase if types[word] != OTHER], default=1)
            weights[text] = sum([shares[word] for word in phrase if types[word] != OTHER]) * times / most
    return {text: weight for text, weight in weights.items() if text not in barred}


def _parts(phrase: Row) -> Iterator[Row]:
    """The shorter rows within a row."""
    size = len(phrase)
    return (phrase[start : start + part] for part in range(1, size) for start in range(size - part + 1))


def _best(weights: dict[str, float], most: int, text: str) -> Keywords:
    """The heaviest; of a phrase and its part the longer one, unless it weighs far less."""
    chosen: dict[str, float] = {}
    for phrase, weight in sorted(weights.items(), key=lambda item: -item[1]):
        parts = [other for other in chosen if other in phrase]
        heaviest = max([chosen[part] for part in parts], default=0.0)
        if weight < WORTHY * heaviest or phrase in "\n".join(chosen):
            continue
        if len(phrase) > 3 and any(_overlap(phrase, other, text) for other in chosen if len(other) > 3):
            continue
        for part in parts:
            del chosen[part]
        if len(chosen) == most:
            break
        chosen[phrase] = max(weight, heaviest)
    return tuple(sorted(chosen.items(), key=lambda item: -item[1]))


def _overlap(one: str, other: str, text: str) -> bool:
    """Whether the end of one is the start of the other somewhere in the text: both are pieces of something longer."""
    return any(
        left.endswith(right[:size]) and left + right[size:] in text
        for left, right in ((one, other), (other, one))
        for size in range(2, min(len(one), len(other)))
    )


def _whole_name(word: str, text: str) -> str:
    """A name of two characters that the same surname always opens, or the same third always closes, is cut short.

    >>> _whole_name("李俊", "李俊宁说好。李俊宁介绍。"), _whole_name("红艳", "赵红艳说好。赵红艳介绍。")
    ('李俊宁', '赵红艳')
    """
    if len(word) != 2 or len(parts := text.split(word)) < 3:
        return word
    before, after = {part[-1:] for part in parts[:-1]}, {part[:1] for part in parts[1:]}
    if len(before) == 1 and (name := before.pop()) in SURNAMES and (not in_dictionary(word) or tags(name) == ["nr"]):
        return name + word
    if len(after) == 1 and known_types()[word] == PERSON and CONTENT_WORD.fullmatch(third := after.pop()):
        return word + third
    return word
