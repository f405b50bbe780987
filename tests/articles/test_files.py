"""Files: whole or not at all, folders too."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles import files
from articles.errors import Failure, InputError
from articles.files import clear_parts, exchanged, replaced_folder, write_file


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


def test_parts_of_killed_runs_are_cleared_and_no_others(tmp_path: Path) -> None:
    """What a living writer holds stays, and so does what only looks like a part."""
    for name in (".day.md.1-1.part", ".day.md.77-140.part", ".film.part", "day.1-1.part", ".day.md.part"):
        (tmp_path / name).write_text("ha")
    (tmp_path / ".models.1-2.part").mkdir()
    (tmp_path / ".models.1-2.part" / "a.npz").touch()
    code = "import sys, time; from pathlib import Path; from articles.files import _held\n"
    code += "with _held(Path(sys.argv[1])): print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path / ".b.1-3.part")], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        clear_parts(tmp_path)
        left = {".film.part", "day.1-1.part", ".day.md.part"}
        assert {path.name for path in tmp_path.iterdir()} == left | {".b.1-3.part"}
        other.kill()
    clear_parts(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == left


def test_one_file_by_many_threads(tmp_path: Path) -> None:
    """Each writes a part of its own; what stands there is always whole, and no part is left."""
    path, wrong = tmp_path / ("长" * 80 + ".txt"), []

    def write(letter: str) -> None:
        for _ in range(20):
            write_file(path, letter * 100_000)
            wrong.extend(text for text in [path.read_text()] if len(text) != 100_000 or len(set(text)) > 1)
            clear_parts(tmp_path)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, "abcd"))  # which raises what one of them raised
    assert (wrong, [one.name for one in tmp_path.iterdir()]) == ([], [path.name])


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody holds what another takes away")
def test_a_part_that_was_written_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its writer puts the old one in place and begins the next while somebody looks whether the old one is left."""
    part, path = tmp_path / ".a.1-2.part", tmp_path / "a"
    part.write_text("old")
    lock = files._lock

    def late(number: int, wait: bool) -> None:
        part.replace(path)
        part.write_text("new")
        lock(number, wait)

    monkeypatch.setattr(files, "_lock", late)
    clear_parts(tmp_path)
    assert (part.read_text(), path.read_text()) == ("new", "old")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such step")
def test_folders_change_places_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody ever finds none: no folder is moved away before the other is there. A link stays one."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "one" / "a").touch()
    if not exchanged(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this disk cannot")
    assert (tmp_path / "other" / "a").exists()
    assert not exchanged(tmp_path / "one", tmp_path / "none")
    (tmp_path / "models").symlink_to("one")
    monkeypatch.setattr(Path, "replace", lambda *_: pytest.fail("it was moved"))
    with replaced_folder(tmp_path / "models") as fresh:
        (fresh / "new").touch()
    assert (tmp_path / "one" / "new").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["models", "one", "other"]


def test_where_a_disk_cannot_a_killed_swap_is_put_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old one is set aside and put back by the next run, or taken away where the new one is there."""
    monkeypatch.setattr(files, "exchanged", lambda *_: False)
    folder, aside = tmp_path / "models", tmp_path / ".models.1-1.old"
    for names in ([aside], [aside, folder], [folder]):
        for one in names:
            one.mkdir(exist_ok=True)
            (one / one.name).touch()
        with pytest.raises(ZeroDivisionError):
            _half(folder)
        assert [path.name for path in tmp_path.iterdir()] == ["models"]
        assert (folder / names[-1].name).exists()
        with replaced_folder(folder) as fresh:
            (fresh / "new").touch()
        assert [path.name for path in folder.iterdir()] == ["new"]
        assert [path.name for path in tmp_path.iterdir()] == ["models"]
