"""`baozhai watch`: keep the digests of a drop folder fresh."""

import time
from pathlib import Path
from typing import Any

import click

from articles.page import page_files
from digest.profile import FILE
from digest.run import Call, run
from digest.verbs.digest import options, settled

POLL = 0.5  # seconds between two looks
STILL = 1.0  # seconds for which a file must not have changed
State = tuple[int, int]


@click.command("watch")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="DIR", help="Where the digests go.  [default: FOLDER/digest]")
@options
def command(folder: Path, output: str | None, **asked: Any) -> None:
    """Wait for pages in FOLDER and keep its digests fresh, until Ctrl-C.

    A file is read once its size and its time have been still for a second.
    """
    place = Path(output or folder / "digest")
    place.mkdir(parents=True, exist_ok=True)
    call = Call(output=str(place), **settled(asked))
    click.echo(f"{folder}: waiting for pages; Ctrl-C ends", err=True)
    try:
        _watch(folder, call)
    except KeyboardInterrupt:
        click.echo("ended", err=True)


def _watch(folder: Path, call: Call) -> None:
    seen: dict[Path, tuple[State, float]] = {}
    done: dict[Path, State] = {}
    while True:
        seen = look(folder, seen, time.monotonic())
        still = {path: state for path, (state, since) in seen.items() if time.monotonic() - since >= STILL}
        if still != done:
            done = still
            pages = [str(path) for path in still if path.name != FILE]
            if pages:
                run(pages, call, home=folder)
        time.sleep(POLL)


def look(folder: Path, seen: dict[Path, tuple[State, float]], now: float) -> dict[Path, tuple[State, float]]:
    """Each page file and the profile with its size and time, and since when it has had them."""
    found = {}
    profile = folder / FILE
    for path in [*page_files(folder)[0], *([profile] if profile.is_file() else [])]:
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        state = stat.st_size, stat.st_mtime_ns
        before = seen.get(path)
        found[path] = before if before and before[0] == state else (state, now)
    return found
