"""Files: whole or not at all, folders too."""

from pathlib import Path

import pytest

from articles.errors import Failure, InputError
from articles.files import replaced_folder, write_file


def test_a_folder_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    """The old one stands until then, and stays if anything goes wrong; nothing else is left behind."""
    folder = tmp_path / "models"
    for content in ("old", "new"):
        with replaced_folder(folder) as fresh:
            (fresh / content).touch()
            assert not folder.exists() or [path.name for path in folder.iterdir()] == ["old"]
    with pytest.raises(ZeroDivisionError):
        _half(folder)
    assert [path.name for path in folder.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["models"]


def _half(folder: Path) -> None:
    """Something goes wrong while a folder is written."""
    with replaced_folder(folder) as fresh:
        (fresh / "half").touch()
        raise ZeroDivisionError


def test_text_and_bytes_are_written(tmp_path: Path) -> None:
    """Text as UTF-8, half a character as ?; the bytes written are given back; folders are made on the way."""
    path = tmp_path / "a" / "b.txt"
    assert write_file(path, "春\ud83d") == path.read_bytes() == "春?".encode()
    assert write_file(path, b"\xff") == path.read_bytes() == b"\xff"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """On one line with the cure."""
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"cannot be written.*; name another place"):
        write_file(tmp_path / "file" / "b.txt", "春")
    with pytest.raises(InputError, match="cannot be written"), replaced_folder(tmp_path / "file" / "models"):
        pass


def test_a_failure_names_its_source() -> None:
    """As the line that is told, and as the error that is raised."""
    failure = Failure("p1.txt", InputError("it is empty", "send it again"))
    assert str(failure) == str(failure.named()) == "p1.txt: it is empty; send it again"
