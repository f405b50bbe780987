"""Long lists: told as short ones are, whatever they hold, in memory that does not grow with them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from articles.article import Article
from baozhai import shelf
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
    path = str(listed(tmp_path, *LINES))
    short = CliRunner().invoke(main, [*call, path])
    monkeypatch.setattr(shelf, "LONG", 1)
    monkeypatch.setattr(shelf, "RUN", 2)
    long = CliRunner().invoke(main, [*call, path])
    assert is_long([path])
    assert (long.output, long.exit_code) == (short.output, short.exit_code)
    assert short.exit_code == 1
    assert "list.jsonl:7" in short.output


@pytest.mark.parametrize("data", ["\ufeff{}\n".encode(), "{标题}\n".encode("gb18030"), "{题}\n".encode("utf-16")])
def test_other_encodings_are_read_at_once(data: bytes, tmp_path: Path) -> None:
    """A mark, or bytes that are no UTF-8, ask for the whole file."""
    path = tmp_path / "list.jsonl"
    path.write_bytes(data)
    assert not is_streamed(path)
    path.write_bytes("{标题}\n".encode())
    assert is_streamed(path)


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


@pytest.mark.skipif(sys.platform == "win32", reason="there memory is counted otherwise")
def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    """A list of 20 MB takes no more than 40 MB beyond what its first line takes."""
    row = json.dumps({"headline": "专利窗口开了", "body": BODY * 20}, ensure_ascii=False) + "\n"
    peaks = []
    for lines in (1, 20_000_000 // len(row.encode())):
        path = tmp_path / f"{lines}.jsonl"
        path.write_text(row * lines, "utf-8")
        peaks.append(_peak(path))
    assert peaks[1] - peaks[0] < 40 << 10


def _peak(path: Path) -> int:
    """The most memory that classifying a list takes, in KB."""
    call = [sys.executable, "-m", "baozhai", "classify", str(path)]
    code = f"import resource, subprocess; subprocess.run({call!r}, stdout=subprocess.DEVNULL, check=True); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(told.stdout)
