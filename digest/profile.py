"""The profile beside the pages: `baozhai.toml`, in which an office keeps what it would else say at every call."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from articles.errors import InputError
from formats.settings import read_settings

FILE = "baozhai.toml"


@dataclass(frozen=True, slots=True)
class Profile:
    """What an office wants of its digest.

    domains: the keys of those wanted, in their order; empty for all of the taxonomy.
    sentences or chars: the length of a summary. must, never: words that force a story in or keep it out.
    words, stopwords: the files of own words, from the profile's folder.
    """

    paper: str | None = None
    domains: tuple[str, ...] = ()
    sentences: int | None = None
    chars: int | None = None
    formats: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    words: str | None = None
    stopwords: str | None = None


EMPTY = Profile()
KEYS = [field.name for field in fields(Profile)]
NUMBERS, TEXTS = {"sentences", "chars"}, {"paper", "words", "stopwords"}


def load_profile(folder: Path) -> Profile:
    """The profile in a folder, an empty one where there is none; raises InputError with the nearest right key."""
    path = folder / FILE
    if not os.path.isfile(path):
        return EMPTY
    try:
        return parse(read_settings(path))
    except ValueError as error:
        raise InputError(f"it is no TOML ({error})", 'write lines such as paper = "云岭日报"') from None


def parse(table: Mapping[str, Any]) -> Profile:
    """The profile in a table.

    >>> parse({"papper": "云岭日报"})
    Traceback (most recent call last):
    articles.errors.InputError: there is no key 'papper'; write 'paper'
    """
    for key in table:
        checked(key, KEYS, "key")
    if {"sentences", "chars"} <= table.keys():
        raise InputError("it sets both sentences and chars", "keep one of them")
    return Profile(**{key: _value(key, value) for key, value in table.items()})


def checked(name: str, names: Iterable[str], what: str) -> str:
    """The name if it is one of the names; else raises InputError with the nearest of them."""
    choices = list(names)
    if name in choices:
        return name
    from difflib import get_close_matches  # imported late, for what is misspelt

    nearest = get_close_matches(name, choices, 1, 0.5)
    cure = f"write {nearest[0]!r}" if nearest else f"the {what}s are {', '.join(choices)}"
    raise InputError(f"there is no {what} {name!r}", cure)


def _value(key: str, value: Any) -> Any:
    if key in NUMBERS and type(value) is int and value > 0:
        return value
    if key in TEXTS and isinstance(value, str):
        return value
    if key not in NUMBERS | TEXTS and isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    wanted = "a number above 0" if key in NUMBERS else "a text" if key in TEXTS else 'a list such as ["…", "…"]'
    raise InputError(f"{key} is {value!r}", f"write {wanted}")
