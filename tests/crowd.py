"""Writers and readers at once in one archive: no torn read, no lost record.

`python -m tests.crowd 60` does it for a minute, with 4 writers and 4 readers; it ends with 1 where anything is wrong.
"""

import datetime
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import archive.archive
from archive.archive import update_archive
from archive.fingerprint import file_hash
from archive.record import FIELDS, MANIFEST, Record, read_manifest
from articles.article import Article
from articles.files import PART
from digest.issue import DigestConfig, Issue
from digest.profile import Profile
from formats.corpus import Tell
from summarize.length import Length
from tests.trained import MODELS

CONFIG = DigestConfig(MODELS, Length(sentences=1), Profile())
DAY, SHARED = datetime.date(2025, 4, 1), datetime.date(2024, 4, 1)
FORMATS = ("json", "html")
DAYS = 3  # of each writer, beside the one that all write
Job = Callable[[Path, int, float], Iterator[str]]
FORK = multiprocessing.get_context("fork")


def issue(day: datetime.date, text: str) -> Issue:
    """A day with one story, long enough that half of it can be seen."""
    return Issue(day, (Article(f"{day}-a", date=day, page=1, headline="夜间门诊开通", body=(text,) * 40),))


def crowd(folder: Path, seconds: float, writers: int = 4, readers: int = 4) -> list[str]:
    """What went wrong, nothing where all is well."""
    list(
        update_archive(folder, [issue(SHARED, "县医院本周开通夜间门诊。")], FORMATS, CONFIG)
    )  # loads all before the forks
    wrong: SimpleQueue[str] = FORK.SimpleQueue()
    end = time.monotonic() + seconds
    jobs = [(_write, number) for number in range(writers)] + [(_read, number) for number in range(readers)]
    running = [FORK.Process(target=_each, args=(job, folder, number, end, wrong)) for job, number in jobs]
    for one in running:
        one.start()
    for one in running:
        one.join()
    found = [f"process {one.pid} ended with {one.exitcode}" for one in running if one.exitcode]
    while not wrong.empty():
        found.append(wrong.get())
    days = {(DAY + datetime.timedelta(number)).isoformat() for number in range(writers * DAYS)} | {SHARED.isoformat()}
    records = read_manifest(folder)
    found += [f"{name}: lost" for name in days - records.keys()]
    found += [f"{name}: its record does not fit its files" for name in records if not _fits(folder, records[name])]
    return found + [f"{path.name}: left" for path in folder.iterdir() if PART.search(path.name)]


def _each(job: Job, folder: Path, number: int, end: float, wrong: "SimpleQueue[str]") -> None:
    for line in job(folder, number, end):
        wrong.put(line)


def _write(folder: Path, number: int, end: float) -> Iterator[str]:
    """Make the own days and the one of all again and again; each run's records are there when it is done."""
    vars(archive.archive)["read_manifest"] = _slowly
    told: list[Record] = []
    for turn in count():
        yield from _lost(folder, told, number)
        days = [DAY + datetime.timedelta(number * DAYS + at) for at in range(DAYS)]
        issues = [issue(day, f"县医院本周开通夜间门诊，第{number}队写第{turn}次。") for day in [*days, SHARED]]
        told = [record for record, _ in update_archive(folder, issues, FORMATS, CONFIG)][:DAYS]
        yield from _lost(folder, told, number)
        time.sleep(0.01)
        if time.monotonic() > end:
            return


def _slowly(folder: Path, *tell: Tell) -> dict[str, Record]:
    """Reads the manifest with a pause behind it, in which without a lock another would write its own."""
    found = read_manifest(folder, *tell)
    time.sleep(0.02)
    return found


def _lost(folder: Path, told: list[Record], number: int) -> Iterator[str]:
    """The days that one writer alone writes and that are not as it told them."""
    there = read_manifest(folder)
    for record in told:
        if there.get(record["date"], {}).get("files") != record["files"] or not _fits(folder, record):
            yield f"{record['date']}: what writer {number} told as done is not there"


def _read(folder: Path, number: int, end: float) -> Iterator[str]:
    """Whatever stands there under its own name is whole."""
    while time.monotonic() < end:
        for path in [folder / MANIFEST, *folder.glob("*.json"), *folder.glob("*.html")]:
            try:
                text = path.read_text("utf-8")
                if path.suffix == ".html":
                    whole = text.rstrip().endswith("</html>")
                else:
                    told = json.loads(text)
                    whole = path.name != MANIFEST or all(one.keys() == FIELDS.keys() for one in told["days"].values())
            except FileNotFoundError:
                whole = not path.exists() and path.name in (MANIFEST, "index.html")
            except ValueError:
                whole = False
            if not whole:
                yield f"{path.name}: reader {number} saw a part of it"
        time.sleep(0.001)


def _fits(folder: Path, record: Record) -> bool:
    return all(file_hash(folder / file["name"]) == file["sha256"] for file in record["files"].values())


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as made:
        lines = crowd(Path(made), float(sys.argv[1]), *map(int, sys.argv[2:]))
    print("\n".join(lines) or "no torn read, no lost record")
    sys.exit(bool(lines))
