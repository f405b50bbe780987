"""The door: what the user named becomes pages and articles, what fails becomes a line."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from articles.article import Article, from_json
from articles.errors import InputError
from articles.page import PAGE_SUFFIXES, Page, decode, page_files, parse_page, read_bytes
from articles.show import is_shown, parse_shown
from digest.profile import FILE


@dataclass(slots=True)
class Inputs:
    """What came in: pages and articles in the order named, a line for each failure, the count of files passed over.

    said: everything that a JSON line told of its article, so that a verb can pass on what it does not know.
    """

    items: list[Page | Article] = field(default_factory=list)
    said: dict[Article, dict[str, Any]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    passed_over: int = 0

    def fail(self, source: str, error: InputError | str) -> None:
        """Note a failure and tell it at once."""
        self.failures.append(f"{source}: {error}")
        click.echo(self.failures[-1], err=True)


def gather_inputs(paths: Iterable[str]) -> Inputs:
    """Everything under the paths; raises click.UsageError where a folder holds no page."""
    inputs = Inputs()
    for path in paths:
        for source in _sources(path, inputs):
            try:
                inputs.items.extend(_items(source, inputs))
            except InputError as error:
                inputs.fail(source, error)
    return inputs


def _sources(path: str, inputs: Inputs) -> list[str]:
    folder = Path(path)
    if path == "-" or not folder.is_dir():
        return [path]
    pages, others = page_files(folder)
    others -= (folder / FILE).is_file()
    inputs.passed_over += others
    if not pages:
        raise click.UsageError(f"{path}: no page here; looked for files ending in .txt or .md")
    if others:
        click.echo(f"{path}: {others} {'files' if others > 1 else 'file'} of other kinds passed over", err=True)
    return [str(page) for page in pages]


def _items(source: str, inputs: Inputs) -> Iterator[Page | Article]:
    suffix = Path(source).suffix.lower()
    if source == "-":
        text = decode(sys.stdin.buffer.read())
        yield from _rows(text, "stdin", inputs) if text.lstrip().startswith("{") else _cut_or_page(text, "stdin")
    elif suffix == ".jsonl":
        yield from _rows(decode(read_bytes(Path(source))), source, inputs)
    elif suffix in PAGE_SUFFIXES or not Path(source).exists():
        yield from _cut_or_page(decode(read_bytes(Path(source))), source)
    else:
        raise InputError("it is neither a page (.txt, .md) nor articles (.jsonl)", "extract its text to a .txt file")


def _cut_or_page(text: str, source: str) -> Iterable[Page | Article]:
    """The articles of a text that `baozhai read` wrote, else the page."""
    return parse_shown(text) if is_shown(text) else [parse_page(text, source)]


def _rows(text: str, source: str, inputs: Inputs) -> Iterator[Article]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise InputError("it is no JSON object", "write one article a line")
            article = from_json(row, f"{Path(source).stem}-{number:04d}")
            inputs.said[article] = row
            yield article
        except InputError as error:
            inputs.fail(f"{source}:{number}", error)
        except (ValueError, RecursionError) as error:  # json also refuses numbers and nests that are too large
            what = getattr(error, "msg", "a number or a nest too large")
            inputs.fail(f"{source}:{number}", InputError(f"it is no JSON ({what})", "write one article a line"))
