"""`baozhai classify` as a list for a spreadsheet."""

import csv
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
