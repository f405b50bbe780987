"""Regular expressions as Python compiles them: most of what a short call would take, so they are kept."""

import atexit
import re
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, AnyStr

from articles.kept import keep, kept, may_keep

# Flags, code, groups, the groups' numbers by their names, and their names by their numbers.
Form = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
Key = tuple[str | bytes, int]

NAME = "expressions"
# Three times what we have: the forms that are no longer asked for go when there are so many.
MOST = 1000

_new: dict[Key, re.Pattern[Any]] = {}


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile(pattern, flags)`, at a hundredth of its cost where an earlier call has compiled it."""
    key = pattern, int(flags)
    if form := _forms().get(key):
        with suppress(ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError):
            return _unpack(pattern, form)
    made = re.compile(pattern, flags)
    if may_keep():
        if not _new:
            atexit.register(keep_compiled)
        _new[key] = made
    return made


def keep_compiled() -> None:
    """Keep what this process compiled, as far as it can be made again from its code alone."""
    forms = {}
    for key, made in _new.items():
        with suppress(ImportError, AttributeError, TypeError):  # of a Python whose own modules are called otherwise
            form = _pack(*key, made)
            if _same(_unpack(key[0], form), made):
                forms[key] = form
    old = _forms()
    if forms:
        keep(NAME, (old if len(old) < MOST else {}) | forms)
    _new.clear()
    _forms.cache_clear()


@cache
def _forms() -> dict[Key, Form]:
    return kept(NAME) or {}


# Modules of Python's own that are not documented: what they give is used only where it makes the same expression again.
def _pack(pattern: str | bytes, flags: int, made: re.Pattern[Any]) -> Form:
    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    names = {number: name for name, number in made.groupindex.items()}
    in_order = tuple(names.get(number) for number in range(made.groups + 1))
    return int(made.flags), array("I", code).tobytes(), made.groups, dict(made.groupindex), in_order


def _unpack(pattern: AnyStr, form: Form) -> re.Pattern[AnyStr]:
    flags, code, *groups = form
    made: re.Pattern[AnyStr] = import_module("_sre").compile(pattern, flags, array("I", code).tolist(), *groups)
    return made


def _same(one: re.Pattern[Any], other: re.Pattern[Any]) -> bool:
    """Whether two expressions have the same code and the same groups."""
    return one == other and one.groups == other.groups and one.groupindex == other.groupindex
