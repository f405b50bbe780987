"""The trained model: loads it, labels articles by it."""

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import InputError
from classify.counts import Counter, Counts
from classify.domains import Domain, from_json
from classify.features import story_words
from classify.label import Label

VERSION = 1
ARRAYS, CARD = "classifier.npz", "classifier.json"
CURE = "run `make train`"
CHUNK = 128  # articles counted at once
EVIDENCE = 8  # words shown for a label, each with at least
LEAST_SHARE = 0.01  # of what speaks for it

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over tf-idf of words and their parts, one score for each domain.

    domains: in the taxonomy's order. idf: of each feature. weights: features by domains. bias: of each domain.
    sharpness: what scores are multiplied with before the softmax that makes them probabilities.
    threshold: the confidence below which a label is unsure.
    """

    domains: tuple[Domain, ...]
    counter: Counter
    idf: Floats
    weights: Floats
    bias: Floats
    sharpness: float
    threshold: float

    def label(self, article: Article | Labelled) -> Label:
        """The article's domain."""
        return self.labels([article])[0]

    def labels(self, articles: Sequence[Article | Labelled], unsure: float | None = None) -> list[Label]:
        """The domain of each article; `unsure` is another threshold than the model's own."""
        threshold = self.threshold if unsure is None else unsure
        return [label for chunk in _chunks(articles) for label in self._labels(chunk, threshold)]

    def scores(self, articles: Sequence[Article | Labelled]) -> Floats:
        """The linear scores, articles by domains, before they are made probabilities."""
        counts = self.counter.count([story_words(article) for article in articles])
        return self._scores(counts, self._words(counts))

    def _labels(self, articles: Sequence[Article | Labelled], threshold: float) -> Iterator[Label]:
        texts = [story_words(article) for article in articles]
        counts = self.counter.count(texts)
        words = self._words(counts)
        odds = probabilities(self._scores(counts, words), self.sharpness)
        best = odds.argmax(axis=1)
        shares = _shares(counts, words[np.arange(len(words)), best[counts.word_rows]])
        keys = [domain.key for domain in self.domains]
        for text, odd, top, evidence in zip(texts, odds.tolist(), best.tolist(), shares, strict=True):
            shown = tuple((text[place], share) for place, share in evidence)
            yield Label(keys[top], odd[top], dict(zip(keys, odd, strict=True)), shown, odd[top] < threshold)

    def _words(self, counts: Counts) -> Floats:
        """What each word adds to its article's scores, words by domains: times x idf x weight of all its features."""
        pulls = self.idf * np.ascontiguousarray(self.weights.T)
        each = np.stack([np.bincount(counts.uses, pull[counts.columns], len(counts.words)) for pull in pulls], axis=1)
        squares = (counts.entry_times * self.idf[counts.entry_columns]) ** 2
        lengths = np.sqrt(np.bincount(counts.entry_rows, squares, counts.size))
        return np.asarray(each * (counts.times / lengths[counts.word_rows])[:, None])

    def _scores(self, counts: Counts, words: Floats) -> Floats:
        columns = (np.bincount(counts.word_rows, column, counts.size) for column in words.T)
        return np.stack(list(columns), axis=1) + self.bias


def _shares(counts: Counts, words: Floats) -> list[list[tuple[int, float]]]:
    """For each article the places of the words that add most to its domain's score, and their share.

    words: what each word adds; all together they make the score less the bias. A share is of all that speaks for it.
    """
    for_it = np.bincount(counts.word_rows, words.clip(0), counts.size)
    speaking = np.flatnonzero(words > LEAST_SHARE * for_it[counts.word_rows])
    order = speaking[np.lexsort((counts.places[speaking], -words[speaking], counts.word_rows[speaking]))]
    bounds = np.searchsorted(counts.word_rows[order], np.arange(counts.size + 1)).tolist()
    places, shares = counts.places[order].tolist(), (words[order] / for_it[counts.word_rows[order]]).tolist()
    shown = (slice(start, min(start + EVIDENCE, end)) for start, end in pairwise(bounds))
    return [list(zip(places[part], shares[part], strict=True)) for part in shown]


def probabilities(scores: Floats, sharpness: float) -> Floats:
    """The softmax of the scores times the sharpness, by article.

    >>> probabilities(np.array([[1.0, 1.0]]), 3.0)
    array([[0.5, 0.5]])
    """
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) * sharpness)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def load(directory: Path) -> Model:
    """The model in a folder; raises InputError where it is missing, broken or of another version."""
    card = _card(directory / CARD)
    try:
        with np.load(directory / ARRAYS, allow_pickle=False) as file:
            arrays = {name: file[name] for name in ("vocabulary", "idf", "weights", "bias")}
        vocabulary = arrays["vocabulary"].tobytes().decode().split("\n")
        model = Model(
            domains=tuple(map(from_json, card["domains"])),
            counter=Counter(vocabulary),
            idf=arrays["idf"].astype(float),
            weights=arrays["weights"].astype(float),
            bias=arrays["bias"].astype(float),
            sharpness=float(card["sharpness"]),
            threshold=float(card["threshold"]),
        )
    except FileNotFoundError:
        raise InputError(f"no model in {directory} ({ARRAYS} is missing)", CURE) from None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        raise InputError(f"the model in {directory} is broken", CURE) from None
    if model.weights.shape != (len(vocabulary), len(model.domains)) or model.idf.shape != (len(vocabulary),):
        raise InputError(f"the model in {directory} is broken", CURE)
    return model


def _card(path: Path) -> dict[str, Any]:
    try:
        card = json.loads(path.read_text("utf-8"))
        version = card["version"]
    except FileNotFoundError:
        raise InputError(f"no model in {path.parent} ({path.name} is missing)", CURE) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(f"the model in {path.parent} is broken", CURE) from None
    if version != VERSION:
        raise InputError(f"the model in {path.parent} is of version {version}, not {VERSION}", CURE)
    return dict(card)


def _chunks(articles: Sequence[Article | Labelled]) -> Iterator[Sequence[Article | Labelled]]:
    return (articles[start : start + CHUNK] for start in range(0, len(articles), CHUNK))
