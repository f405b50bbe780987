"""The archive: a file a day and format, made again when it must be and never else."""

import datetime
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from filelock import FileLock, Timeout

import archive.archive
import archive.record
import articles.files
from archive.archive import LOCK, base_name, update_archive
from archive.record import FIELDS, MANIFEST, read_manifest
from articles.article import Article
from articles.errors import InputError
from articles.files import write_file
from digest.issue import DigestConfig, Issue
from digest.profile import Profile
from digest.render import RENDERERS, SUFFIXES
from digest.story import Digest
from summarize.length import Length
from tests.trained import MODELS

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2025, 4, 25)
RECORD = {
    "key": "k",
    "files": {"md": {"name": "a.md", "sha256": ""}},
    "date": "2025-04-25",
    "paper": None,
    "pages": 1,
    "stories": 1,
    "unsure": 0,
    "failures": [],
    "domains": [["其他", 1]],
    "lines": ["县医院开通夜间门诊。"],
}
CONFIG = DigestConfig(MODELS, Length(sentences=1), Profile(paper="云岭日报"))


def issue(day: int, text: str = "县医院本周开通夜间门诊。") -> Issue:
    """A day with one story."""
    date = DAY + datetime.timedelta(day)
    return Issue(date, (Article(f"{date}-a", date=date, page=1, headline="夜间门诊开通", body=(text,)),))


def made(
    folder: Path, days: Iterable[Issue], formats: tuple[str, ...] = ("md",), config: DigestConfig = CONFIG
) -> list[str]:
    """The days that an update had to make."""
    return [record["date"] for record, fresh in update_archive(folder, list(days), formats, config, 1) if fresh]


def test_a_day_is_made_once(tmp_path: Path) -> None:
    """A second run makes nothing, another text its day alone, another wish every day."""
    days = [issue(0), issue(1)]
    assert made(tmp_path, days) == ["2025-04-25", "2025-04-26"]
    assert made(tmp_path, days) == []
    assert made(tmp_path, [days[0], issue(1, "县医院的夜间门诊开到九点。")]) == ["2025-04-26"]
    assert made(tmp_path, days[:1], config=replace(CONFIG, unsure=1.0)) == ["2025-04-25"]
    assert made(tmp_path, days[:1], config=replace(CONFIG, unsure=1.0, method="classic")) == ["2025-04-25"]


def test_a_file_that_is_gone_or_changed_is_made_again(tmp_path: Path) -> None:
    """What somebody deleted or wrote into comes back as it was."""
    made(tmp_path, [issue(0)])
    file = tmp_path / "2025-04-25-云岭日报.md"
    whole = file.read_bytes()
    for harm in (file.unlink, lambda: file.write_bytes(whole[:-1])):
        harm()
        assert made(tmp_path, [issue(0)]) == ["2025-04-25"]
        assert file.read_bytes() == whole


def test_a_format_more_is_made_and_one_less_is_not(tmp_path: Path) -> None:
    """A day is current in the formats that it has."""
    assert made(tmp_path, [issue(0)], ("md", "json")) == ["2025-04-25"]
    assert made(tmp_path, [issue(0)], ("json",)) == []
    assert made(tmp_path, [issue(0)], ("json", "csv")) == ["2025-04-25"]


def test_a_format_that_fails_takes_its_own_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a renderer raises, and where its file cannot be written: a line; other formats and days are there."""

    def broken(digest: Digest) -> str:
        if digest.date == DAY:
            raise IndexError("string index\nout of range")
        return "报摘"

    monkeypatch.setitem(cast(dict[str, object], RENDERERS), "docx", broken)
    (tmp_path / "2025-04-26-云岭日报.json").mkdir()
    days, formats = [issue(0), issue(1)], ("html", "docx", "json", "md")
    records = [record for record, _ in update_archive(tmp_path, days, formats, CONFIG)]
    assert [set(formats) - record["files"].keys() for record in records] == [{"docx"}, {"json"}]
    word, row = (line for record in records for line in record["failures"])
    assert (
        word
        == f"{tmp_path / '2025-04-25-云岭日报.docx'}: no docx can be made of it (IndexError); take another --format"
    )
    assert row.startswith(f"{tmp_path / '2025-04-26-云岭日报.json'}: it cannot be written (")
    monkeypatch.undo()
    (tmp_path / "2025-04-26-云岭日报.json").rmdir()
    assert made(tmp_path, days, formats) == ["2025-04-25", "2025-04-26"]


def test_every_format_is_written_under_its_own_name(tmp_path: Path) -> None:
    """A folder takes all formats at once."""
    made(tmp_path, [issue(0)], tuple(RENDERERS))
    names = {f"2025-04-25-云岭日报{suffix}" for suffix in SUFFIXES.values()}
    assert {path.name for path in tmp_path.iterdir()} == names | {MANIFEST, LOCK}


def test_a_format_that_cannot_hold_a_day_is_a_line(tmp_path: Path) -> None:
    """A feed of no day is not written, whatever it was called for with; all else is, and the line says what to do."""
    article = Article("a", headline="夜间门诊开通", body=("县医院本周开通夜间门诊。",))
    days = [Issue(None, (article,)), issue(0)]
    for formats, names in ((("md", "atom"), ["md"]), (("atom",), [])):
        undated, dated = (record for record, _ in update_archive(tmp_path / formats[0], days, formats, CONFIG, 1))
        assert list(undated["files"]) == names
        assert list(dated["files"]) == list(formats)
        (line,) = undated["failures"]
        assert line.startswith(f"{tmp_path / formats[0] / 'undated'}")
        assert "a feed needs a day" in line


def test_days_gather_and_are_told_in_order(tmp_path: Path) -> None:
    """An earlier day that comes later stands before; those of before stay; two days have an index, one has none."""
    made(tmp_path, [issue(1)])
    assert not (tmp_path / "index.html").exists()
    made(tmp_path, [issue(0)])
    assert list(read_manifest(tmp_path)) == ["2025-04-25", "2025-04-26"]
    index = (tmp_path / "index.html").read_text("utf-8")
    assert index.index("4月26日　") < index.index("4月25日　")


def test_current_days_are_told_first(tmp_path: Path) -> None:
    """Each day is told once, with whether it had to be made."""
    made(tmp_path, [issue(1)])
    told = update_archive(tmp_path, [issue(0), issue(1)], ("md",), CONFIG, 1)
    assert [(record["date"], fresh) for record, fresh in told] == [("2025-04-26", False), ("2025-04-25", True)]


def test_a_run_that_is_broken_off_keeps_what_it_has_done(tmp_path: Path) -> None:
    """The manifest holds the days that were finished, so that the next run makes the others alone."""
    run = update_archive(tmp_path, [issue(0), issue(1)], ("md",), CONFIG, 1)
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert list(read_manifest(tmp_path)) == ["2025-04-25"]
    assert made(tmp_path, [issue(0), issue(1)]) == ["2025-04-26"]


def test_the_record_tells_the_day(tmp_path: Path) -> None:
    """What the index and the closing line tell stands in the manifest."""
    told = replace(issue(0), failures=("b.txt: the file is empty; send it again",))
    made(tmp_path, [told])
    record = read_manifest(tmp_path)["2025-04-25"]
    assert record.keys() == FIELDS.keys()
    assert (record["date"], record["paper"], record["pages"], record["stories"]) == ("2025-04-25", "云岭日报", 1, 1)
    assert (record["failures"], record["lines"]) == (list(told.failures), ["县医院本周开通夜间门诊。"])
    assert record["unsure"] + sum(count for _, count in record["domains"]) == 1
    assert [name for name, _ in record["domains"]] == [domain.name for domain in MODELS.classifier.domains]


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"days": 3}', '{"days": {"2025-04-25": 3}}', "\ud800"])
def test_a_broken_manifest_is_none(manifest: str, tmp_path: Path) -> None:
    """Then every day is made anew, and the manifest is whole again."""
    (tmp_path / MANIFEST).write_text(manifest, "utf-8", "surrogatepass")
    assert read_manifest(tmp_path) == {}
    assert made(tmp_path, [issue(0)]) == ["2025-04-25"]
    assert list(read_manifest(tmp_path)) == ["2025-04-25"]


def test_a_record_of_another_version_is_passed_over(tmp_path: Path) -> None:
    """A day whose record lacks a field is made anew; a field more is no matter."""
    whole = RECORD
    days = {"a": whole, "b": whole | {"more": 1}, "c": {"key": ""}}
    (tmp_path / MANIFEST).write_text(json.dumps({"days": days}), "utf-8")
    assert list(read_manifest(tmp_path)) == ["a", "b"]


def test_files_are_called_after_day_and_paper() -> None:
    """A paper's name makes no folder; without one the day is enough."""
    assert base_name(Issue(DAY, ()), Profile()) == "2025-04-25"
    assert base_name(Issue(None, ()), Profile(paper="云岭日报")) == "undated-云岭日报"
    assert "/" not in base_name(Issue(DAY, ()), Profile(paper="../云岭"))


def changed(**more: object) -> dict[str, object]:
    return RECORD | more


COUNTS = ("pages", "stories", "unsure")
NO_DAYS = ("9999-12-31", "0001-01-01", "0000-00-00", "2025-02-30", "", "x", "2025-04-25T00:00")
POISON = [
    *([], "x", 3, None, {}),
    *(changed(**{name: value}) for name in RECORD for value in (3.5, float("nan"), True, [[]], {"a": 1}, "\ud800")),
    *(
        changed(**{name: value})
        for name in ("pages", "stories", "unsure")
        for value in (None, "3", -1, 10**12, 10**400)
    ),
    *(changed(files={"md": {"name": name, "sha256": ""}}) for name in ("../a.md", "/etc/passwd", "", "..", 3)),
    *(changed(domains=[pair]) for pair in (["其他"], ["其他", "1"], [3, 1], ["其他", -1], None)),
    *(changed(lines=lines) for lines in ("春", [None], [["春"]])),
    *(changed(date=day) for day in NO_DAYS),
]


@pytest.mark.parametrize("record", POISON, ids=lambda record: ascii(record)[-60:])
def test_a_poisoned_record_is_told_and_the_archive_works(record: object, tmp_path: Path) -> None:
    """Whatever a record says: null or passed over, told in one line, once; this run and every later one works."""
    days = {"2025-04-24": RECORD | {"date": "2025-04-24"}, "2024-01-01": record}
    (tmp_path / MANIFEST).write_text(json.dumps({"days": days}), "utf-8")
    told: list[str] = []
    for _ in range(2):
        for _ in update_archive(tmp_path, [issue(0)], ("md",), CONFIG, tell=lambda one: told.append(str(one))):
            pass
    assert (len(told), told[0].count("\n")) == (1, 0)
    assert read_manifest(tmp_path).keys() >= {"2025-04-24", "2025-04-25"}
    assert "4月25日" in (tmp_path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"days": ' * 50_000, '{"days": {"a": ' + "9" * 5000 + "}}", '{"days": []}']
)
def test_a_manifest_that_is_none_is_told(text: str, tmp_path: Path) -> None:
    """Deep nests and numbers without end: one line, and it is written anew."""
    (tmp_path / MANIFEST).write_text(text, "utf-8")
    told: list[str] = []
    list(update_archive(tmp_path, [issue(0)], ("md",), CONFIG, tell=lambda one: told.append(str(one))))
    assert (len(told), list(read_manifest(tmp_path))) == (1, ["2025-04-25"])


def test_all_is_written_under_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a day, the manifest and the index: no other run writes at the same time."""
    seen = []

    def write(path: Path, content: str | bytes) -> bytes:
        with pytest.raises(Timeout), FileLock(tmp_path / LOCK, timeout=0):
            pass
        seen.append(path.name)
        return write_file(path, content)

    for module in (archive.archive, archive.record):
        monkeypatch.setattr(module, "write_file", write)
    made(tmp_path, [issue(0), issue(1)])
    assert set(seen) == {path.name for path in tmp_path.iterdir()} - {LOCK}


def test_a_lock_that_is_not_given_up_is_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a wait; that of a run that was killed is free at once."""
    code = "import sys, time; from filelock import FileLock\n"
    code += "with FileLock(sys.argv[1]): print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path / LOCK)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        monkeypatch.setattr(articles.files, "WAIT", 0.2)
        with pytest.raises(InputError, match=r"\.baozhai\.lock: another run has held it.*; let that run end"):
            made(tmp_path, [issue(0)])
        other.kill()
    assert (tmp_path / LOCK).exists()
    assert made(tmp_path, [issue(0)]) == ["2025-04-25"]


def test_days_that_another_run_put_there_meanwhile_stay(tmp_path: Path) -> None:
    """A run writes into the record as it stands when it ends, not as it stood when it began."""
    run = update_archive(tmp_path, [issue(0), issue(1)], ("md",), CONFIG)
    next(run)
    made(tmp_path, [issue(7)])
    for _ in run:
        pass
    assert list(read_manifest(tmp_path)) == ["2025-04-25", "2025-04-26", "2025-05-02"]


def test_writers_and_readers_at_once() -> None:
    """Four of each in one archive: no torn read, no lost record."""
    done = subprocess.run([sys.executable, "-m", "tests.crowd", "4"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "no torn read, no lost record\n"), done.stderr
