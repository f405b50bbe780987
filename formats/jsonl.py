"""The door for JSON lines: articles already cut, one object a line."""

import json
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any

from articles.article import Article, from_json
from articles.errors import Failure, InputError, Notice
from articles.files import BLOCK
from articles.ranges import kept
from formats.encoding import decoded
from formats.markup import is_tagged, paragraphs, tagged_paragraphs
from formats.plain import plain

# What a page prints; the other fields name the article, or say where it stands.
PRINTED = (
    *("paper", "headline", "kicker", "subhead", "byline", "dateline", "body", "captions"),
    *("signoff", "continues", "continued_from"),
)
# What other people's programs call them, the first that says something; JSON Feed says content_text.
NAMES = {"headline": ("title", "标题"), "body": ("text", "content", "content_text", "正文")}
TEXTS = ("headline", "kicker", "subhead", "body", "captions")  # an article has one of these


def read_jsonl(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles of JSON lines, and a failure for each line that holds none.

    An article without an id is called after the file and the number of its line. What a page prints is made plain.
    """
    found = decoded(data)
    if found.told:
        yield Notice(source, found.told)
    yield from _read_lines(found.text.split("\n"), source)


def stream_jsonl(file: IO[bytes], source: str) -> Iterator[Article | Failure]:
    """The same of a file that `is_streamed`, a line at a time."""
    yield from _read_lines(map(bytes.decode, file), source)


def is_streamed(file: IO[bytes]) -> bool:
    """Whether a file is UTF-8 and nothing else, without a mark, so that its lines can be read one by one."""
    decoder = getincrementaldecoder("utf-8")()
    beyond = False
    try:
        for block in iter(partial(file.read, BLOCK), b""):
            text = decoder.decode(block)
            beyond = beyond or not text.isascii()
            if text.startswith("\ufeff") or "\0" in text or (beyond and max(text) <= "\xff"):
                return False
        decoder.decode(b"", final=True)
    except ValueError:
        return False
    return True


def _read_lines(lines: Iterable[str], source: str) -> Iterator[Article | Failure]:
    stem = Path(source).stem
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        try:
            row, told = kept(_plain(_renamed(_object(line))))
            yield from (Notice(place, InputError(*one)) for one in told)
            yield from_json(row, f"{stem}-{number:04d}")
        except InputError as error:
            yield Failure(place, error)


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:  # json also refuses numbers and nests that are too large
        what = getattr(error, "msg", "a number or a nest too large")
        raise InputError(f"it is no JSON ({what})", "write one article a line") from None
    if not isinstance(row, dict):
        raise InputError("it is no JSON object", "write one article a line")
    return row


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    """The row with headline and body under our names too; raises InputError where it has no text at all."""
    for field, names in NAMES.items():
        found = next((row[name] for name in names if row.get(name)), None)
        if found and not row.get(field):
            row = row | {field: _paragraphs(found) if field == "body" else found}
    if not any(row.get(name) for name in TEXTS):
        raise InputError("it has neither headline nor body", "give it title and text, or headline and body")
    return row


def _paragraphs(text: Any) -> Any:
    """The paragraphs of a body that is one string."""
    if not isinstance(text, str):
        return text
    return list(tagged_paragraphs(text) if is_tagged(text) else paragraphs(text))


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _made_plain(value) if key in PRINTED else value for key, value in row.items()}


def _made_plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(one) if isinstance(one, str) else one for one in value]
    return plain(value) if isinstance(value, str) else value
