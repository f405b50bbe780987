"""Learning the reader: all its models at once, of a corpus that fits on a page."""

from pathlib import Path

import pytest

from reading.model import load_reader
from reading.train import language
from reading.train.reader import learn_reader
from tests.reading.train.test_classifiers import CORPUS


def test_what_is_learned_is_what_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of models holds all that the reader asks for, and no more."""
    monkeypatch.setattr(language, "_dictionary", lambda: iter([("图书馆", 1.0)]))
    learn_reader(CORPUS, tmp_path)
    assert load_reader(tmp_path).openings.keys.size
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "flow.npz",
        "language.npz",
        "openings.npz",
        "wording.npz",
    ]
