"""The trained model: loads it, labels articles by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np

from articles.arrays import BYTES, FLOATS, broken, load_arrays
from articles.article import Article
from articles.corpus import Labelled
from classify.contents import read_card
from classify.counts import Counts, FeatureCounter, Floats, firsts
from classify.density import sign_features, spans
from classify.domains import Domain
from classify.features import story_words
from classify.label import Label

VERSION = 3
ARRAYS, CARD = "classifier.npz", "classifier.json"
CHUNK = 64  # articles counted at once: their words stay in the processor's cache
SHAPES = {
    "vocabulary": (BYTES, ("bytes",)),
    "idf": (FLOATS, ("features",)),
    "weights": (FLOATS, ("rows", "domains")),
    "bias": (FLOATS, ("domains",)),
}
HALF = 32  # bits for the lesser of two numbers sorted as one
EVIDENCE = 8  # words shown for a label, each with at least
LEAST_SHARE = 0.01  # of what speaks for it
FEWEST_WORDS = 2  # that speak for a label which may be sure: a page's 广告 over a picture is no article


@dataclass(frozen=True)
class Model:
    """A linear model over tf-idf of words and their parts and over the densities of signs, one score for each domain.

    domains: in the taxonomy's order. vocabulary: the features. idf: of each. weights: features by domains, and under
    them, of the domains that have signs, their densities by domains. bias: of each domain. inverse_temperature: what
    scores are multiplied with before the softmax that makes them probabilities. thresholds: the confidence of each
    domain below which its label is unsure.
    """

    domains: tuple[Domain, ...]
    vocabulary: tuple[str, ...]
    idf: Floats
    weights: Floats
    bias: Floats
    inverse_temperature: float
    thresholds: tuple[float, ...]

    @cached_property
    def counter(self) -> FeatureCounter:
        """Counts the features of articles, and knows what each adds to the scores, and of which domain it is a sign."""
        weights = self.weights[: len(self.vocabulary)]
        signs = sign_features(self.domains, self.vocabulary)
        return FeatureCounter(self.vocabulary, np.hstack([self.idf[:, None] * weights, signs]))

    def label(self, article: Article | Labelled) -> Label:
        """The article's domain."""
        return self.labels([article])[0]

    def labels(self, articles: Sequence[Article | Labelled], unsure: float | None = None) -> list[Label]:
        """The domain of each article; `unsure` is another threshold than the model's own."""
        thresholds = self.thresholds if unsure is None else (unsure,) * len(self.domains)
        return [label for chunk in _chunks(articles) for label in self._labels(chunk, thresholds)]

    def scores(self, articles: Sequence[Article | Labelled]) -> Floats:
        """The linear scores, articles by domains, before they are made probabilities."""
        chunks = (self.counter.count(map(story_words, chunk)) for chunk in _chunks(articles))
        scores = (self._scores(counts, self._shares(counts)) for counts in chunks)
        return np.concatenate([np.zeros((0, len(self.domains))), *scores])

    def _labels(self, articles: Sequence[Article | Labelled], thresholds: Sequence[float]) -> Iterator[Label]:
        counts = self.counter.count(map(story_words, articles))
        shares = self._shares(counts)
        probs = probabilities(self._scores(counts, shares), self.inverse_temperature)
        best = probs.argmax(axis=1)
        mine = shares[np.arange(counts.size), best][counts.word_rows]
        shown = _strongest(counts, np.einsum("wc,wc->w", counts.word_contributions, mine), self.counter.words)
        keys = [domain.key for domain in self.domains]
        mixed = (isinstance(article, Article) and article.mixed for article in articles)
        for row, top, evidence, blended in zip(probs.tolist(), best.tolist(), shown, mixed, strict=True):
            unsure = blended or len(evidence) < FEWEST_WORDS or row[top] < thresholds[top]
            yield Label(keys[top], row[top], dict(zip(keys, row, strict=True)), evidence, unsure)

    def _shares(self, counts: Counts) -> Floats:
        """What a word's contributions count for in each score of its article: articles by domains by contributions.

        A domain's tf-idf is divided by the article's length, a sign weighed by the density that it adds.
        """
        domains = np.arange(len(self.domains))
        tfidf = counts.entry_times * self.idf[counts.entry_columns]
        lengths = np.sqrt(np.bincount(counts.entry_rows, tfidf**2, counts.size))
        words = np.bincount(counts.word_rows, minlength=counts.size)
        shares = np.zeros((counts.size, len(domains), counts.word_contributions.shape[1]))
        shares[:, domains, domains] = 1 / np.where(lengths, lengths, 1)[:, None]
        shares[:, :, len(domains) :] = self.weights[len(self.vocabulary) :].T / spans(words)[:, None, None]
        return shares

    def _scores(self, counts: Counts, shares: Floats) -> Floats:
        starts, _ = firsts(counts.word_rows)
        sums = np.zeros((counts.size, counts.word_contributions.shape[1]))
        sums[counts.word_rows[starts]] = np.add.reduceat(counts.word_contributions, starts)
        return np.asarray((shares @ sums[:, :, None])[:, :, 0] + self.bias)


def _strongest(counts: Counts, contributions: Floats, names: Sequence[str]) -> list[tuple[tuple[str, float], ...]]:
    """For each article the words that add most to its domain's score, and their share of all that speaks for it.

    contributions: what each word adds to the score. names: the words by number.
    """
    for_it = np.bincount(counts.word_rows, contributions.clip(0), counts.size)
    speaking = np.flatnonzero(contributions > 0)
    keys = counts.word_rows[speaking] * len(names) + counts.words[speaking]
    both = np.sort(keys << HALF | speaking)
    first, times = firsts(both >> HALF)
    places = both[first] & (1 << HALF) - 1
    rows = counts.word_rows[places]
    shares = contributions[places] * times / for_it[rows]
    enough = np.flatnonzero(shares > LEAST_SHARE)
    order = enough[np.lexsort((places[enough], -shares[enough], rows[enough]))]
    bounds = np.searchsorted(rows[order], np.arange(counts.size + 1)).tolist()
    numbers, told = counts.words[places[order]].tolist(), shares[order].tolist()
    shown = (slice(start, min(start + EVIDENCE, end)) for start, end in pairwise(bounds))
    return [tuple(zip(map(names.__getitem__, numbers[part]), told[part], strict=True)) for part in shown]


def probabilities(scores: Floats, inverse_temperature: float) -> Floats:
    """The softmax of the scores times the inverse temperature, by article.

    >>> probabilities(np.array([[1.0, 1.0]]), 3.0)
    array([[0.5, 0.5]])
    """
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) * inverse_temperature)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def load(directory: Path) -> Model:
    """The model in a folder; raises InputError where it is missing, broken or of another version."""
    arrays = load_arrays(directory / ARRAYS, VERSION, SHAPES)
    card = read_card(directory / CARD, VERSION)
    try:
        vocabulary = tuple(arrays["vocabulary"].tobytes().decode().split("\n"))
    except UnicodeDecodeError:
        raise broken(directory / ARRAYS) from None
    model = Model(
        domains=card.domains,
        vocabulary=vocabulary,
        idf=arrays["idf"].astype(float),
        weights=arrays["weights"].astype(float),
        bias=arrays["bias"].astype(float),
        inverse_temperature=card.inverse_temperature,
        thresholds=card.thresholds,
    )
    features, domains = len(set(model.vocabulary)), len(model.domains)
    signed = sum(bool(domain.signs) for domain in model.domains)
    shapes = (len(model.vocabulary), model.idf.shape, model.weights.shape, model.bias.shape)
    if shapes != (features, (features,), (features + signed, domains), (domains,)):
        raise broken(directory / ARRAYS)
    return model


def _chunks(articles: Sequence[Article | Labelled]) -> Iterator[Sequence[Article | Labelled]]:
    return (articles[start : start + CHUNK] for start in range(0, len(articles), CHUNK))
