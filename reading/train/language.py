"""Learns the language of the corpus and the dictionary."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.arrays import write_arrays
from articles.bigrams import FOLD
from articles.corpus import Labelled
from articles.language import FILE, START, VERSION

# What a dictionary word counts for, times the root of its frequency. With the corpus alone 40% of true joins rank
# first among some thirty starts on a page, with 0.02 47%, with 0.1 49%; plain frequencies drown the corpus.
WORD_WEIGHT = 0.1
# Trigrams seen less are left to their back-off: the file is a third of the size and joins rank the same.
LEAST = 0.3
UNSEEN = 20_000

Counts = Mapping[str, float]


def learn_language(corpus: Iterable[Labelled], models: Path) -> Path:
    """Writes `language.npz`, a Witten-Bell trigram model of the corpus's and the dictionary's characters."""
    chars, bigrams, trigrams = _counts(corpus)
    total = sum(chars.values())
    char_probs = {char: (count + 1) / (total + UNSEEN) for char, count in chars.items()}
    bigram_probs = _interpolated(bigrams, char_probs)
    trigram_probs = _interpolated(trigrams, bigram_probs)
    kept = {gram: prob for gram, prob in trigram_probs.items() if trigrams[gram] >= LEAST}
    arrays: dict[str, npt.NDArray[Any]] = {
        "chars": _keys(char_probs),
        "char_logs": _logs(char_probs),
        "char_weights": _logs(_back_off(char_probs, bigrams)),
    }
    arrays |= {
        "bigrams": _keys(bigram_probs),
        "bigram_logs": _logs(bigram_probs),
        "bigram_weights": _logs(_back_off(bigram_probs, trigrams)),
    }
    arrays |= {"trigrams": _keys(kept), "trigram_logs": _logs(kept)}
    return write_arrays(models / FILE, VERSION, arrays)


def _counts(corpus: Iterable[Labelled]) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    grams: tuple[dict[str, float], ...] = (defaultdict(float), defaultdict(float), defaultdict(float))
    paragraphs = ((START * 2 + _plain(line), 1.0) for article in corpus for line in article.body)
    for text, weight in (*paragraphs, *_dictionary()):
        for size, counter in enumerate(grams, 1):
            for at in range(len(text) - size + 1):
                counter[text[at : at + size]] += weight
    chars, bigrams, trigrams = grams
    return chars, bigrams, trigrams


def _plain(line: str) -> str:
    return "".join(char if char <= "\uffff" else "\ufffd" for char in line.translate(FOLD))


def _dictionary() -> Iterator[tuple[str, float]]:
    """The words of jieba's dictionary and what each counts for."""
    for line in resources.files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        if len(word) > 1 and max(word) <= "\uffff":
            yield word, WORD_WEIGHT * math.sqrt(int(frequency))


def _contexts(counts: Counts) -> tuple[Mapping[str, float], Mapping[str, int]]:
    """Of each context: how often it was seen, and how many different characters followed it."""
    seen: dict[str, float] = defaultdict(float)
    types: Counter[str] = Counter()
    for gram, count in counts.items():
        seen[gram[:-1]] += count
        types[gram[:-1]] += 1
    return seen, types


def _interpolated(counts: Counts, shorter: Counts) -> dict[str, float]:
    """P(c | context) = (count + types x P(c | shorter context)) / (seen + types), Witten and Bell's method C."""
    seen, types = _contexts(counts)
    return {
        gram: (count + types[gram[:-1]] * shorter[gram[1:]]) / (seen[gram[:-1]] + types[gram[:-1]])
        for gram, count in counts.items()
    }


def _back_off(contexts: Iterable[str], counts: Counts) -> dict[str, float]:
    """What a context leaves to characters that never followed it: types / (seen + types), 1 where it was never seen."""
    seen, types = _contexts(counts)
    return {
        context: types[context] / (seen[context] + types[context]) if context in seen else 1.0 for context in contexts
    }


def _key(gram: str) -> int:
    key = 0
    for char in gram:
        key = key << 16 | ord(char)
    return key


def _keys(grams: Iterable[str]) -> npt.NDArray[np.uint64]:
    """The grams' keys in order."""
    return np.array(sorted(map(_key, grams)), dtype=np.uint64)


def _logs(probs: Counts) -> npt.NDArray[np.float16]:
    """Natural logarithms in the order of the keys, as half floats."""
    return np.array([math.log(probs[gram]) for gram in sorted(probs, key=_key)], dtype=np.float16)
