"""The standard streams: a terminal obeys no page, a pipe gets its text to the letter, closed and full ones are told."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from baozhai.streams import Shown, ready, tame
from tests.three_stories import LIBRARY

pty = pytest.importorskip("pty", reason="there are no terminals here")

BAOZHAI = (sys.executable, "-m", "baozhai")
EVIL = "春\x1b[31m\x07\x9b2J\u202e倒\u2066\u2028\x00\x7f\r。"
OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
ROW = {"id": f"a{EVIL}", "source": EVIL, "date": "2025-04-09", "byline": EVIL, "captions": [EVIL]}
LOUD = "import baozhai.progress; baozhai.progress.LATE = 0.0; from baozhai.cli import main; main()"
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """Articles and pages full of what a terminal obeys, and some that fail with it in their names."""
    row = ROW | {"headline": f"图书馆{EVIL}", "body": [f"新馆开馆{EVIL}"]}
    lines = (json.dumps(row), json.dumps(row | {"id": "b", "page": EVIL}))
    (tmp_path / "evil.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "day").mkdir()
    page = "\n\n".join((f"云岭市图书馆{EVIL[:-2]}开馆", *LIBRARY))
    (tmp_path / "day" / "2025-04-09-p01\x1b[2J\u202e\x9b\n.txt").write_text(page, "utf-8")
    (tmp_path / "day" / "\x1b]0;empty\x07\u202e\n.txt").touch()
    return tmp_path


def on_a_terminal(command: Sequence[str], folder: Path) -> tuple[int, str]:
    """The exit code of a command whose standard streams are a terminal, and what the terminal got."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=folder) as done:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 1 << 16):
                shown += part
        except OSError:  # how the system says that nobody writes there any more
            pass
        os.close(ours)
    return done.returncode, shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "words",
    [
        "read evil.jsonl day",
        "read evil.jsonl --format jsonl",
        "read day --explain",
        "classify evil.jsonl day",
        "classify evil.jsonl --format csv",
        "classify evil.jsonl day --explain",
        "summarize evil.jsonl day",
        "summarize evil.jsonl day --explain",
        "digest evil.jsonl day --format md",
        "digest evil.jsonl --format json",
        "digest evil.jsonl --format csv",
        "digest day -o \x1b[31m\u202e/",
        "review evil.jsonl --unsure 1",
        "correct a\x1b[31m health evil.jsonl",
        "read \x1b[31m\u202e.txt",
        "evaluate classify \x1b[31m.jsonl",
    ],
)
def test_a_terminal_obeys_no_page(evil: Path, words: str) -> None:
    """From any verb, on standard output and on standard error: what would be obeyed is shown as U+FFFD."""
    quiet = LOUD.replace("0.0", "9e9")
    code, shown = on_a_terminal([sys.executable, "-c", quiet, *words.split(" ")], evil)
    assert ("\ufffd" in shown, OBEYED.findall(shown), "Traceback" in shown) == (True, [], False)
    assert code in (0, 1)


def test_nor_while_a_bar_is_drawn(evil: Path) -> None:
    """The bar itself is drawn, and nothing of a name goes to the terminal between its parts."""
    shown = on_a_terminal([sys.executable, "-c", LOUD, "read", "day"], evil)[1]
    assert "\x1b[?25l" in shown
    assert not re.search("\x1b\\]0|\x07|\u202e|\x9b|\x1b\\[2J", shown)


def test_a_pipe_gets_the_text_as_it_is(tmp_path: Path) -> None:
    """Colours in a page are characters of it like any other."""
    row = {"id": "a\x1b[31m\u202e", "headline": "新馆开馆", "body": ["新馆今天开馆。"]}
    command = [*BAOZHAI, "read", "-", "--format", "text"]
    given = json.dumps(row).encode()
    text = subprocess.run(command, input=given, capture_output=True, check=True).stdout
    again = subprocess.run([*BAOZHAI, "read", "-"], input=text, capture_output=True, check=True).stdout
    first = subprocess.run([*BAOZHAI, "read", "-"], input=given, capture_output=True, check=True).stdout
    assert json.loads(again) == json.loads(first)
    assert json.loads(first)["id"] == row["id"]


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line for the shell, in which $B is the command."""
    call = {**os.environ, "B": " ".join(BAOZHAI), "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=call, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.parametrize(
    "line",
    [
        "$B read a.txt >&-",
        "$B --help >&-",
        "$B read - <&-",
        pytest.param("$B --help >/dev/full", marks=full),
        pytest.param("$B read --help >/dev/full", marks=full),
        pytest.param("$B --version >/dev/full", marks=full),
        pytest.param("$B read a.txt >/dev/full", marks=full),
        pytest.param(
            "$B digest a.txt --format docx >/dev/full 2>told; code=$?; head -1 told >&2; exit $code", marks=full
        ),
    ],
)
def test_closed_and_full_streams_are_one_line(tmp_path: Path, line: str) -> None:
    """With exit code 1, and no traceback at the end."""
    (tmp_path / "a.txt").write_text("\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY)), "utf-8")
    done = shell(line, tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "; " in done.stderr


@pytest.mark.parametrize("end", ["2>&-", "<&-", "2>&- <&-", pytest.param("2>/dev/full", marks=full)])
def test_what_is_not_needed_may_be_closed(tmp_path: Path, end: str) -> None:
    """The articles come out, and nothing is written into a file that was opened in a closed stream's place."""
    page = "\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY))
    (tmp_path / "a.txt").write_text(page, "utf-8")
    done = shell(f"$B read a.txt {end}", tmp_path)
    assert (done.returncode, "新馆" in done.stdout) == (0, True)
    failing = shell(f"$B read none.txt a.txt {end}", tmp_path)
    assert (failing.returncode, failing.stdout) == (1, done.stdout)
    written = shell(f"$B digest a.txt -o a.html >&- {end}", tmp_path)
    assert (written.returncode, (tmp_path / "a.html").read_text("utf-8")[:15]) == (0, "<!DOCTYPE html>")
    assert (tmp_path / "a.txt").read_text("utf-8") == page


def test_input_without_end_stops(tmp_path: Path) -> None:
    """At the limit that the README tells."""
    done = shell("$B read - </dev/zero", tmp_path)
    assert (done.returncode, done.stderr) == (1, "-: it is larger than 512 MB; give it in parts\n")
    assert "512 MB" in (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_a_stream_is_wrapped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often the command is called in one process."""
    monkeypatch.setattr("sys.stdout", sys.stdout)
    monkeypatch.setattr("sys.stderr", sys.stderr)
    ready()
    first = sys.stdout
    ready()
    assert isinstance(first, Shown)
    assert sys.stdout is first
    assert tame("春\t耕\r\n") == "春\t耕\n"
