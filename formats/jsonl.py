"""The door for JSON lines: articles already cut, one object a line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from articles.article import Article, from_json
from articles.errors import Failure, InputError, Notice
from formats.encoding import decoded
from formats.plain import plain

# What a page prints; the other fields name the article, or say where it stands.
PRINTED = (
    *("paper", "headline", "kicker", "subhead", "byline", "dateline", "body", "captions"),
    *("signoff", "continues", "continued_from"),
)


def read_jsonl(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles of JSON lines, and a failure for each line that holds none.

    An article without an id is called after the file and the number of its line. What a page prints is made plain.
    """
    stem = Path(source).stem
    found = decoded(data)
    if found.told:
        yield Notice(source, found.told)
    for number, line in enumerate(found.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield from_json(_plain(_object(line)), f"{stem}-{number:04d}")
        except InputError as error:
            yield Failure(f"{source}:{number}", error)


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # json also refuses numbers and nests that are too large
        what = getattr(error, "msg", "a number or a nest too large")
        raise InputError(f"it is no JSON ({what})", "write one article a line") from None
    if not isinstance(row, dict):
        raise InputError("it is no JSON object", "write one article a line")
    return row


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _made_plain(value) if key in PRINTED else value for key, value in row.items()}


def _made_plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(one) if isinstance(one, str) else one for one in value]
    return plain(value) if isinstance(value, str) else value
