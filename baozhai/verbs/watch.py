"""`baozhai watch`: keep the digests of a drop folder fresh."""

import time
from pathlib import Path
from typing import Any

import click

from articles.errors import InputError
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

    A file is read once its size and its time have been still for a second.
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
    while True:
        seen = look(folder, place, seen, time.monotonic())
        still = {path: state for path, (state, since) in seen.items() if time.monotonic() - since >= STILL}
        if still != done:
            done = still
            _refresh([str(path) for path in still if path.name != FILE], folder, call)
        time.sleep(POLL)


def _refresh(pages: list[str], folder: Path, call: DigestOptions) -> None:
    """Make what has changed; a slip in the profile is told, and the watch goes on."""
    try:
        if pages:
            run(pages, call, home=folder)
    except click.UsageError as error:
        click.echo(error.format_message(), err=True)
    except InputError as error:
        click.echo(str(error), err=True)


def look(folder: Path, place: Path, seen: Sightings, now: float) -> Sightings:
    """Each page file and the profile with its size and time, and since when; what lies in `place` is ours."""
    found = {}
    pages = [path for path in page_files(folder)[0] if place not in path.parents]
    for path in [*pages, folder / FILE]:
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        state = stat.st_size, stat.st_mtime_ns
        before = seen.get(path)
        found[path] = before if before and before[0] == state else (state, now)
    return found
