"""`baozhai digest` and `baozhai watch`: where things go, what is told, what is not done again."""

import json
import os
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from articles.article import dumps, to_json
from articles.errors import InputError
from articles.files import write_file
from baozhai.cli import main
from baozhai.run import DigestOptions
from baozhai.verbs.watch import _refresh
from digest.render import RENDERERS
from digest.story import Digest
from tests.invented import DAY, day

PAGE = (
    "市政协召开主席会议\n\n本报讯（记者周岚）4月24日，市政协召开主席会议，研究老旧小区改造协商议政工作。"
    "会议指出，要走进小区听民意。\n"
)


def baozhai(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["digest", *map(str, arguments)])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The invented day and the day after, as articles already cut."""
    file = tmp_path / "articles.jsonl"
    first = [story.article for story in day().stories]
    second = [replace(article, id=f"b{n}", date=DAY + timedelta(1)) for n, article in enumerate(first[:4])]
    file.write_text("".join(dumps(to_json(article)) + "\n" for article in first + second), "utf-8")
    return file


def test_one_file_by_its_suffix(articles: Path, tmp_path: Path) -> None:
    """`-o FILE` decides the format, and the closing line tells what was done and where it is."""
    done = baozhai(articles, "--date", DAY, "--paper", "云岭日报", "-o", tmp_path / "a.json")
    assert (done.exit_code, done.stdout) == (0, "")
    digest = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (digest["date"], digest["paper"], digest["pages"]) == (DAY.isoformat(), "云岭日报", 3)
    sections = {section["domain"]: len(section["stories"]) for section in digest["sections"]}
    assert sum(sections.values()) + len(digest["unsure"]) == 9
    assert done.stderr.splitlines() == [
        "4 inputs of other days passed over",
        f"3 pages, 9 stories, {len(digest['unsure'])} unsure, 0 failed: {tmp_path / 'a.json'}",
    ]


def test_standard_output_is_html(articles: Path) -> None:
    """Without -o the page goes to standard output."""
    done = baozhai(articles)
    assert (done.exit_code, done.stdout[:15]) == (0, "<!DOCTYPE html>")
    assert "云岭专利转化“加速跑”" in done.stdout


def test_archive(articles: Path, tmp_path: Path) -> None:
    """A folder gets each day in each format, an index, and at the next run only what has changed or is broken."""
    out = tmp_path / "out"
    ask = (articles, "-o", out, "--paper", "云岭日报", "--format", "html,docx")
    assert baozhai(*ask).exit_code == 0
    names = [f"{DAY + timedelta(n)}-云岭日报.{suffix}" for n in (0, 1) for suffix in ("docx", "html")]
    assert sorted(file.name for file in out.iterdir()) == [".baozhai.json", ".baozhai.lock", *names, "index.html"]
    assert all(f'href="{name}"' in unquote((out / "index.html").read_text("utf-8")) for name in names)
    first = {name: ((out / name).stat().st_mtime_ns, (out / name).read_bytes()) for name in names}
    (out / names[0]).write_bytes(b"half a fi")
    rows = articles.read_text("utf-8").replace('"b0", ', '"b9", ')
    articles.write_text(rows, "utf-8")
    assert baozhai(*ask).exit_code == 0
    second = {name: ((out / name).stat().st_mtime_ns, (out / name).read_bytes()) for name in names}
    assert second[names[0]][1] == first[names[0]][1]
    assert second[names[3]] != first[names[3]]
    third = baozhai(*ask)
    assert {name: ((out / name).stat().st_mtime_ns, (out / name).read_bytes()) for name in names} == second
    assert third.stderr.startswith("2 days, ")


def test_another_method_makes_the_archive_anew(articles: Path, tmp_path: Path) -> None:
    """What a digest was made with counts: with `--method classic` a day's file is another."""
    baozhai(articles, "--date", DAY, "-o", tmp_path / "out", "--format", "json")
    file = tmp_path / "out" / f"{DAY}.json"
    default = file.read_bytes()
    baozhai(articles, "--date", DAY, "-o", tmp_path / "out", "--format", "json", "--method", "classic")
    assert file.read_bytes() != default
    assert json.loads(file.read_bytes())["date"] == DAY.isoformat()


def test_jobs_change_nothing(articles: Path, tmp_path: Path) -> None:
    """Any number of jobs gives the same bytes."""
    for jobs in (1, 2):
        assert baozhai(articles, "-o", tmp_path / str(jobs), "--jobs", jobs, "--format", "html,xlsx").exit_code == 0
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / str(jobs)).iterdir()} for jobs in (1, 2))
    assert one == two


def test_failures_stand_on_one_line_each(articles: Path, tmp_path: Path) -> None:
    """What cannot be read is told and shown, the rest is done, the exit code is 1."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    done = baozhai(articles, tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "gone.txt", "--format", "json")
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines[:3]] == [
        str(tmp_path / name) for name in ("empty.txt", "binary.txt", "gone.txt")
    ]
    assert all("; " in line for line in lines[:3])
    assert lines[3].endswith("3 failed")
    assert json.loads(done.stdout)["failures"] == lines[:3]


def test_a_missing_model_is_one_line(articles: Path, tmp_path: Path) -> None:
    """No model, no traceback."""
    done = baozhai(articles, "--models", tmp_path / "none")
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "; " in done.stderr


def test_a_format_that_fails_is_one_line(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are there, the exit code is 1; of a file alone, of an archive, and of a watched folder."""

    def broken(_: Digest) -> str:
        raise ValueError("exceeded the limit, got:\n\n岚")

    monkeypatch.setitem(cast(dict[str, object], RENDERERS), "docx", broken)
    alone = baozhai(articles, "--date", DAY, "-o", tmp_path / "a.docx")
    told = "no docx can be made of it (ValueError); take another --format"
    assert (alone.exit_code, alone.stderr.splitlines()[1:]) == (1, [f"{tmp_path / 'a.docx'}: {told}"])
    both = baozhai(articles, "-o", tmp_path / "out", "--format", "docx,html,md")
    days = [f"{DAY + timedelta(n)}" for n in (0, 1)]
    assert (both.exit_code, both.stderr.splitlines()[:-1]) == (
        1,
        [f"{tmp_path / 'out' / day}.docx: {told}" for day in days],
    )
    names = [*(f"{day}.{suffix}" for day in days for suffix in ("html", "md")), "index.html"]
    assert [name for name in sorted(os.listdir(tmp_path / "out")) if not name.startswith(".")] == names
    call = DigestOptions(output=str(tmp_path / "watched"), formats=("docx", "md"))
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "2025-04-25-p01.txt").write_text(PAGE, "utf-8")
    _refresh([str(tmp_path / "drop" / "2025-04-25-p01.txt")], tmp_path / "drop", call)
    assert list((tmp_path / "watched").glob("[!.]*")) == [tmp_path / "watched" / "2025-04-25.md"]
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (["--format", "htm"], "--format: there is no format 'htm'; write 'html'"),
        (["--format", "html,docx"], "several formats need a folder; say -o FOLDER"),
        (["-o", "day.pdf"], "day.pdf: no format is written so; the formats are html, md"),
        (["--date", "1999-01-01"], "no page of 1999-01-01 here; the days are 2025-04-25, 2025-04-26"),
        (["--sentences", "2", "--chars", "80"], "contradict each other; say one of them"),
        (["--date", "yesterday"], "Invalid value for '--date'"),
    ],
)
def test_a_wrong_call(articles: Path, ask: list[str], told: str) -> None:
    """A call that is wrong ends with 2 and the cure."""
    done = baozhai(articles, *ask)
    assert (done.exit_code, told in done.stderr) == (2, True)


def test_markdown_is_not_put_among_the_pages(tmp_path: Path) -> None:
    """A digest that would be read as a page at the next run is refused."""
    (tmp_path / "2025-04-25-p01.txt").write_text(PAGE, "utf-8")
    done = baozhai(tmp_path, "-o", tmp_path / "today.md")
    assert (done.exit_code, "put it elsewhere" in done.stderr) == (2, True)


def test_profile_beside_the_pages(articles: Path, tmp_path: Path) -> None:
    """The profile says paper, domains and their order, length, formats and words; the call wins; a slip ends with 2."""
    profile = tmp_path / "baozhai.toml"
    text = 'paper = "云岭日报"\ndomains = ["卫生健康", "ip"]\nsentences = 1\nnever = ["夜间门诊"]\n'
    profile.write_text(text, "utf-8")
    digest = json.loads(baozhai(articles, "--format", "json").stdout)
    assert digest["paper"] == "云岭日报"
    assert [section["domain"] for section in digest["sections"]][:2] == ["health", "ip"]
    assert "含不收的词“夜间门诊”" in [out["reason"] for out in digest["left_out"]]
    assert max(len(story["summary"]) for section in digest["sections"] for story in section["stories"]) == 1
    digest = json.loads(baozhai(articles, "--format", "json", "--paper", "晚报", "--sentences", 2).stdout)
    assert digest["paper"] == "晚报"
    profile.write_text('domains = ["healht"]\n', "utf-8")
    done = baozhai(articles)
    assert (done.exit_code, f"{profile}: there is no domain 'healht'; write 'health'" in done.stderr) == (2, True)


def test_writing_is_whole_or_not_at_all(tmp_path: Path) -> None:
    """A write that breaks leaves the old file whole; what a killed run left is taken away by the next."""
    file = tmp_path / "day.html"
    write_file(file, "old")
    part = tmp_path / f".day.html.{os.getpid()}-{threading.get_ident()}.part"
    part.mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_file(file, "new")
    assert file.read_text() == "old"
    part.rmdir()
    (tmp_path / ".day.html.1-1.part").write_text("ne")
    page = tmp_path / "2025-04-09-p01.txt"
    page.write_text("夜间门诊开通\n\n县医院本周开通夜间门诊。\n", "utf-8")
    assert baozhai(page, "-o", file).exit_code == 0
    assert sorted(os.listdir(tmp_path)) == [page.name, "day.html"]
