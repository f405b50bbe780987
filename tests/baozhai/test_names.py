"""Names of pages: any bytes, any length, no file at all; one that cannot be read stops no other."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import baozhai
from articles.errors import Failure
from articles.files import MOST_BYTES
from baozhai.cli import main
from digest.render import RENDERERS
from tests.three_stories import LIBRARY
from tests.trained import MODELS

PAGE = "\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY))
NAMES = (
    b"2025-04-09\xb5\xda1\xb0\xe6.txt",
    b"\xd4\xc0\xb4\xa8\xff.txt",
    b"\x1b[31m\nesc.txt",
    "岚".encode("gbk") + b".md",
)


def call(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages whose names are no UTF-8, or no name that a line could hold."""
    home = tmp_path / os.fsdecode(b"d\xe4y")
    try:
        home.mkdir()
        for at, name in enumerate(NAMES):
            (home / os.fsdecode(name)).write_text(f"2025年4月{at + 1}日\n\n{PAGE}", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("no such name can be given here")
    return home


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_bytes_are_a_name(folder: Path, jobs: int) -> None:
    """The file is opened by its bytes; what is told of it is UTF-8 on one line."""
    (folder / os.fsdecode(b"empty\xb5.txt")).touch()
    words = [sys.executable, "-m", "baozhai", "read", os.fsencode(folder), "--format", "jsonl", "--jobs", str(jobs)]
    done = subprocess.run(words, capture_output=True, check=False)
    rows = list(map(json.loads, done.stdout.decode().splitlines()))
    assert (done.returncode, len(rows)) == (1, len(NAMES))
    assert sum("\ufffd" in row["source"] for row in rows) == len(rows)
    assert {row["body"][0] for row in rows} == {LIBRARY[0]}
    shown = f"{folder}".encode("utf-8", "replace").decode().replace("?", "\ufffd")
    assert done.stderr.decode() == f"{shown}/empty\ufffd.txt: the file is empty; extract the page's text again\n"


def test_an_archive_of_them_is_utf_8_in_every_format(folder: Path, tmp_path: Path) -> None:
    """Ids, records, and what each format says of a page that failed."""
    (folder / os.fsdecode(b"2025-04-09\xb5.txt")).touch()
    done = call(
        "digest", folder, "-o", tmp_path / "out", "--paper", os.fsdecode(b"\xb5"), "--format", ",".join(RENDERERS)
    )
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    files = sorted((tmp_path / "out").iterdir())
    assert sum(not file.name.startswith(".") for file in files) == 1 + len(RENDERERS) * len(NAMES)
    for file in files:
        assert os.fsencode(file.name).decode()
        if file.suffix not in (".docx", ".xlsx", ".eml"):
            assert isinstance(file.read_bytes().decode(), str)


@pytest.mark.parametrize("verb", ["read", "classify", "summarize", "digest", "review"])
@pytest.mark.parametrize(
    "name", ["", "x" * 300 + ".txt", "x/" * 3000, "circle.txt", "nowhere", "none.txt", "/dev/null"]
)
def test_what_cannot_be_read_stops_no_other(good: Path, verb: str, name: str) -> None:
    """One line for it, the others done, exit code 1; whichever is named first."""
    (good.parent / "circle.txt").symlink_to(good.parent / "circle.txt")
    (good.parent / "nowhere").symlink_to(good.parent / "gone")
    bad = str(good.parent / name) if name else ""
    for paths in ((bad, good), (good, bad)):
        done = call(verb, *paths)
        lines = done.stderr.splitlines()
        assert (done.exit_code, isinstance(done.exception, SystemExit), "新馆" in done.stdout or verb == "review") == (
            (1, True, True)
        )
        assert [line.startswith(f"{bad or chr(34) * 2}: ") for line in lines if "failed" not in line] == [True]


def test_a_folder_without_pages_stops_no_other(good: Path) -> None:
    """It is told as what failed; alone it is a wrong call."""
    (good.parent / "none").mkdir()
    done = call("read", good.parent / "none", good)
    assert (done.exit_code, "新馆" in done.stdout) == (1, True)
    assert done.stderr.startswith(f"{good.parent / 'none'}: no page here; looked for ")
    assert call("read", good.parent / "none").exit_code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".jsonl"])
def test_a_pipe_is_never_waited_for(good: Path, suffix: str) -> None:
    """Named alone or in a folder it is one line."""
    pipe = good.parent / f"pipe{suffix}"
    os.mkfifo(pipe)
    for paths in ((pipe, good), (good.parent, pipe)):
        done = call("read", *paths)
        assert (done.exit_code, "新馆" in done.stdout) == (1, True)
        assert f"{pipe}: this is a pipe or a device, no file; give it on standard input, as `-`\n" in done.stderr


def test_a_file_without_measure_is_one_line(good: Path) -> None:
    """It is not read."""
    with (good.parent / "huge.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    done = call("read", good.parent)
    assert (done.exit_code, done.stderr) == (
        1,
        f"{good.parent / 'huge.txt'}: it is larger than 512 MB; give it in parts\n",
    )


def test_a_locked_file_and_a_locked_folder_are_one_line_each(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where even to ask what lies there is refused, whoever runs this."""
    locked = good.parent / "locked"
    locked.mkdir()
    stat = os.stat

    def refusing(path: object, **ask: object) -> os.stat_result:
        if isinstance(path, str | Path) and Path(path).parent == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **ask)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr("os.stat", refusing)
    for verb in ("read", "digest"):
        done = call(verb, locked / "x.txt", good)
        assert (done.exit_code, "新馆" in done.stdout) == (1, True)
        line = f"{locked / 'x.txt'}: it cannot be read (Permission denied); check its name and permissions"
        assert done.stderr.splitlines()[0] == line


def test_the_library_tells_the_same(good: Path) -> None:
    """An empty name is not the working folder, a name with a null in it no traceback."""
    errors: list[Failure] = []
    articles = baozhai.read(["", "a\0b.txt", good], models=MODELS, errors=errors)
    assert (len(articles), [error.error.wrong for error in errors]) == (1, ["no file is called so"] * 2)


def test_a_paper_of_any_name_fits_into_a_files_name(good: Path) -> None:
    """Letters of four bytes and of one, in the format with the longest suffix and in Word."""
    for paper in ("𠮷" * 300, "a" * 300, "岚" * 300):
        out = good.parent / paper[:3]
        done = call("digest", good, "--paper", paper, "-o", f"{out}/", "--format", "ninjs,docx")
        assert (done.exit_code, len(list(out.glob("[!.]*")))) == (0, 2)


def test_output_needs_a_name(good: Path) -> None:
    """-o with nothing is a wrong call, not the working folder."""
    assert call("digest", good, "-o", "").exit_code == 2
