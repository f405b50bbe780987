"""Keywords: TextRank over the words of a story, neighbours that keep company joined into phrases.

Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; restart by place and count after C. Florescu and C. Caragea,
PositionRank, ACL 2017.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from articles.bigrams import Flags, Indices
from articles.names import SURNAMES
from articles.words import in_dictionary, stop_words, tags
from summarize.bigrams import Floats
from summarize.borne import Text, borne_out, known_natures
from summarize.names import NO_NAMES, ONE_NAMED, Names
from summarize.phrases import Row, find_phrases, find_quoted, numbered
from summarize.whole import NAMED, known_tags
from summarize.word_types import AFFIX, ALONE, CONTENT_WORD, NOUN, OTHER, PERSON, known_types, listed

Keywords = tuple[tuple[str, float], ...]

MOST_KEYWORDS = 8
DAMPING, ROUNDS = 0.5, 3
EARLY = 0.75
LONGEST = 16
# A phrase takes the place of a word in it if it weighs so much of the word's weight.
WORTHY = 0.3
# So many times as many words are looked at as there are keywords.
SPARE = 5
# Who acts weighs at least so much of the heaviest, and where, if the head says so.
ACTOR, PLACE = 0.6, 0.3
# Others are named so often, a body more often than a person, and a quarter of the times of the one named most.
PERSON_TIMES, BODY_TIMES, RARELY = 2, 3, 4
# So many words at most are the subject of the head.
SUBJECT = 4


def find_keywords(words: Sequence[str], most: int = MOST_KEYWORDS, head: str = "", names: Names = NO_NAMES) -> Keywords:
    """The words and phrases that a text turns on with their shares of its weight, heaviest first.

    words: all words and marks of the text; head: what stands above it, the headline say; names: those in the text.

    >>> [word for word, _ in find_keywords(["知识产权", "保护", "，", "知识产权", "保护", "见效", "。"], 1)]
    ['知识产权保护']
    """
    known, text = numbered(words), "".join(words)
    quoted = find_quoted(known)
    ranks = _rank(known.flat[known.content[known.flat]], known.content)
    found = _weights(find_phrases(known) | quoted, known.often, known.types, known.vocabulary, ranks)
    alone = known.opens[:-1] & known.closes[1:]
    free = np.bincount(known.flat[alone], minlength=len(known.content)).tolist()
    said = frozenset(map(known.text_of, quoted))
    number, often = known.number, known.often
    weights = borne_out(found, Text(words, text, head, number, often, free, known.types, said, known_natures()))
    weights = weights or {word: weight for word, weight in found.items() if word in head}
    weights = _with_names(weights, names, head, ranks, number)
    if subject := _subject(words, text, head):
        weights[subject] = max(weights.get(subject, 0.0), ACTOR * max(weights.values(), default=1.0))
    return tuple((_whole_name(word, text), weight) for word, weight in _best(weights, most, text))


def _subject(words: Sequence[str], text: str, head: str) -> str:
    """What the head opens with and the text comes back to: 利民药厂, 嫦娥五号; nothing if that is no name."""
    found, subject = "", ""
    for at, word in enumerate(words[:SUBJECT]):
        kind, tag = known_types()[word], known_tags()[word]
        found += word
        if not word.isalnum() or word in stop_words() or not head.startswith(found) or text.count(found) < 2:
            break
        if kind not in (NOUN, AFFIX) and tag != "m":
            break
        if at or tag == "x" or tag in NAMED:
            subject = found
    return subject if len(subject) > 1 and subject not in listed("common") else ""


def _with_names(
    weights: dict[str, float], names: Names, head: str, ranks: Floats, number: Mapping[str, int]
) -> dict[str, float]:
    """The weights with the people, bodies and places that the head names, and with whom or what the text names most."""
    weights, top = dict(weights), max(weights.values(), default=1.0)
    fewest = dict.fromkeys((name for name, _ in names.person), PERSON_TIMES)
    actors = sorted((*names.person, *names.organization), key=lambda actor: -actor[1])
    actors = [actor for actor in actors if actor[0] in head or actor[0] not in ONE_NAMED]
    for at, (name, times) in enumerate(actors):
        if name in head or (at == 0 and times > 1):
            weights[name] = max(weights.get(name, 0.0), ACTOR * top)
        elif times >= fewest.get(name, BODY_TIMES) and RARELY * times >= actors[0][1] and name in number:
            weights[name] = max(weights.get(name, 0.0), float(ranks[number[name]]))
    for name, _ in names.place:
        if name in head and name not in listed("common"):
            weights[name] = max(weights.get(name, 0.0), PLACE * top)
    return weights


def _stammers(phrase: Row, vocabulary: Sequence[str]) -> bool:
    """Whether a word of a phrase holds another one of it: 融资难融资."""
    found = [vocabulary[at] for at in phrase]
    return any(one in other for at, one in enumerate(found) for place, other in enumerate(found) if at != place)


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
        return word if any(in_dictionary(part[:2]) for part in parts[1:]) else word + third
    return word
