"""A folder of digests: a file a day and format, a manifest of what each was made from, an index of the days."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from joblib import Parallel, delayed

from articles.article import Article
from articles.article import to_json as article_row
from articles.page import Page, find_date
from classify.model import Model, load
from digest.edition import edition
from digest.index import render as render_index
from digest.profile import Profile
from digest.render import RENDERERS, SUFFIXES
from digest.rules import front_sheet
from digest.safe import file_name
from digest.story import Digest
from digest.wording import letters
from digest.write import write
from summarize.length import Length

MANIFEST = ".baozhai.json"
UNDATED = "undated"
HOUSE = Path(__file__).resolve().parent.parent
ROOMS = ("articles", "classify", "summarize", "digest")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Job:
    """How digests are to be made: the model's folder, the length of a summary, the profile, the call's options."""

    models: Path
    length: Length
    profile: Profile
    unsure: float | None = None
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What came in of one day, and the lines about what failed."""

    date: date | None
    items: tuple[Page | Article, ...]
    failures: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The day in ISO 8601."""
        return self.date.isoformat() if self.date else UNDATED


def issues(items: Iterable[Page | Article], failures: Iterable[str]) -> list[Issue]:
    """The days, earliest first, the undated last; a failure goes to the day that its file's name tells."""
    days: dict[date | None, list[Page | Article]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    told = [(find_date(Path(line.partition(": ")[0]).stem), line) for line in failures]
    order = sorted(days, key=lambda day: (day is None, day or date.min))
    return [
        Issue(day, tuple(days[day]), tuple(line for named, line in told if named == day or len(days) == 1))
        for day in order
    ]


def make(issue: Issue, job: Job) -> Digest:
    """The digest of an issue."""
    whole = edition(issue.items, model(job.models), job.length, job.profile, job.unsure, issue.failures)
    return front_sheet(whole, job.budget) if job.budget else whole


@cache
def model(directory: Path) -> Model:
    """The model in a folder, loaded once a process."""
    return load(directory)


def keep(
    folder: Path, days: Sequence[Issue], formats: Sequence[str], job: Job, jobs: int
) -> Iterator[tuple[Record, bool]]:
    """Bring the folder up to date; gives each day's record, and whether it had to be made, as it is done.

    The manifest and the index are written at the end, also of a run that is broken off: what is done stays done.
    """
    records = read_manifest(folder)
    keys = {issue.name: fingerprint(issue, job) for issue in days}
    stale = [issue for issue in days if not _stands(folder, records.get(issue.name), keys[issue.name], formats)]
    fresh = {issue.name for issue in stale}
    try:
        yield from ((records[issue.name], False) for issue in days if issue.name not in fresh)
        work = (delayed(_store)(folder, issue, formats, job, keys[issue.name]) for issue in stale)
        for name, record in Parallel(n_jobs=jobs, return_as="generator")(work):
            records[name] = record
            yield record, True
    finally:
        _finish(folder, records)


def read_manifest(folder: Path) -> dict[str, Record]:
    """The record of each day in the folder; none where there is no manifest or a broken one."""
    try:
        records = json.loads((folder / MANIFEST).read_text("utf-8"))["days"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return records if isinstance(records, dict) else {}


def fingerprint(issue: Issue, job: Job) -> str:
    """What a day's digest is made from, as one hash: its input, the model, the options, the program itself."""
    items = [
        ["page", item.source, item.number, item.text] if isinstance(item, Page) else article_row(item)
        for item in issue.items
    ]
    options = [repr(job.length), repr(job.profile), job.unsure, job.budget]
    made_from = [issue.name, items, issue.failures, options, _content(job.models), _program()]
    return sha256(json.dumps(made_from).encode()).hexdigest()


def base_name(issue: Issue, profile: Profile) -> str:
    """`DATE-PAPER`, without a suffix."""
    return "-".join(filter(None, (issue.name, file_name(profile.paper or ""))))


def _store(folder: Path, issue: Issue, formats: Sequence[str], job: Job, key: str) -> tuple[str, Record]:
    digest = make(issue, job)
    files = {}
    for name in formats:
        path = folder / (base_name(issue, job.profile) + SUFFIXES[name])
        files[name] = {"name": path.name, "sha256": sha256(write(path, RENDERERS[name](digest))).hexdigest()}
    return issue.name, {"key": key, "files": files, **_record(digest)}


def _record(digest: Digest) -> Record:
    """What the index and the closing line tell of a day."""
    return {
        "date": digest.date and digest.date.isoformat(),
        "paper": digest.paper,
        "pages": digest.pages,
        "stories": len(digest.stories),
        "letters": letters(digest.stories),
        "unsure": len(digest.unsure),
        "failures": list(digest.failures),
        "domains": [[section.name, len(section.stories)] for section in digest.sections],
        "lines": [text for text, _ in digest.lines],
    }


def _stands(folder: Path, record: Record | None, key: str, formats: Sequence[str]) -> bool:
    """Whether a day's files are there, whole, and made from the same."""
    if not record or record.get("key") != key or not set(formats) <= record["files"].keys():
        return False
    return all(_hash(folder / record["files"][name]["name"]) == record["files"][name]["sha256"] for name in formats)


def _finish(folder: Path, records: dict[str, Record]) -> None:
    days = {name: records[name] for name in sorted(records)}
    write(folder / MANIFEST, json.dumps({"days": days}, ensure_ascii=False, indent=1))
    if len(days) > 1:
        write(folder / "index.html", render_index(list(days.values())))


def _hash(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


@cache
def _content(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return sha256("".join(f"{path.name}{_hash(path)}" for path in files).encode()).hexdigest()


@cache
def _program() -> str:
    """The house's own code and templates: another version may make another digest of the same pages."""
    files = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.*") if path.suffix != ".pyc")
    return sha256("".join(f"{path.name}{_hash(path)}" for path in files).encode()).hexdigest()
