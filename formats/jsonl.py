"""The door for JSON lines: articles already cut, one object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.article import Article, from_json
from articles.errors import Failure, InputError, Notice
from formats.encoding import decoded


def read_jsonl(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles of JSON lines, and a failure for each line that holds none.

    An article without an id is called after the file and the number of its line.
    """
    stem = Path(source).stem
    found = decoded(data)
    if found.told:
        yield Notice(source, found.told)
    for number, line in enumerate(found.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield from_json(_object(line), f"{stem}-{number:04d}")
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
