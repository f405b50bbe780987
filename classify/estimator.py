"""The classifier as scikit-learn's users know classifiers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import InputError
from articles.workers import Count, uncounted
from classify.domains import Domain
from classify.learn import C, Training, learn
from classify.measured import NONE, Measured
from classify.model import Model, probabilities
from formats.listed import COLUMNS, bare

Floats = npt.NDArray[np.float64]
NAMED = ("headline", "kicker", "subhead", "body")


class DomainClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Gives texts one of several labels: the recipe by which `baozhai train` learns, as a scikit-learn estimator.

    X: strings (paragraphs on lines of their own) or Articles, in a list, an array or a column of pandas; or a table of
    pandas with columns such as 标题 and 正文. y: their labels, of any kind that can be sorted.

    C: what an error costs the support vector machines. domains: the taxonomy whose signs and names count, by default
    what y says; measured: what real papers said, by default nothing.

    After `fit`: classes_ (the labels, sorted), model_ (what labels, with evidence), training_ (what it was made of).
    """

    def __init__(
        self,
        *,
        C: float = C,
        domains: tuple[Domain, ...] | None = None,
        measured: Measured = NONE,
    ) -> None:
        self.C = C
        self.domains = domains
        self.measured = measured

    def fit(
        self,
        X: Any,
        y: Iterable[Any],
        sample_weight: Iterable[float] | None = None,
        count: Count = uncounted,
    ) -> Self:
        """Learns from texts and their labels; sample_weight: what each counts for; count: called at each step.

        Raises InputError where there are fewer than two labels, one has fewer than two texts, or X holds no texts.
        """
        articles, labels = as_articles(X), np.asarray(list(y))
        if len(articles) != len(labels):
            raise InputError(f"{len(articles)} texts have {len(labels)} labels", "give a label for each")
        self.classes_ = np.unique(labels)
        if len(self.classes_) < 2:
            raise InputError("the labels are all the same", "give texts of two labels or more")
        domains = self.domains or tuple(Domain(str(label), str(label)) for label in self.classes_.tolist())
        corpus = tuple(replace(one, domain=str(label)) for one, label in zip(articles, labels.tolist(), strict=True))
        weights = np.ones(len(corpus)) if sample_weight is None else np.asarray(list(sample_weight), float)
        self.training_: Training = learn(domains, corpus, weights, self.measured, self.C, count)
        self.model_: Model = self.training_.model
        return self

    def predict_proba(self, X: Any) -> Floats:
        """The calibrated probability of each of classes_, texts by labels, each row summing to 1."""
        scores = self._scores(X)
        return probabilities(scores, self.model_.inverse_temperature)

    def decision_function(self, X: Any) -> Floats:
        """The linear score of each of classes_, texts by labels; of two labels that of the second, one a text."""
        scores = self._scores(X)
        return np.asarray(scores[:, 1] if len(self.classes_) == 2 else scores)

    def predict(self, X: Any) -> npt.NDArray[Any]:
        """The label of each text."""
        best = self._scores(X).argmax(axis=1)
        return np.asarray(self.classes_[best])

    def _scores(self, X: Any) -> Floats:
        check_is_fitted(self)
        places = {domain.key: place for place, domain in enumerate(self.model_.domains)}
        return self.model_.scores(as_articles(X))[:, [places[str(label)] for label in self.classes_.tolist()]]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        return tags


def as_articles(texts: Any) -> list[Labelled]:
    """Texts of any of the kinds that DomainClassifier takes as articles without a label, each its own subject."""
    if hasattr(texts, "columns"):
        return [_row(row, str(at)) for at, row in enumerate(_rows(texts))]
    if isinstance(texts, str):
        raise InputError("one string is no list of texts", "put it into a list")
    return [_article(text, str(at)) for at, text in enumerate(_flat(texts))]


def _flat(texts: Any) -> Sequence[Any]:
    """The texts of a list, a column, or an array of one column."""
    if getattr(texts, "ndim", 1) == 2 and texts.shape[1] == 1:
        texts = texts[:, 0]
    return list(texts)


def _article(text: Any, subject: str) -> Labelled:
    if isinstance(text, Labelled):
        return text
    if isinstance(text, Article):
        # In this order the classifier reads them.
        body = (*text.captions, *text.body)
        return Labelled("", subject, text.headline or "", body, text.kicker, text.subhead)
    if text is None or text != text:  # pandas' nothing is not equal to itself
        text = ""
    if not isinstance(text, str):
        raise InputError(f"{text!r} is neither a string nor an Article", "give texts")
    return Labelled("", subject, "", tuple(text.split("\n")))


def _rows(table: Any) -> list[dict[str, str]]:
    """The cells of a table of pandas by field; a table of one column holds texts, whatever it is called."""
    names = [COLUMNS.get(bare(str(name))) for name in table.columns]
    if len(names) == 1:
        names = ["body"]
    if "body" not in names and "headline" not in names:
        columns = "、".join(map(str, table.columns))
        raise InputError(f"no column holds texts ({columns})", "call the one that does 正文 or text")
    return [
        {name: cell for name, cell in zip(names, row, strict=True) if name in NAMED and isinstance(cell, str)}
        for row in table.itertuples(index=False, name=None)
    ]


def _row(cells: Mapping[str, str], subject: str) -> Labelled:
    body = tuple(cells.get("body", "").split("\n"))
    return Labelled("", subject, cells.get("headline", ""), body, cells.get("kicker"), cells.get("subhead"))
