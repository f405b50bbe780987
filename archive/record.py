"""The archive's own record of its days: read with a check of every field, whoever has written into it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from articles.errors import InputError, Notice
from articles.files import write_file
from articles.ranges import iso_day
from formats.corpus import Tell, ignore

MANIFEST = ".baozhai.json"
MOST = 10**9  # of anything that is counted
AGAIN = "digest the pages of that day again"
Record = dict[str, Any]


def read_manifest(folder: Path, tell: Tell = ignore) -> dict[str, Record]:
    """The record of each day in the folder; none where there is no manifest or a broken one.

    A record that cannot be used is passed over, a day that cannot be is null; `tell` is called with a line for each.
    """
    path = folder / MANIFEST
    try:
        days = json.loads(path.read_text("utf-8"))["days"].items()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        tell(Notice(str(path), InputError("it is broken and is written anew", "digest the pages of all days again")))
        return {}
    found = {}
    for name, record in days:
        if wrong := _wrong(record):
            tell(Notice(str(path), InputError(f"the record of {name!r} is passed over ({wrong})", AGAIN)))
            continue
        found[name] = record
        if record["date"] is not None and not iso_day(record["date"]):
            tell(Notice(str(path), InputError(f"{record['date']!r} is no day of a paper and is read as none", AGAIN)))
            found[name] = record | {"date": None}
    return found


def write_manifest(folder: Path, days: Mapping[str, Record]) -> None:
    """Put the records of all days in the place of those that are there."""
    write_file(folder / MANIFEST, json.dumps({"days": days}, ensure_ascii=False, indent=1))


def _wrong(record: Any) -> str | None:
    """What is wrong with a record, None where nothing is; more fields than are known are no matter."""
    if not isinstance(record, dict):
        return "it is no object"
    fields = [name for name, fits in FIELDS.items() if name not in record or not fits(record[name])]
    return f"its {fields[0]}" if fields else None


def _is_text(value: Any) -> bool:
    """Whether a value is a text that a file can hold; \\ud800 alone is none."""
    return isinstance(value, str) and all(not 0xD800 <= ord(char) < 0xE000 for char in value)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST


def _is_file(value: Any) -> bool:
    """Whether a value names a file that lies in the folder itself, and its hash."""
    if not (isinstance(value, dict) and _is_text(value.get("name")) and _is_text(value.get("sha256"))):
        return False
    name = value["name"]
    return name not in ("", ".", "..") and not any(mark in name for mark in "/\\\0")


def _all(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _is_domain(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and _is_text(value[0]) and _is_count(value[1])


FIELDS: Mapping[str, Callable[[Any], bool]] = {
    "key": _is_text,
    "files": lambda value: isinstance(value, dict) and all(map(_is_file, value.values())),
    "date": lambda value: value is None or _is_text(value),
    "paper": lambda value: value is None or _is_text(value),
    "pages": _is_count,
    "stories": _is_count,
    "unsure": _is_count,
    "failures": _all(_is_text),
    "domains": _all(_is_domain),
    "lines": _all(_is_text),
}
