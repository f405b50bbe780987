"""Learns everything that the reader learns."""

from collections.abc import Sequence
from pathlib import Path

from articles.corpus import Labelled
from reading.train.classifiers import learn_openings, learn_wording
from reading.train.language import learn_language


def learn_reader(corpus: Sequence[Labelled], models: Path) -> None:
    """Writes the language, the openings and the wording of headlines into a folder."""
    learn_language(corpus, models)
    learn_openings(corpus, models)
    learn_wording(corpus, models)
