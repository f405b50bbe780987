"""`baozhai watch`: keep the digests of a drop folder fresh."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from archive.archive import GONE, put_away
from articles.errors import Failure, InputError
from articles.visible import as_line
from baozhai.gather import say
from baozhai.run import DigestOptions, run
from baozhai.verbs.digest import resolve, shared_options
from digest.profile import FILE
from formats.doors import page_files

POLL = 0.5  # seconds between two looks
STILL = 1.0  # seconds for which a file must not have changed
State = tuple[int, int]
Sightings = dict[Path, tuple[State, float]]


@click.command("watch")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="DIR", help="Where the digests go.  [default: FOLDER-digest]")
@shared_options
def command(folder: Path, output: str | None, **asked: Any) -> None:
    """Wait for pages in FOLDER and keep its digests fresh, until Ctrl-C.

    A file is read once its size and its time have been still for a second. Where the last page of a day is taken out of
    the folder, the day's digest goes into DIR/.gone; where the folder itself goes, the watch ends.
    """
    place = Path(output or f"{folder.resolve()}-digest")
    place.mkdir(parents=True, exist_ok=True)
    call = DigestOptions(output=str(place), **resolve(asked))
    click.echo(f"{folder}: waiting for pages; Ctrl-C ends", err=True)
    try:
        _watch(folder, place, call)
    except KeyboardInterrupt:
        click.echo("ended", err=True)


def _watch(folder: Path, place: Path, call: DigestOptions) -> None:
    seen: Sightings = {}
    done: dict[Path, State] = {}
    days: frozenset[str] = frozenset()
    told: set[str] = set()
    lost = False
    while os.path.isdir(folder):
        wrong: list[Failure] = []
        seen = look(folder, place, seen, time.monotonic(), wrong.append)
        for failure in wrong:
            if str(failure) not in told:
                say(failure)
        told = set(map(str, wrong))
        still = {path: state for path, (state, since) in seen.items() if time.monotonic() - since >= STILL}
        if still != done and os.path.isdir(folder):
            lost = lost or bool(done.keys() - seen.keys())
            done = still
            made = _refresh([str(path) for path in still if path.name != FILE], folder, call)
            days |= made or frozenset()
            # A page that is gone may be one whose new name is not still yet.
            if made is not None and lost and len(still) == len(seen):
                days, lost = _without(days, days - made, place), False
        time.sleep(POLL)
    say(Failure(str(folder), InputError("the folder is gone", "watch again when it is there")))
    raise SystemExit(1)


def _refresh(pages: list[str], folder: Path, call: DigestOptions) -> frozenset[str] | None:
    """Make what has changed and give its days; None where a slip in the profile, which is told, kept it from that."""
    try:
        return run(pages, call, home=folder).days if pages else frozenset()
    except click.UsageError as error:
        click.echo(as_line(error.format_message()), err=True)
    except InputError as error:
        click.echo(str(error), err=True)
    return None


def _without(days: frozenset[str], gone: frozenset[str], place: Path) -> frozenset[str]:
    """The days but those of which no page is left, whose digests are put away with a line."""
    try:
        for name in put_away(place, sorted(gone)):
            click.echo(f"{name}: its last page is gone; its digest lies in {place / GONE}", err=True)
    except InputError as error:
        click.echo(str(error), err=True)
    return days - gone


def look(
    folder: Path, place: Path, seen: Sightings, now: float, tell: Callable[[Failure], None] = lambda _: None
) -> Sightings:
    """Each page file and the profile with its size and time, and since when; what lies in `place` is ours.

    tell: called with what cannot be looked into.
    """
    found = {}
    pages = [path for path in page_files(folder, tell)[0] if place not in path.parents]
    for path in [*pages, folder / FILE]:
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        except OSError:  # whoever reads it tells
            state = 0, 0
        else:
            state = stat.st_size, stat.st_mtime_ns
        before = seen.get(path)
        found[path] = before if before and before[0] == state else (state, now)
    return found
