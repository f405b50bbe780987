"""A folder of digests: a file a day and format, a manifest of what each was made from, an index of the days."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from archive.fingerprint import file_hash, fingerprint
from archive.index import render as render_index
from archive.record import Record, read_manifest, write_manifest
from articles.errors import InputError
from articles.files import clear_parts, locked, write_file
from articles.page import Page
from articles.workers import Count, seconds, spread, uncounted
from digest.issue import DigestConfig, Issue, make
from digest.profile import Profile
from digest.render import SUFFIXES, rendered
from digest.safe import file_name
from digest.story import Digest
from formats.corpus import Tell, ignore
from reading.issue import read_issues
from reading.reading import Reading

LOCK, GONE = ".baozhai.lock", ".gone"


def update_archive(
    folder: Path,
    days: Sequence[Issue],
    formats: Sequence[str],
    config: DigestConfig,
    jobs: int = 1,
    count: Count = uncounted,
    tell: Tell = ignore,
) -> Iterator[tuple[Record, bool]]:
    """Bring the folder up to date; gives each day's record, and whether it had to be made, as it is done.

    jobs: processes that share the days, or the pages where the days are too few; count: called as pages are done;
    tell: called with what is wrong with the folder's manifest.
    The manifest and the index are written at the end, also of a run that is broken off: what is done stays done, and
    so does what other runs have done in the folder meanwhile. Raises InputError where another run does not let it.
    """
    clear_parts(folder)
    records = read_manifest(folder, tell)
    keys = {issue.name: fingerprint(issue, config) for issue in days}
    stale = [issue for issue in days if not _is_current(folder, records.get(issue.name), keys[issue.name], formats)]
    fresh = {issue.name for issue in stale}
    made: dict[str, Record] = {}
    try:
        for issue in days:
            if issue.name not in fresh:
                count(records[issue.name]["pages"])
                yield records[issue.name], False
        store = partial(_store, folder, formats, config)
        for issue, record in zip(stale, _made(store, stale, config, jobs, count), strict=True):
            made[issue.name] = {"key": keys[issue.name], **record}
            yield made[issue.name], True
    finally:
        _finish(folder, made)


def put_away(folder: Path, names: Sequence[str]) -> list[str]:
    """Take days whose pages are gone out of the archive; gives those that were in it.

    Their files are moved into `.gone` there, for they may be all that is left of the pages.
    Raises InputError where they cannot be moved.
    """
    if not names:
        return []
    with locked(folder / LOCK):
        records = read_manifest(folder)
        known = [name for name in names if name in records]
        for name in known:
            for file in records.pop(name)["files"].values():
                _move(folder / file["name"], folder / GONE)
        if known:
            _write(folder, records)
    return known


def _move(file: Path, folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        file.replace(folder / file.name)
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(f"{file}: it cannot be moved ({error.strerror})", "check its permissions") from None


def base_name(issue: Issue, profile: Profile) -> str:
    """`DATE-PAPER`, without a suffix."""
    return "-".join(filter(None, (issue.name, file_name(profile.paper or ""))))


def _made(
    store: Callable[..., Record], stale: Sequence[Issue], config: DigestConfig, jobs: int, count: Count
) -> Iterator[Record]:
    """The records of the days that are made: several at once, or of a few days the pages first."""
    if len(stale) >= jobs:
        for record in spread(store, stale, jobs, _cost):
            count(record["pages"])
            yield record
        return
    readings = read_issues([issue.items for issue in stale], config.models, jobs, count)
    for issue, reading in zip(stale, readings, strict=True):
        record = store(issue, reading)
        count(record["pages"] - sum(isinstance(item, Page) for item in issue.items))
        yield record


def _cost(issue: Issue) -> float:
    return sum(map(seconds, issue.items))


def _store(
    folder: Path, formats: Sequence[str], config: DigestConfig, issue: Issue, reading: Reading | None = None
) -> Record:
    """Make the digest of a day and write it; a format that cannot be made or written is a line among its failures."""
    digest = make(issue, config, reading)
    made, unfit = {}, []
    for name in formats:
        path = folder / (base_name(issue, config.profile) + SUFFIXES[name])
        try:
            made[name] = path, rendered(name, digest)
        except InputError as error:
            unfit.append(f"{path}: {error}")
    files = {}
    with locked(folder / LOCK):  # of a day that two runs make at once all files are of one of them
        for name, (path, content) in made.items():
            try:
                files[name] = {"name": path.name, "sha256": sha256(write_file(path, content)).hexdigest()}
            except InputError as error:
                unfit.append(str(error))
    record = _record(digest)
    return {"files": files, **record, "failures": record["failures"] + unfit}


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
    if not record or record["key"] != key or not set(formats) <= record["files"].keys():
        return False
    return _is_whole(folder, record, formats)


def _is_whole(folder: Path, record: Record, formats: Iterable[str]) -> bool:
    return all(file_hash(folder / record["files"][name]["name"]) == record["files"][name]["sha256"] for name in formats)


def _finish(folder: Path, made: Mapping[str, Record]) -> None:
    """Put the days that were made on record, beside those that other runs have put there, and write the index.

    Of a day that two runs made at once the record stays that fits its files.
    """
    with locked(folder / LOCK):
        records = read_manifest(folder)
        for name, record in made.items():
            if name not in records or _is_whole(folder, record, record["files"]):
                records[name] = record
        _write(folder, records)


def _write(folder: Path, records: Mapping[str, Record]) -> None:
    """Write the record and the index; the index of what were several days is kept right when one is left."""
    days = {name: records[name] for name in sorted(records)}
    write_manifest(folder, days)
    shown = [record for record in days.values() if record["files"]]
    if len(shown) > 1 or (folder / "index.html").is_file():
        write_file(folder / "index.html", render_index(shown))
