"""`baozhai correct`: files an article under its true domain."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from articles.article import Article
from articles.errors import InputError
from articles.files import read_bytes
from articles.ids import short_ids
from baozhai import options
from baozhai.gather import gather_articles
from baozhai.own_words import office_models
from classify.corrections import file_correction
from classify.domains import Domain, read_domains
from formats.text import decode

TABLES, DELIMITERS = (".tsv", ".csv"), "\t,;"
LEAVE_ONE = "leave one of them"
# What offices and our own lists call the columns; a table without such heads has the ID first, then the domain.
IDS, DOMAINS = ("id", "编号"), ("domain", "领域", "域")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A correction: the line of the table that asks for it, the ID, the domain."""

    line: int
    key: str
    domain: Domain


@click.command("correct", epilog="The table has lines of an ID and a DOMAIN (tab or comma), or columns 编号 and 领域.")
@click.argument("what", nargs=-1, required=True, metavar="(ID DOMAIN | TABLE.csv) PATH...")
@options.seeds
@options.models
def command(what: tuple[str, ...], seeds: Path, models: Path) -> None:
    """File the article ID, which stands under PATH, as one of DOMAIN, for the next `baozhai train` to learn from.

    PATH is what the article was read from: a page, a folder of pages, JSON lines, or - for standard input.
    """
    by_table = what[0].lower().endswith(TABLES)
    paths = what[1:] if by_table else what[2:]
    if not paths:
        raise click.UsageError(
            "name the article's ID and DOMAIN (or a table of them), then the PATH that holds its text"
        )
    domains = read_domains(options.seeds_in(seeds))
    try:
        wanted = (
            list(_rows(Path(what[0]), domains)) if by_table else [Wanted(0, what[0], find_domain(what[1], domains))]
        )
        found, inputs = gather_articles(paths, office_models(models, paths))
        called = by_id(found)
        _check_once(wanted, called)
    except InputError as error:
        raise SystemExit(f"{what[0]}: {error}") from None
    failed = [tell(called.get(one.key, ()), one.key, one.domain, seeds) for one in wanted]
    raise SystemExit(any(failed) or bool(inputs.failures))


def find_domain(name: str, domains: tuple[Domain, ...]) -> Domain:
    """The domain with this key or Chinese name; raises InputError where there is none."""
    for domain in domains:
        if name in (domain.key, domain.name):
            return domain
    raise InputError(f"no domain is called {name!r}", f"use {', '.join(domain.key for domain in domains)}")


def by_id(articles: Sequence[Article]) -> dict[str, list[Article]]:
    """Who is called so: an article by its own id, else those that it is a shorter or an older id of."""
    own: dict[str, list[Article]] = {}
    short: dict[str, list[Article]] = {}
    for article in articles:
        own.setdefault(article.id, []).append(article)
        for name in short_ids(article):
            short.setdefault(name, []).append(article)
    return short | own


def tell(called: Sequence[Article], key: str, domain: Domain, seeds: Path) -> bool:
    """File one correction and say so; whether it failed."""
    try:
        if not called:
            raise InputError("no article of this ID is there", "name the pages or the JSON lines that it was read from")
        if len(called) > 1:
            whole = " or ".join(dict.fromkeys(article.id for article in called))
            raise InputError("several articles bear this ID", f"write {whole}, or name the file that holds the one")
        [article] = called
        filed = file_correction(article, domain.key, seeds)
    except InputError as error:
        click.echo(f"{key}: {error}", err=True)
        return True
    before = f", no longer under {filed.before}" if filed.before else ""
    click.echo(f"{key}: filed under {domain.key} {domain.name}{before}: {filed.path}")
    return False


def _check_once(wanted: Sequence[Wanted], called: Mapping[str, Sequence[Article]]) -> None:
    """Raise InputError where two lines name one article by a longer ID and a shorter one."""
    seen: dict[int, Wanted] = {}
    for one in wanted:
        mine = called.get(one.key, ())
        if len(mine) == 1 and (before := seen.setdefault(id(mine[0]), one)) is not one:
            names = f"lines {before.line} and {one.line} name one article as {before.key} and {one.key}"
            raise InputError(names, LEAVE_ONE)


def _rows(path: Path, domains: tuple[Domain, ...]) -> Iterator[Wanted]:
    """The corrections in a table; raises InputError where a line is none, or two lines name one ID."""
    lines = decode(read_bytes(path)).splitlines()
    delimiter = max(DELIMITERS, key=next(filter(str.strip, lines), "").count)
    key_at, name_at = 0, 1
    seen: dict[str, int] = {}
    first = True
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for row in csv.reader([line], delimiter=delimiter) for cell in row]
        if not any(cells):
            continue
        heads, first = _heads(cells) if first else None, False
        if heads:
            key_at, name_at = heads
            continue
        if len(cells) <= max(key_at, name_at):
            raise InputError(f"line {number} is no ID and DOMAIN", "write one correction a line")
        key, domain = cells[key_at], find_domain(cells[name_at], domains)
        if (before := seen.setdefault(key, number)) != number:
            raise InputError(f"lines {before} and {number} name {key}", LEAVE_ONE)
        yield Wanted(number, key, domain)


def _heads(cells: Sequence[str]) -> tuple[int, int] | None:
    """In which columns the IDs and the domains stand, where a line names them."""
    names = [cell.lower() for cell in cells]
    ids, domains = ([at for at, name in enumerate(names) if name in wanted] for wanted in (IDS, DOMAINS))
    return (ids[0], domains[0]) if ids and domains else None
