"""Learns the classifier from seeds/, with scikit-learn, and writes it to models/."""

import json
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from articles.arrays import write_arrays
from articles.corpus import Labelled, read_corpus
from articles.errors import InputError
from articles.files import write_file
from classify.calibrate import Floats, Truths, fit_inverse_temperature, threshold_for
from classify.corrections import overruled, read_corrections
from classify.counts import FeatureCounter
from classify.density import sign_features, spans
from classify.domains import Domain, read_domains
from classify.features import parts, story_words
from classify.measured import NONE, Measured, read_measured
from classify.model import ARRAYS, CARD, VERSION, Model, probabilities

C = 1.0
FOLDS = 5
PRECISION = 0.95  # wanted of labels that are not unsure
CORRECTION_WEIGHT = 5.0  # what a correction counts for, in articles
FEWEST = 2  # articles, and subject files, that a feature must stand in: an invented name is no clue
REST = "other"  # the domain of all that has no other
FEW_ARTICLES = 200  # a domain with fewer counts as if it had so many, and the rest gives way to it
TYPICAL = 0.25  # how: by the articles that are as like it as three quarters of its own
FEW_FILES = 5  # a domain with fewer subject files is learned by article


@dataclass(frozen=True, slots=True)
class Training:
    """A model with what it was learned from: the corpus, its words, and the scores that each article got unseen."""

    model: Model
    corpus: tuple[Labelled, ...]
    truths: Truths
    unseen: Floats


def train(seeds: Path, models: Path) -> Training:
    """Learns from the corpus and the corrections under `seeds` and writes the arrays and their card into `models`."""
    learned = learn(read_domains(seeds), *whole_corpus(seeds), read_measured(seeds))
    _write(learned, models)
    return learned


def whole_corpus(seeds: Path) -> tuple[tuple[Labelled, ...], Floats]:
    """Seeds and corrections, and what each counts for; a correction takes the place of the same text in seeds."""
    corpus, corrections = read_corpus(seeds), read_corrections(seeds)
    replaced = set(overruled(corpus, corrections))
    kept = tuple(article for article in corpus if article not in replaced)
    weights = np.ones(len(kept) + len(corrections))
    weights[len(kept) :] = CORRECTION_WEIGHT
    return kept + corrections, weights


def learn(
    domains: tuple[Domain, ...], corpus: tuple[Labelled, ...], counts_for: Floats, measured: Measured = NONE
) -> Training:
    """The model of a corpus; raises InputError where a folder has no domain or a domain no articles.

    measured: what real papers said; where it says nothing the cross-validated corpus does.
    """
    truths = _truths(domains, corpus)
    counts_for = counts_for * np.maximum(1, FEW_ARTICLES / np.bincount(truths))[truths]
    texts = [story_words(article) for article in corpus]
    groups = _groups(corpus)
    vocabulary = _vocabulary(texts, groups)
    matrix = count_matrix(FeatureCounter(vocabulary), texts)
    densities = _densities(matrix, texts, sign_features(domains, vocabulary))
    counts_for = np.where(_lookalikes(domains, matrix, truths), 0, counts_for)
    unseen = _cross_validate(matrix, densities, truths, groups, counts_for)
    inverse_temperature = measured.inverse_temperature or fit_inverse_temperature(unseen, truths)
    probs = probabilities(unseen, inverse_temperature)
    threshold = threshold_for(PRECISION, probs.max(axis=1), probs.argmax(axis=1) == truths)
    thresholds = tuple(measured.thresholds.get(domain.key, threshold) for domain in domains)
    tfidf, learner = fit(matrix, densities, truths, counts_for)
    weights, bias = _binary_as_two(learner)
    model = Model(domains, tuple(vocabulary), tfidf.idf_, weights, bias, inverse_temperature, thresholds)
    return Training(model, corpus, truths, unseen)


def count_matrix(counter: FeatureCounter, texts: Sequence[Sequence[str]]) -> csr_matrix:
    """How often each feature stands in each text, texts by features."""
    counts = counter.count(texts)
    entries = (counts.entry_times.astype(float), (counts.entry_rows, counts.entry_columns))
    return csr_matrix(entries, (len(texts), len(counter.vocabulary)))


def fit(
    matrix: csr_matrix, densities: csr_matrix, truths: Truths, counts_for: Floats
) -> tuple[TfidfTransformer, LinearSVC]:
    """The idf of the features, and a support vector machine for each domain against the rest.

    matrix: counts, texts by features; densities: of signs, texts by domains that have signs.
    """
    tfidf = TfidfTransformer()
    learner = LinearSVC(C=C, random_state=0)
    return tfidf, learner.fit(hstack([tfidf.fit_transform(matrix), densities], "csr"), truths, sample_weight=counts_for)


def _densities(matrix: csr_matrix, texts: Sequence[Sequence[str]], signs: Floats) -> csr_matrix:
    return csr_matrix((matrix @ signs) / spans(np.array([len(text) for text in texts]))[:, None])


def _truths(domains: tuple[Domain, ...], corpus: Sequence[Labelled]) -> Truths:
    places = {domain.key: place for place, domain in enumerate(domains)}
    for key in sorted({article.domain for article in corpus} - places.keys()):
        raise InputError(f"the folder {key} stands for no domain", f"add {key} to domains.toml")
    found = Tally(article.domain for article in corpus)
    for key in places:
        if found[key] < FOLDS:
            raise InputError(f"the domain {key} has {found[key]} articles", f"put ten or more into {key}/")
    return np.array([places[article.domain] for article in corpus])


def _groups(corpus: Sequence[Labelled]) -> npt.NDArray[np.int64]:
    """A number for each subject file, or for each article of a domain that has few files."""
    files = defaultdict(set)
    for article in corpus:
        files[article.domain].add(article.subject)
    names = [
        (article.domain, article.subject, place if len(files[article.domain]) < FEW_FILES else -1)
        for place, article in enumerate(corpus)
    ]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names])


def _lookalikes(domains: tuple[Domain, ...], matrix: csr_matrix, truths: Truths) -> npt.NDArray[np.bool_]:
    """The articles of the rest that are as like a small domain as its own are: no witnesses against it.

    The rest means what has no domain; a user who adds one has not gone through the corpus for what now belongs there.
    Likeness is the cosine to the sum of the domain's other articles; the bar is what all but its least typical quarter
    reach. (Of ten articles on schools and the whole corpus: 55 give way, 40 of them on schools; without this the ten
    found no school story.)
    """
    lookalikes = np.zeros(len(truths), bool)
    rest = np.array([domain.key == REST for domain in domains])
    texts = TfidfTransformer().fit_transform(matrix)
    for place in np.flatnonzero((np.bincount(truths) < FEW_ARTICLES) & ~rest):
        own = texts[truths == place].toarray()
        others = own.sum(axis=0) - own
        bar = np.quantile((own * others).sum(axis=1) / np.linalg.norm(others, axis=1), TYPICAL)
        lookalikes |= texts @ own.sum(axis=0) / np.linalg.norm(own.sum(axis=0)) >= bar
    return np.asarray(lookalikes & rest[truths])


def _vocabulary(texts: Sequence[Sequence[str]], groups: npt.NDArray[np.int64]) -> list[str]:
    times: Tally[str] = Tally()
    files = defaultdict(set)
    for text, group in zip(texts, groups.tolist(), strict=True):
        features = {part for word in set(text) for part in parts(word)}
        times.update(features)
        for feature in features:
            files[feature].add(group)
    return sorted(feature for feature, count in times.items() if count >= FEWEST and len(files[feature]) >= FEWEST)


def _cross_validate(
    matrix: csr_matrix, densities: csr_matrix, truths: Truths, groups: npt.NDArray[np.int64], counts_for: Floats
) -> Floats:
    """The scores that each article gets from a model that has seen nothing of its subject file."""
    scores = np.zeros((len(truths), truths.max() + 1))
    for seen, unseen in GroupKFold(FOLDS).split(matrix, truths, groups):
        tfidf, learner = fit(matrix[seen], densities[seen], truths[seen], counts_for[seen])
        weights, bias = _binary_as_two(learner)
        scores[unseen] = hstack([tfidf.transform(matrix[unseen]), densities[unseen]], "csr") @ weights + bias
    return scores


def _binary_as_two(learner: LinearSVC) -> tuple[Floats, Floats]:
    """Weights, features by domains, and biases; of two domains scikit-learn keeps but one column."""
    weights, bias = learner.coef_.T, learner.intercept_
    return (weights, bias) if weights.shape[1] > 1 else (np.hstack([-weights, weights]), np.concatenate([-bias, bias]))


def _write(learned: Training, models: Path) -> None:
    model = learned.model
    arrays: dict[str, npt.NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(model.vocabulary).encode(), np.uint8),
        "idf": model.idf.astype(np.float32),
        "weights": model.weights.astype(np.float32),
        "bias": np.asarray(model.bias),
    }
    card = {
        "version": VERSION,
        "domains": [asdict(one) for one in model.domains],
        "inverse_temperature": model.inverse_temperature,
        "thresholds": model.thresholds,
        "articles": Tally(article.domain for article in learned.corpus),
    }
    write_arrays(models / ARRAYS, VERSION, arrays)
    write_file(models / CARD, json.dumps(card, ensure_ascii=False, indent=1) + "\n")
