"""Learns everything that the reader learns."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.corpus import Labelled
from articles.language import load_language
from reading.model import ReaderModel, load_regression
from reading.train.classifiers import learn_openings, learn_wording
from reading.train.flow import learn_flow
from reading.train.language import learn_language


def learn_reader(corpus: Sequence[Labelled], models: Path) -> None:
    """Writes what the reader learns into a folder: language, openings, wording of headlines, flow of text blocks.

    The flow is learned from one half of the corpus by a reader that knows the other, since a paper's text is strange.
    """
    learn_language(corpus, models)
    learn_openings(corpus, models)
    wording = learn_wording(corpus, models)
    with TemporaryDirectory() as folder:
        known = corpus[::2]
        language, openings = learn_language(known, Path(folder)), learn_openings(known, Path(folder))
        reader = ReaderModel(load_language(language.parent), load_regression(openings), load_regression(wording), {})
    learn_flow(corpus[1::2] or corpus, reader, models)
