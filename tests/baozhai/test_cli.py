"""The command as a whole: what every verb promises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from articles.errors import InputError

BAOZHAI = [sys.executable, "-c", "from baozhai.cli import main; main()"]
ROW = {
    "id": "a",
    "headline": "县医院开通夜间门诊",
    "body": ["县医院本周开通夜间门诊。"],
    "desk": "要闻部",
    "domain": "health",
}


def baozhai(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command run as a shell runs it."""
    return subprocess.run([*BAOZHAI, *words], input=stdin, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("verb", ["read", "classify", "summarize"])
def test_a_verb_adds_fields_and_takes_none_away(verb: str) -> None:
    """What a JSON line says of its article comes out again, unless the verb itself says it anew."""
    row = json.loads(baozhai(verb, "-", "--format", "jsonl", stdin=json.dumps(ROW)).stdout)
    assert row.keys() >= ROW.keys()
    assert {key: row[key] for key in ("id", "headline", "body", "desk")} == {
        key: ROW[key] for key in ("id", "headline", "body", "desk")
    }


def test_a_fault_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What no verb can mend ends in one line with its cure and exit code 1, never in a traceback."""
    from click.testing import CliRunner

    from baozhai.cli import main

    def broken(*_: object) -> object:
        raise InputError("models/language.npz is missing", "run `make train`")

    monkeypatch.setattr("baozhai.gather.read_days", broken)
    page = tmp_path / "p.txt"
    page.write_text("本报讯 今天下雨了。", "utf-8")
    result = CliRunner().invoke(main, ["read", str(page)])
    assert (result.exit_code, result.stderr) == (1, "models/language.npz is missing; run `make train`\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_line() -> None:
    """Output that cannot be written is told on one line."""
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*BAOZHAI, "read", "-"],
            input=b"\xe6\x9c\xac\xe6\x8a\xa5\xe8\xae\xaf\xe3\x80\x82" * 4000,
            stdout=full,
            stderr=-1,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1
