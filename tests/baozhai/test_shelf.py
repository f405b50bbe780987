"""Long lists: told as short ones are, whatever they hold, in memory that does not grow with them."""

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from articles import files, standard_input
from articles.article import Article
from baozhai import gather, shelf
from baozhai.cli import main
from baozhai.shelf import Shelf, is_long
from formats.jsonl import is_streamed
from tests.trained import MODELS

BODY = ["4月9日，岚川市知识产权保护中心揭牌，当天受理专利预审三十件。", "市民可以到窗口咨询商标注册和维权。"]
LINES = [
    {"id": "a", "headline": "专利窗口开了", "body": BODY, "date": "2025-04-09"},
    {"id": "b", "headline": "窗口人多", "body": [*BODY, "第二天又来了五十人。"], "date": "2025-04-10"},
    {"id": "a", "headline": "又一个窗口", "body": BODY[:1], "date": "2025-04-09"},
    {"id": "a-2", "headline": "第三个窗口", "body": BODY[1:], "date": "2025-04-09"},
    {"headline": "没有日期的窗口", "body": BODY},
    {"id": "c", "headline": "窗口（下）", "body": ["咨询。"], "date": "2025-04-10", "continued_from": "第1版"},
]


def listed(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "list.jsonl"
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines) + "{no JSON\n\n", "utf-8")
    return path


@pytest.mark.parametrize("call", [["classify"], ["classify", "--format", "csv"], ["summarize", "--chars", "40"]])
def test_a_long_list_is_told_as_a_short_one(call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lines in the same order, the same ids, jumps and failures, whether it waited in a file or not."""
    path = listed(tmp_path, *LINES)
    calls = ([*call, str(path)], None), ([*call, "-"], path.read_bytes()), ([*call, "-", str(path)], path.read_bytes())
    short = [CliRunner().invoke(main, words, input=data) for words, data in calls]
    monkeypatch.setattr(shelf, "LONG", 1)
    monkeypatch.setattr(shelf, "RUN", 2)
    monkeypatch.setattr(gather, "gather_articles", None)
    long = [CliRunner().invoke(main, words, input=data) for words, data in calls]
    assert [(told.output, told.exit_code) for told in long] == [(told.output, told.exit_code) for told in short]
    assert [told.exit_code for told in short] == [1, 1, 1]
    assert "list.jsonl:7" in short[0].output
    assert "stdin:7" in short[1].output


@pytest.mark.parametrize(
    "text", ["<html><body><p>市图书馆新馆今天开馆。</p></body></html>", "%PDF-1.4\n{}", "岚川日报\n\n新馆开馆"]
)
def test_what_is_no_list_is_read_at_once(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is called; on standard input whatever does not begin as a list does."""
    monkeypatch.setattr(shelf, "LONG", 1)
    path = tmp_path / "list.jsonl"
    path.write_text(text, "utf-8")
    assert is_long([str(path)]) is text.startswith("岚川")
    with CliRunner().isolation(input=text):
        assert not is_long(["-"])


def test_what_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is told of a short list: once, and nothing of it is read."""
    path = listed(tmp_path, *LINES)
    monkeypatch.setattr(shelf, "LONG", 1)
    monkeypatch.setattr(shelf, "MOST_BYTES", 9)
    monkeypatch.setattr(files, "MOST_BYTES", 9)
    monkeypatch.setattr(standard_input, "MOST_BYTES", 9)
    for words, data in (([str(path)], None), (["-"], path.read_bytes())):
        told = CliRunner().invoke(main, ["classify", *words], input=data)
        assert told.exit_code == 1
        assert told.output.count("larger than") == 1


@pytest.mark.parametrize("data", ["\ufeff{}\n".encode(), "{标题}\n".encode("gb18030"), "{题}\n".encode("utf-16")])
def test_other_encodings_are_read_at_once(data: bytes) -> None:
    """A mark, or bytes that are no UTF-8, ask for the whole file."""
    assert not is_streamed(BytesIO(data))
    assert is_streamed(BytesIO("{标题}\n".encode()))


def test_a_short_list_does_not_wait(tmp_path: Path) -> None:
    """Nor does a page, or a list beside a page."""
    path = listed(tmp_path, *LINES)
    assert not is_long([str(path)])
    assert not is_long([str(tmp_path), str(path)])


def test_a_shelf_gives_what_was_put_on_it() -> None:
    """Day by day; nothing of it is in memory before it is asked for."""
    articles = [Article(str(number), headline=f"第{number}条", body=tuple(BODY)) for number in range(600)]
    full = Shelf()
    for article in articles:
        full.put(article)
    assert len(full) == 600
    runs = list(full.runs(MODELS))
    assert [article for run in runs for article in run] == articles
    assert max(map(len, runs)) == shelf.RUN


def test_where_a_list_cannot_wait_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one line that names the place."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "LONG", 1)
    monkeypatch.setattr(shelf.pickle, "dump", full)
    told = CliRunner().invoke(main, ["classify", str(listed(tmp_path, *LINES))])
    assert told.exit_code == 1
    assert re.fullmatch(r"there is no room for these articles in .*; free some space there\n", told.output)


@pytest.mark.skipif(sys.platform == "win32", reason="there memory is counted otherwise")
@pytest.mark.parametrize("piped", [False, True])
def test_memory_does_not_grow_with_the_list(piped: bool, tmp_path: Path) -> None:
    """A list of 20 MB takes no more than 40 MB beyond what its first line takes."""
    row = json.dumps({"headline": "专利窗口开了", "body": BODY * 20}, ensure_ascii=False) + "\n"
    peaks = []
    for lines in (1, 20_000_000 // len(row.encode())):
        path = tmp_path / f"{lines}.jsonl"
        path.write_text(row * lines, "utf-8")
        peaks.append(_peak(path, piped))
    assert peaks[1] - peaks[0] < 40 << 10


def _peak(path: Path, piped: bool) -> int:
    """The most memory that classifying a list takes, in KB."""
    call = [sys.executable, "-m", "baozhai", "classify", "-" if piped else str(path)]
    code = f"import resource, subprocess; subprocess.run({call!r}, stdin=open({str(path)!r}), stdout=-3, check=True); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(told.stdout)
