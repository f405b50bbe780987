"""The verbs summarize and evaluate: text for eyes, lines for pipes, one line for a mistake."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from articles.article import dumps
from baozhai.cli import main

ROW = {
    "id": "x1",
    "headline": "市残联大会召开",
    "body": ["本报讯（记者李明）1月5日，市残联大会召开。大会选举了主席。大会听取了工作报告。（张三）"],
    "domain": "governance",
    "confidence": 0.97,
}


def call(*words: str, given: str = "") -> Result:
    """The command, called with words and standard input."""
    return CliRunner().invoke(main, words, input=given)


def test_lines_carry_what_came_in() -> None:
    """JSON lines keep every earlier field and gain summary and keywords."""
    done = call("summarize", "-", "--sentences", "1", given=dumps(ROW))
    row = json.loads(done.stdout)
    assert done.exit_code == 0
    assert ROW.items() <= row.items()
    assert row["summary"] == ["1月5日，市残联大会召开。"]
    assert "市残联大会" in dict(row["keywords"])
    assert "张三" not in dict(row["keywords"])


def test_jobs_change_nothing() -> None:
    """Two processes write what one writes, byte for byte."""
    given = "\n".join(dumps(ROW | {"id": str(at)}) for at in range(510))
    one, two = (call("summarize", "-", "--jobs", jobs, given=given) for jobs in ("1", "2"))
    assert one.stdout_bytes == two.stdout_bytes


def test_mistakes_are_one_line(tmp_path: Path) -> None:
    """A wrong call exits with 2, a file that is not there with 1, and neither with a traceback."""
    assert call("summarize", "-", "--sentences", "2", "--chars", "80").exit_code == 2
    for words in (("summarize", str(tmp_path / "no.txt")), ("evaluate", "summarize", str(tmp_path / "no.jsonl"))):
        done = call(*words)
        assert done.exit_code == 1
        assert "there is no such file; check the name" in done.stderr + str(done.exception)


def test_evaluates_a_gold_file(tmp_path: Path) -> None:
    """The table puts ours beside the lead, classic TextRank and the best possible."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(dumps(ROW | {"body": [ROW["body"][0] + "大会通过了决议，代表们一致同意。"]}), "utf-8")
    done = call("evaluate", "summarize", str(gold), "--format", "json")
    rows = json.loads(done.stdout)
    assert rows[0]["articles"] == 1
    assert set(rows[0]["shares"]) == {"ours", "lead", "classic", "best possible"}
    assert rows[0]["shares"]["best possible"][0] >= rows[0]["shares"]["ours"][0]
