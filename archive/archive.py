"""A folder of digests: a file a day and format, a manifest of what each was made from, an index of the days."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from archive.fingerprint import file_hash, fingerprint
from archive.index import render as render_index
from articles.files import write_file
from articles.workers import spread
from digest.issue import DigestConfig, Issue, make
from digest.profile import Profile
from digest.render import RENDERERS, SUFFIXES
from digest.safe import file_name
from digest.story import Digest

MANIFEST = ".baozhai.json"
Record = dict[str, Any]
RECORD_KEYS = {"key", "files", "date", "paper", "pages", "stories", "unsure", "failures", "domains", "lines"}


def update_archive(
    folder: Path, days: Sequence[Issue], formats: Sequence[str], config: DigestConfig, jobs: int
) -> Iterator[tuple[Record, bool]]:
    """Bring the folder up to date; gives each day's record, and whether it had to be made, as it is done.

    The manifest and the index are written at the end, also of a run that is broken off: what is done stays done.
    """
    records = read_manifest(folder)
    keys = {issue.name: fingerprint(issue, config) for issue in days}
    stale = [issue for issue in days if not _is_current(folder, records.get(issue.name), keys[issue.name], formats)]
    fresh = {issue.name for issue in stale}
    try:
        yield from ((records[issue.name], False) for issue in days if issue.name not in fresh)
        store = partial(_store, folder, formats, config, keys)
        for issue, record in zip(stale, spread(store, stale, jobs), strict=True):
            records[issue.name] = record
            yield record, True
    finally:
        _finish(folder, records)


def read_manifest(folder: Path) -> dict[str, Record]:
    """The record of each day in the folder; none where there is no manifest or a broken one."""
    try:
        days = json.loads((folder / MANIFEST).read_text("utf-8"))["days"]
        return {name: record for name, record in days.items() if record.keys() >= RECORD_KEYS}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def base_name(issue: Issue, profile: Profile) -> str:
    """`DATE-PAPER`, without a suffix."""
    return "-".join(filter(None, (issue.name, file_name(profile.paper or ""))))


def _store(
    folder: Path, formats: Sequence[str], config: DigestConfig, keys: Mapping[str, str], days: Sequence[Issue]
) -> list[Record]:
    """Make the digests of days and write them; a record for each."""
    return [_store_day(folder, formats, config, keys[issue.name], issue) for issue in days]


def _store_day(folder: Path, formats: Sequence[str], config: DigestConfig, key: str, issue: Issue) -> Record:
    digest = make(issue, config)
    files = {}
    for name in formats:
        path = folder / (base_name(issue, config.profile) + SUFFIXES[name])
        files[name] = {"name": path.name, "sha256": sha256(write_file(path, RENDERERS[name](digest))).hexdigest()}
    return {"key": key, "files": files, **_record(digest)}


def _record(digest: Digest) -> Record:
    """What the index and the closing line tell of a day."""
    return {
        "date": digest.date and digest.date.isoformat(),
        "paper": digest.paper,
        "pages": digest.pages,
        "stories": len(digest.stories),
        "unsure": len(digest.unsure),
        "failures": list(digest.failures),
        "domains": [[section.name, len(section.stories)] for section in digest.sections],
        "lines": [text for text, _ in digest.lines],
    }


def _is_current(folder: Path, record: Record | None, key: str, formats: Sequence[str]) -> bool:
    """Whether a day's files are there, whole, and made from the same."""
    if not record or record.get("key") != key or not set(formats) <= record["files"].keys():
        return False
    return all(file_hash(folder / record["files"][name]["name"]) == record["files"][name]["sha256"] for name in formats)


def _finish(folder: Path, records: dict[str, Record]) -> None:
    days = {name: records[name] for name in sorted(records)}
    write_file(folder / MANIFEST, json.dumps({"days": days}, ensure_ascii=False, indent=1))
    if len(days) > 1:
        write_file(folder / "index.html", render_index(list(days.values())))
