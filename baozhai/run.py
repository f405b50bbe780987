"""A run: from what the user named to the digests in their place, and the lines that are told about it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from archive.archive import update_archive
from articles.article import Article
from articles.errors import InputError
from articles.files import clear_parts, write_file
from articles.page import Page
from articles.words import using
from baozhai.gather import say, told_inputs
from baozhai.inputs import Inputs
from baozhai.own_words import call_lexicon, home_of
from baozhai.places import MODELS
from baozhai.progress import counting
from baozhai.target import Target, find_target, keep_apart
from digest.edition import count_pages
from digest.issue import UNDATED, DigestConfig, Issue, issues, make, of_day
from digest.models import Models
from digest.profile import FILE, Profile, checked, load_profile
from digest.render import rendered
from reading.issue import read_issue
from summarize.length import DAILY, Length

ONE = {"pages": "page", "stories": "story", "inputs": "input"}


@dataclass(frozen=True, slots=True)
class DigestOptions:
    """What the user asked for at the command; None and () leave it to the profile."""

    day: date | None = None
    paper: str | None = None
    output: str | None = None
    formats: tuple[str, ...] = ()
    sentences: int | None = None
    chars: int | None = None
    whole: bool = False
    models: Path = MODELS
    jobs: int = 1
    budget: int | None = None
    unsure: float | None = None
    method: str = "default"
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a run: its exit code, and the days of which the archive has digests now."""

    code: int
    days: frozenset[str]


def run(paths: Sequence[str], options: DigestOptions, home: Path | None = None) -> Done:
    """Make the digests of all that is under the paths.

    home: the folder whose profile counts, by default that of the first path.
    Raises click.UsageError where the call or the profile is wrong, InputError where a model or the target is.
    """
    folder = home or home_of(paths[0])
    try:
        profile = load_profile(folder)
        target = find_target(options.output, options.formats, profile.formats)
    except InputError as error:
        raise click.UsageError(f"{folder / FILE}: {error}") from None
    keep_apart(target, paths)
    with using(call_lexicon(Models(options.models), folder, say)):
        inputs = told_inputs(paths, options.jobs)
        items = _of_day(inputs.items, options.day)
        config = _config(options, profile, folder)
        records = _make(items, inputs, config, target, options.jobs)
        days = frozenset(record["date"] or UNDATED for record in records if target.folder)
        return Done(_finish(records, inputs, target), days)


def _config(options: DigestOptions, profile: Profile, folder: Path) -> DigestConfig:
    """How to make the digests: the call's own words before the profile's."""
    models = Models(options.models)
    names = {name: domain.key for domain in models.classifier.domains for name in (domain.key, domain.name)}
    try:
        domains = tuple(names[checked(name, names, "domain")] for name in profile.domains)
    except InputError as error:
        raise click.UsageError(f"{folder / FILE}: {error}") from None
    said = options if options.sentences or options.chars else profile
    asked = said.sentences or said.chars
    length = replace(Length(said.sentences, said.chars) if asked else DAILY, whole=options.whole)
    profile = replace(profile, paper=options.paper or profile.paper, domains=domains)
    return DigestConfig(models, length, profile, options.unsure, options.budget, options.method, options.pictures)


def _make(
    items: Sequence[Page | Article], inputs: Inputs, config: DigestConfig, target: Target, jobs: int
) -> list[dict[str, Any]]:
    """Write the digests; gives a record for each."""
    if not items:
        return []
    lines = list(map(str, [*inputs.failures, *inputs.notices]))
    if target.folder:
        days = issues(items, lines)
        with counting("pages", sum(count_pages(day.items) for day in days)) as count:
            done = update_archive(target.folder, days, target.formats, config, jobs, count, say)
            return [record for record, _ in done]
    dates = {item.date for item in items}
    issue = Issue(dates.pop() if len(dates) == 1 else None, tuple(items), tuple(lines))
    with counting("pages", sum(isinstance(item, Page) for item in items)) as count:
        digest = make(issue, config, read_issue(items, config.models, jobs, count))
    try:
        content = rendered(target.formats[0], digest)
    except InputError as error:
        raise InputError(f"{target.file}: {error.wrong}" if target.file else error.wrong, error.cure) from error
    if target.file:
        clear_parts(target.file.parent)
        write_file(target.file, content)
    else:
        _print(content)
    counts = {"pages": digest.pages, "stories": len(digest.stories), "unsure": len(digest.unsure)}
    return [{**counts, "failures": list(digest.failures)}]


def _finish(records: Sequence[dict[str, Any]], inputs: Inputs, target: Target) -> int:
    """Tell the failures not yet told and the closing line."""
    told = set(map(str, [*inputs.failures, *inputs.notices]))
    untold = [line for line in dict.fromkeys(_failures(records)) if line not in told]
    for line in untold:
        click.echo(line, err=True)
    if target.folder and len(records) == 1:
        click.echo("\n".join(_table(records[0])), err=True)
    counts = [counted(sum(record[what] for record in records), what) for what in ("pages", "stories", "unsure")]
    days = [f"{len(records)} days"] if len(records) > 1 else []
    place = f": {_place(records, target)}" if records and (target.folder or target.file) else ""
    failed = len(inputs.failures) + len(untold)
    click.echo(", ".join([*days, *counts, f"{failed} failed"]) + place, err=True)
    return 1 if failed else 0


def _failures(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (line for record in records for line in record["failures"])


def _table(record: dict[str, Any]) -> Iterator[str]:
    """The stories of a day by domain, and the unsure; full-width spaces keep the numbers under each other."""
    counts = [*record["domains"], ("待定", record["unsure"])]
    width = max(len(name) for name, _ in counts)
    return (f"{name:\u3000<{width}} {number:3}" for name, number in counts)


def counted(number: int, what: str) -> str:
    """A number of things.

    >>> counted(2, "stories"), counted(1, "stories"), counted(1, "unsure")
    ('2 stories', '1 story', '1 unsure')
    """
    return f"{number} {ONE.get(what, what) if number == 1 else what}"


def _place(records: Sequence[dict[str, Any]], target: Target) -> Path | None:
    """Where to look first."""
    if not target.folder:
        return target.file
    index = target.folder / "index.html"
    files = records[0]["files"]
    first = [files[name]["name"] for name in target.formats if name in files][:1]
    return index if len(records) > 1 else target.folder.joinpath(*first)


def _of_day(items: Sequence[Page | Article], day: date | None) -> Sequence[Page | Article]:
    """The items of a day, or all where none is named; what is passed over is told."""
    if not day:
        return items
    try:
        chosen = of_day(items, day)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    if len(chosen) < len(items):
        click.echo(f"{counted(len(items) - len(chosen), 'inputs')} of other days passed over", err=True)
    return chosen


def _print(content: str | bytes) -> None:
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise click.UsageError("this format is no text for a terminal; say -o FILE")
    if isinstance(content, str) and sys.stdout.isatty():
        sys.stdout.write(content)
    else:
        sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
