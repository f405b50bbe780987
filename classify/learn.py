"""Learns a classifier from labelled articles, with scikit-learn."""

import warnings
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from articles.corpus import Labelled
from articles.errors import InputError
from articles.workers import Count, uncounted
from classify.calibrate import Floats, Truths, fit_inverse_temperature, threshold_for
from classify.counts import FeatureCounter
from classify.density import sign_features, spans
from classify.domains import REST, Domain
from classify.features import parts, story_words
from classify.measured import NONE, Measured
from classify.model import Model, probabilities

C = 1.0
FOLDS = 5
PRECISION = 0.95  # wanted of labels that are not unsure
FEWEST = 2  # articles, and subject files, that a feature must stand in: an invented name is no clue
FEW_ARTICLES = 200  # a domain with fewer counts as if it had so many, and the rest gives way to it
TYPICAL = 0.25  # how: by the articles that are as like it as three quarters of its own
FEW_FILES = 5  # a domain with fewer subject files is learned by article
LEAST = 2  # articles of a domain: one of them is judged by what the other taught
STEPS = FOLDS + 2  # of learning, about equally long: counting words, a model for each fold, and the whole one
AT_ONCE = 500  # texts whose features are counted at once
TINY = 1e-12  # in place of a length of nothing


@dataclass(frozen=True, slots=True)
class Training:
    """A model with what it was learned from: the corpus, its words, and the scores that each article got unseen."""

    model: Model
    corpus: tuple[Labelled, ...]
    truths: Truths
    unseen: Floats


def learn(
    domains: tuple[Domain, ...],
    corpus: tuple[Labelled, ...],
    counts_for: Floats,
    measured: Measured = NONE,
    c: float = C,
    count: Count = uncounted,
) -> Training:
    """The model of a corpus; raises InputError where a label has no domain, a domain no articles, or no word stands in
    two of them.

    measured: what real papers said; where it says nothing the cross-validated corpus does. c: what an error costs the
    support vector machines. count: called as each of STEPS is done.
    """
    truths = _truths(domains, corpus)
    counts_for = counts_for * np.maximum(1, FEW_ARTICLES / np.bincount(truths))[truths]
    texts = [story_words(article) for article in corpus]
    groups = _groups(corpus)
    vocabulary = _vocabulary(texts, groups)
    matrix = count_matrix(FeatureCounter(vocabulary), texts)
    densities = _densities(matrix, texts, sign_features(domains, vocabulary))
    counts_for = np.where(lookalikes(domains, matrix, truths), 0, counts_for)
    count(1)
    unseen = _cross_validate(matrix, densities, truths, groups, counts_for, c, count)
    inverse_temperature = measured.inverse_temperature or fit_inverse_temperature(unseen, truths)
    probs = probabilities(unseen, inverse_temperature)
    threshold = threshold_for(PRECISION, probs.max(axis=1), probs.argmax(axis=1) == truths)
    thresholds = tuple(measured.thresholds.get(domain.key, threshold) for domain in domains)
    tfidf, learner = fit(matrix, densities, truths, counts_for, c)
    weights, bias = _binary_as_two(learner)
    count(1)
    model = Model(domains, tuple(vocabulary), tfidf.idf_, weights, bias, inverse_temperature, thresholds)
    return Training(model, corpus, truths, unseen)


def count_matrix(counter: FeatureCounter, texts: Sequence[Sequence[str]]) -> csr_matrix:
    """How often each feature stands in each text, texts by features."""
    return vstack([_counted(counter, texts[start : start + AT_ONCE]) for start in range(0, len(texts), AT_ONCE)], "csr")


def _counted(counter: FeatureCounter, texts: Sequence[Sequence[str]]) -> csr_matrix:
    counts = counter.count(texts)
    entries = (counts.entry_times.astype(float), (counts.entry_rows, counts.entry_columns))
    return csr_matrix(entries, (len(texts), len(counter.vocabulary)))


def fit(
    matrix: csr_matrix, densities: csr_matrix, truths: Truths, counts_for: Floats, c: float = C
) -> tuple[TfidfTransformer, LinearSVC]:
    """The idf of the features, and a support vector machine for each domain against the rest.

    matrix: counts, texts by features; densities: of signs, texts by domains that have signs.
    """
    tfidf = TfidfTransformer()
    learner = LinearSVC(C=c, random_state=0)
    features = hstack([tfidf.fit_transform(matrix), densities], "csr")
    with warnings.catch_warnings():
        # Of last steps that are small but not none, and of many domains with few articles: both are known here.
        warnings.simplefilter("ignore", UserWarning)
        return tfidf, learner.fit(features, truths, sample_weight=counts_for)


def _densities(matrix: csr_matrix, texts: Sequence[Sequence[str]], signs: Floats) -> csr_matrix:
    return csr_matrix((matrix @ signs) / spans(np.array([len(text) for text in texts]))[:, None])


def _truths(domains: tuple[Domain, ...], corpus: Sequence[Labelled]) -> Truths:
    places = {domain.key: place for place, domain in enumerate(domains)}
    for key in sorted({article.domain for article in corpus} - places.keys()):
        raise InputError(f"{key} is no domain, but a folder or a label is called so", f"add {key} to domains.toml")
    found = Tally(article.domain for article in corpus)
    for key in places:
        if found[key] < LEAST:
            what = f"the domain {key} has {found[key] or 'no'} article{'' if found[key] == 1 else 's'}"
            raise InputError(what, f"put ten or more into {key}/, or take it out of domains.toml")
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


def lookalikes(domains: tuple[Domain, ...], matrix: csr_matrix, truths: Truths) -> npt.NDArray[np.bool_]:
    """The articles of the rest that are as like a small domain as its own are: no witnesses against it.

    The rest means what has no domain; a user who adds one has not gone through the corpus for what now belongs there.
    Likeness is the cosine to the sum of the domain's other articles; the bar is what all but its least typical quarter
    reach. (Of ten articles on schools and the whole corpus: 55 give way, 40 of them on schools; without this the ten
    found no school story.) A rest that is small itself keeps its say, and half of any other does.
    """
    rest = np.array([domain.key == REST for domain in domains])[truths]
    few = np.bincount(truths) < FEW_ARTICLES
    beyond = np.full(len(truths), -np.inf)
    if rest.any() and not few[truths[rest][0]]:
        texts = TfidfTransformer().fit_transform(matrix)
        for place in np.flatnonzero(few):
            beyond = np.maximum(beyond, _beyond(texts, truths == place))
    beyond[~rest] = -np.inf
    alike = np.flatnonzero(beyond > 0)
    found = np.zeros(len(truths), bool)
    found[alike[np.argsort(-beyond[alike], kind="stable")][: rest.sum() // 2]] = True
    return found


def _beyond(texts: csr_matrix, own: npt.NDArray[np.bool_]) -> Floats:
    """By how much each text is beyond the bar of the texts of a small domain, which are own."""
    whole = np.asarray(texts[own].sum(axis=0)).ravel()
    likeness = np.asarray(texts @ whole).ravel()
    # Of its own sum a text is a part: what is left is the sum of the others.
    squares = np.asarray(texts[own].multiply(texts[own]).sum(axis=1)).ravel()
    others = np.sqrt(np.maximum(whole @ whole - 2 * likeness[own] + squares, TINY))
    bar = np.quantile((likeness[own] - squares) / others, TYPICAL)
    return np.asarray(likeness / np.sqrt(np.maximum(whole @ whole, TINY)) - bar)


def _vocabulary(texts: Sequence[Sequence[str]], groups: npt.NDArray[np.int64]) -> list[str]:
    times: Tally[str] = Tally()
    files = defaultdict(set)
    for text, group in zip(texts, groups.tolist(), strict=True):
        features = {part for word in set(text) for part in parts(word)}
        times.update(features)
        for feature in features:
            files[feature].add(group)
    found = sorted(feature for feature, count in times.items() if count >= FEWEST and len(files[feature]) >= FEWEST)
    if not found:
        raise InputError("no word stands in two articles of the corpus", "put more articles into it, ten a domain")
    return found


def _cross_validate(
    matrix: csr_matrix,
    densities: csr_matrix,
    truths: Truths,
    groups: npt.NDArray[np.int64],
    counts_for: Floats,
    c: float,
    count: Count,
) -> Floats:
    """The scores that each article gets from a model that has seen nothing of its subject file."""
    scores = np.zeros((len(truths), truths.max() + 1))
    folds = _folds(truths, groups)
    for fold in range(FOLDS):
        unseen, seen = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        if len(unseen):
            tfidf, learner = fit(matrix[seen], densities[seen], truths[seen], counts_for[seen], c)
            weights, bias = _binary_as_two(learner)
            scores[unseen] = hstack([tfidf.transform(matrix[unseen]), densities[unseen]], "csr") @ weights + bias
        count(1)
    return scores


def _folds(truths: Truths, groups: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """In which fold each article is judged: its whole subject file, and never all of a domain at once."""
    folds = np.zeros(len(truths), int)
    _, first, members = np.unique(groups, return_index=True, return_inverse=True)
    if len(first) >= FOLDS:
        for fold, (_, unseen) in enumerate(GroupKFold(FOLDS).split(truths, truths, groups)):
            folds[unseen] = fold
    if all(len(np.unique(folds[truths == place])) > 1 for place in np.unique(truths)):
        return folds
    # A file is of one domain, and a domain has several groups: dealt out one after the other they lie apart.
    dealt = np.empty(len(first), int)
    dealt[np.argsort(truths[first], kind="stable")] = np.arange(len(first)) % FOLDS
    return dealt[members]


def _binary_as_two(learner: LinearSVC) -> tuple[Floats, Floats]:
    """Weights, features by domains, and biases; of two domains scikit-learn keeps but one column."""
    weights, bias = learner.coef_.T, learner.intercept_
    return (weights, bias) if weights.shape[1] > 1 else (np.hstack([-weights, weights]), np.concatenate([-bias, bias]))
