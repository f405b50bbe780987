"""Where a digest goes and in which formats: what `-o`, `--format` and the profile say together."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from articles.errors import InputError
from digest.profile import checked
from digest.render import RENDERERS, SUFFIXES
from formats.doors import PAGE_SUFFIXES


@dataclass(frozen=True, slots=True)
class Target:
    """A folder, a file, or standard output (both None); one format unless it is a folder."""

    formats: tuple[str, ...]
    folder: Path | None = None
    file: Path | None = None


def find_target(output: str | None, asked: Sequence[str], profile: Sequence[str]) -> Target:
    """The target of a call.

    asked: the formats of the call, else the file's suffix decides, else those of the profile, else HTML.
    Raises click.UsageError where they do not fit each other, InputError for a format of the profile that is none.
    """
    wanted = tuple(checked(name, RENDERERS, "format") for name in asked or profile) or ("html",)
    if output is None or output == "-":
        return Target(_one(asked, wanted))
    if not output:
        raise click.UsageError("-o names nothing; name a file or a folder")
    path = Path(output)
    by_suffix = format_of(path)
    if os.path.isdir(path) or output.endswith("/") or not path.suffix:
        return Target(wanted, folder=path)
    if not asked and not by_suffix:
        raise click.UsageError(f"{output}: no format is written so; the formats are {', '.join(RENDERERS)}")
    return Target(_one(asked, (by_suffix,) if by_suffix and not asked else wanted), file=path)


def format_of(path: Path) -> str | None:
    """The format that a file's name tells, the longest suffix first.

    >>> format_of(Path("a.feed.json")), format_of(Path("a.json")), format_of(Path("a.pdf"))
    ('jsonfeed', 'json', None)
    """
    longest = sorted(SUFFIXES, key=lambda name: -len(SUFFIXES[name]))
    return next((name for name in longest if path.name.lower().endswith(SUFFIXES[name])), None)


def keep_apart(target: Target, paths: Iterable[str]) -> None:
    """Raise click.UsageError where a digest would be taken for a page at the next run."""
    place = target.folder or (target.file and target.file.parent)
    # A digest in HTML says that it is one, and is passed over.
    pages = [name for name in target.formats if SUFFIXES[name] in PAGE_SUFFIXES - {".html"}]
    for folder in filter(os.path.isdir, paths):
        if place and pages and Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder)):
            raise click.UsageError(f"{place}: a digest in {pages[0]} would be read as a page there; put it elsewhere")


def split_formats(text: str | None) -> tuple[str, ...]:
    """The formats named in one option.

    >>> split_formats("html,docx")
    ('html', 'docx')
    """
    names = dict.fromkeys(name.strip().lower() for name in (text or "").split(",") if name.strip())
    try:
        return tuple(checked(name, RENDERERS, "format") for name in names)
    except InputError as error:
        raise click.UsageError(f"--format: {error}") from None


def _one(asked: Sequence[str], wanted: tuple[str, ...]) -> tuple[str, ...]:
    if len(asked) > 1:
        raise click.UsageError("several formats need a folder; say -o FOLDER")
    return wanted[:1]
