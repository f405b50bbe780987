"""The own words of an office: which count for a call."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from articles.errors import InputError, Notice
from articles.lexicon import Lexicon
from articles.words import using
from baozhai.gather import say
from baozhai.inputs import Tell
from digest.models import Models
from digest.profile import FILE, load_profile
from formats.lexicon import lexicon_in, read_lexicon


def named_lexicon(home: Path) -> Lexicon | None:
    """The own words that the profile in a folder names; None where it names none."""
    try:
        profile = load_profile(home)
    except InputError as error:
        raise InputError(f"{home / FILE}: {error.wrong}", error.cure) from None
    words, stop = (home / name if name else None for name in (profile.words, profile.stopwords))
    return read_lexicon(words, stop) if words or stop else None


def seeds_lexicon(home: Path) -> Lexicon:
    """The own words of a corpus: those that its profile names, else those beside its domains."""
    named = named_lexicon(home)
    return lexicon_in(home) if named is None else named


def call_lexicon(models: Models, home: Path, tell: Tell) -> Lexicon:
    """The own words of a call: those that the profile beside the pages names, else those of the models.

    tell: called with a line where the models were trained with others.
    """
    named = named_lexicon(home)
    if named is None:
        return models.lexicon
    if (set(named.words), named.stop) != (set(models.lexicon.words), models.lexicon.stop):
        what = f"trained with other words than {home / FILE} names: labels may be less right"
        tell(Notice(str(models.folder), InputError(what, "put the files beside domains.toml and train again")))
    return named


def office_models(folder: Path, paths: Sequence[str]) -> Models:
    """The models in a folder; until the command ends the own words of its office are in use."""
    models = Models(folder)
    click.get_current_context().with_resource(using(call_lexicon(models, home_of(paths[0]), say)))
    return models


def home_of(path: str) -> Path:
    """The folder beside whose pages a profile would lie."""
    place = Path(path)
    return place if path == "-" or os.path.isdir(place) else place.parent
