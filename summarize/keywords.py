"""Keywords: TextRank over the words of a story, neighbours that keep company joined into phrases.

Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; restart by place and count after C. Florescu and C. Caragea,
PositionRank, ACL 2017.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import numpy as np

from articles.naming import SURNAMES
from articles.words import known
from summarize.kinds import ALONE, FORM, MAKERS, NONE, PERSON, PLACES, TELLING, ends, kind, listed
from summarize.pairs import Flags, Floats, Indices

Keywords = tuple[tuple[str, float], ...]
Row = tuple[int, ...]

MOST = 8
DAMPING, ROUNDS = 0.5, 3
EARLY = 0.75
LONGEST_PHRASE, LONGEST = 7, 16
COMPANY = 0.25
# A phrase takes the place of a word in it if it weighs so much of the word's weight.
WORTHY = 0.3
# So many times as many words are looked at as there are keywords.
SPARE = 5
# Names in quotation marks are whole; so often must they come to be keywords, and be no longer in words.
QUOTES = {"“": ("”", 2), "「": ("」", 2), "『": ("』", 2), "《": ("》", 1)}
LONGEST_NAME = 9
ENDINGS = PLACES | MAKERS


def find_keywords(words: Sequence[str], most: int = MOST) -> Keywords:
    """The words and phrases that a text turns on with their shares of its weight, heaviest first.

    words: all words and marks of the text.

    >>> [word for word, _ in find_keywords(["知识产权", "保护", "，", "知识产权", "保护", "见效", "。"], 1)]
    ['知识产权保护']
    """
    joined, text = _joined(words), "".join(words)
    number: dict[str, int] = {}
    row = tuple([number.setdefault(word, len(number)) for word in joined])
    vocabulary, kinds = list(number), list(map(kind, number))
    often = Counter(row)
    phrases = _phrases(row, often, kinds)
    phrases.update((tuple([number[word] for word in name]), count) for name, count in _quoted(joined, text))
    ranks = _rank(np.array(row, dtype=np.intp), np.array([one != NONE for one in kinds], dtype=np.bool_)).tolist()
    weights = _weights(phrases, often, kinds, vocabulary, ranks)
    return tuple((_whole_name(word, text), weight) for word, weight in _best(weights, most, text))


def _joined(words: Sequence[str]) -> list[str]:
    """The words, each with the one character behind it that makes it a place, a person or a thing.

    >>> _joined(["青溪", "区", "老", "区"])
    ['青溪区', '', '老', '区']
    """
    joined = list(words)
    for at in [at for at, word in enumerate(words) if word in ENDINGS]:
        if at and ends(words[at - 1], words[at]):
            joined[at - 1 : at + 1] = [words[at - 1] + words[at], ""]
    return joined


def _phrases(row: Row, often: Mapping[int, int], kinds: Sequence[str]) -> dict[Row, int]:
    """Rows of words that keep company: twice at least, and a quarter of the times of each; how often each comes."""
    found: dict[Row, int] = {}
    again = [word for word, count in often.items() if count > 1 and kinds[word] != NONE]
    open_ = frozenset(again)
    starts = [at for at, word in enumerate(row) if word in open_]
    for size in range(2, LONGEST_PHRASE + 1):
        nexts = frozenset(starts)
        starts = [at for at in starts if at + 1 in nexts]
        counts = Counter([row[at : at + size] for at in starts])
        kept = {
            phrase: count
            for phrase, count in counts.items()
            if count > 1 and count >= COMPANY * max([often[word] for word in phrase])
        }
        if not kept:
            break
        found |= kept
        starts = [at for at in starts if row[at : at + size] in kept]
    return {phrase: count for phrase, count in found.items() if FORM.fullmatch("".join([kinds[at] for at in phrase]))}


def _quoted(words: Sequence[str], text: str) -> Iterator[tuple[Sequence[str], int]]:
    """The names of two words and more in quotation marks, and how often the text says each with marks or without."""
    for at in [at for at, word in enumerate(words) if word in QUOTES]:
        closer, fewest = QUOTES[words[at]]
        name = words[at + 1 : at + 2 + LONGEST_NAME]
        if closer in name:
            name = name[: name.index(closer)]
            whole = "".join(name)
            if len(name) > 1 and whole.isalnum() and (count := text.count(whole)) >= fewest:
                yield name, count


def _rank(row: Indices, telling: Flags) -> Floats:
    """The time that a walk between neighbouring words spends at each, starting anew at those named often and early."""
    row, count = row[telling[row]], len(telling)
    tails, heads = np.concatenate([row[:-1], row[1:]]), np.concatenate([row[1:], row[:-1]])
    often = np.bincount(row, minlength=count)
    restart = often / np.maximum(np.cumsum(telling), 1) ** EARLY
    restart /= max(restart.sum(), 1)
    degrees = np.maximum(np.bincount(tails, minlength=count), 1)
    rank = restart
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) * restart + DAMPING * np.bincount(heads, weights=(rank / degrees)[tails], minlength=count)
    return cast(Floats, rank)


def _weights(
    phrases: Mapping[Row, int],
    often: Mapping[int, int],
    kinds: Sequence[str],
    vocabulary: Sequence[str],
    ranks: Sequence[float],
) -> dict[str, float]:
    """The weight of each word and phrase that is no part of a longer one as frequent."""
    inside: dict[Row, int] = {}
    for phrase, count in phrases.items():
        for part in _parts(phrase):
            inside[part] = max(inside.get(part, 0), count)
    weights = {
        vocabulary[word]: ranks[word]
        for word in sorted(often, key=ranks.__getitem__, reverse=True)[: SPARE * MOST]
        if kinds[word] in ALONE and len(vocabulary[word]) > 1 and 2 * inside.get((word,), 0) <= often[word]
    }
    for phrase, count in phrases.items():
        text = "".join([vocabulary[word] for word in phrase])
        if 2 * inside.get(phrase, 0) < count and len(text) <= LONGEST:
            times = max([often[word] for word in phrase if kinds[word] != NONE], default=1)
            weights[text] = sum([ranks[word] for word in phrase]) * count / times
    return {text: weight for text, weight in weights.items() if text not in listed("common")}


def _parts(phrase: Row) -> Iterator[Row]:
    """The shorter rows within a row."""
    size = len(phrase)
    return (phrase[start : start + part] for part in range(1, size) for start in range(size - part + 1))


def _best(weights: dict[str, float], most: int, text: str) -> Keywords:
    """The heaviest; of a phrase and its part the longer one, unless it weighs far less."""
    chosen: dict[str, float] = {}
    for phrase, weight in sorted(weights.items(), key=lambda item: -item[1]):
        parts = [other for other in chosen if other in phrase]
        if any([phrase in other for other in chosen]) or any([weight < WORTHY * chosen[part] for part in parts]):
            continue
        if any([_overlap(phrase, other, text) for other in chosen]):
            continue
        shares = [chosen.pop(part) for part in parts]
        if len(chosen) == most:
            break
        chosen[phrase] = max([weight, *shares])
    return tuple(sorted(chosen.items(), key=lambda item: -item[1]))


def _overlap(one: str, other: str, text: str) -> bool:
    """Whether the end of one is the start of the other somewhere in the text: both are pieces of something longer."""
    return min(len(one), len(other)) > 3 and any(
        left.endswith(right[:size]) and left + right[size:] in text
        for left, right in ((one, other), (other, one))
        for size in range(2, min(len(one), len(other)))
    )


def _whole_name(word: str, text: str) -> str:
    """A name of two characters that the same surname always opens, or the same third always closes, is cut short.

    >>> _whole_name("李俊", "李俊温说好。李俊温介绍。"), _whole_name("李俊", "李俊说好。李俊介绍。")
    ('李俊温', '李俊')
    """
    if len(word) != 2 or (known(word) and kind(word) != PERSON):
        return word
    parts = text.split(word)
    before, after = {part[-1:] for part in parts[:-1]}, {part[:1] for part in parts[1:]}
    if len(parts) > 2 and len(before) == 1 and before <= frozenset(SURNAMES):
        return before.pop() + word
    whole = word[0] in SURNAMES and len(parts) > 2 and len(after) == 1 and TELLING.fullmatch(*after)
    return word + after.pop() if whole else word
