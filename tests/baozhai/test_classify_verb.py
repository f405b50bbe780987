"""`baozhai classify` as a list for a spreadsheet."""

import csv
import json
from io import StringIO
from pathlib import Path

from click.testing import CliRunner

from baozhai.cli import main

STORIES = (
    ("=2+1：两校合并成一所", "本报讯 4月8日，青溪区两所小学合并，学生下周一搬进新校舍。"),
    ("+86开头的陌生来电别急着回", "本报讯 4月8日，岚川市公安局提醒市民，遇到陌生来电要求转账的，一律先核实。"),
    ("“新馆”开馆，读者盼来大书房", "本报讯 4月8日，云岭市图书馆新馆开馆，读者凭身份证入馆。"),
)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Excel reads the Chinese by the mark of UTF-8, runs nothing, and finds a row an article."""
    page = tmp_path / "2025-04-09-p01.txt"
    page.write_text("\n\n".join(line for story in STORIES for line in story), "utf-8")
    done = CliRunner().invoke(main, ["classify", str(page), "--format", "csv"])
    assert done.exit_code == 0
    assert done.stdout.startswith("\ufeffid,")
    head, *rows = csv.reader(StringIO(done.stdout.removeprefix("\ufeff")))
    headlines = [row[head.index("headline")] for row in rows]
    assert headlines == ["'" + STORIES[0][0], "'" + STORIES[1][0], STORIES[2][0]]


def test_no_label_is_certain(tmp_path: Path) -> None:
    """The table shows no 100%, nor does what explains it, however many words speak for a label."""
    day = tmp_path / "day.jsonl"
    text = "患者到医院门诊就医，医生接种疫苗，护士随访高血压患者，疾控中心防控传染病。" * 9
    day.write_text(json.dumps({"title": "医院门诊接种疫苗", "text": text}, ensure_ascii=False) + "\n", "utf-8")
    for form in (("--format", "table"), ("--explain",)):
        done = CliRunner().invoke(main, ["classify", str(day), *form])
        assert (done.exit_code, "卫生健康" in done.stdout, "99%" in done.stdout) == (0, True, True)
        assert "100%" not in done.stdout


def test_an_object_without_text_is_a_line(tmp_path: Path) -> None:
    """It is told with its cure, the rest is done, and the exit code is 1."""
    day = tmp_path / "day.jsonl"
    day.write_text('{"note": "春"}\n{"标题": "医院夜诊", "正文": "县医院开通夜间门诊。"}\n', "utf-8")
    done = CliRunner().invoke(main, ["classify", str(day), "--format", "jsonl"])
    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 1)
    assert json.loads(done.stdout)["domain"] == "health"
    assert done.stderr == f"{day}:1: it has neither headline nor body; give it title and text, or headline and body\n"
