"""`baozhai init`: an office's own seeds."""

import shutil
from pathlib import Path

import click

from articles.errors import InputError
from baozhai.places import SHIPPED, train_command


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Lay a copy of the seeds into DIR, for an office to edit: domains, articles, and later its corrections."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: it is there already", "name a new folder")
    shutil.copytree(
        SHIPPED / "seeds", folder, ignore=shutil.ignore_patterns("pages", "corrections"), dirs_exist_ok=True
    )
    click.echo(f"{folder}: edit domains.toml and the articles, then `{train_command(folder)}`")
