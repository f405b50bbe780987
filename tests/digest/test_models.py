"""Models: each is of one training, whenever its folder changes places with a new one."""

import os
import pickle
import shutil
from pathlib import Path

import pytest

from articles.errors import InputError
from articles.files import replaced_folder
from digest.models import Models
from tests.trained import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of models."""
    shutil.copytree(FOLDER, tmp_path / "models")
    return tmp_path / "models"


def train(folder: Path) -> None:
    """As `train` does: a new folder takes the place of the old one in one step."""
    with replaced_folder(folder) as fresh:
        shutil.copytree(FOLDER, fresh, dirs_exist_ok=True)
        (fresh / "new").touch()


def test_what_changes_while_it_is_loaded_is_loaded_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of it was of the old training."""
    seen = []

    def load(models: Path) -> list[bool]:
        halves = [(models / "new").exists()]
        if not seen:
            train(models)
        halves.append((models / "new").exists())
        seen.append(halves)
        return halves

    monkeypatch.setattr("classify.model.load", load)
    assert Models(folder).classifier == [True, True]
    assert seen == [[False, True], [True, True]]


def test_what_fails_while_it_changes_is_loaded_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files of two trainings do not fit; what is broken and stays is told."""

    def load(models: Path) -> str:
        if (models / "new").exists():
            return "whole"
        train(models)
        raise InputError("it is broken", "run make train")

    monkeypatch.setattr("classify.model.load", load)
    assert Models(folder).classifier == "whole"
    (folder / "language.npz").write_bytes(b"broken")
    with pytest.raises(InputError, match="broken"):
        _ = Models(folder).language


def test_the_reader_takes_the_language_of_its_own_training(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That which is loaded already, or another where `train` came between."""
    given = []
    monkeypatch.setattr("reading.model.load_reader", lambda folder, language: given.append(language))
    for changes in (False, True):
        models = Models(folder)
        language = models.language
        if changes:
            train(folder)
        _ = models.reader
        assert given.pop() is (None if changes else language)
        assert models.language is language


def test_another_process_reads_for_itself_and_once(folder: Path) -> None:
    """Until there is another training."""
    first, again = (pickle.loads(pickle.dumps(Models(folder))) for _ in range(2))
    assert first is again
    train(folder)
    trained = pickle.loads(pickle.dumps(Models(folder)))
    assert trained is not first
    os.utime(folder, ns=(1, 1))  # as where a file in it is exchanged by hand
    assert pickle.loads(pickle.dumps(Models(folder))) is not trained
