"""Regular expressions that are compiled when they are first asked: a call asks few of them."""

import re
from typing import AnyStr, Generic, cast

from articles.compiled import compiled

METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile(pattern, flags)`, made when it is first used.

    >>> day = expression("[0-9]+日")
    >>> day.pattern, bool(day.fullmatch("15日"))
    ('[0-9]+日', True)
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


class _Expression(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """A method that is not there yet; then all are, and cost what those of a compiled expression cost."""
        if name not in METHODS:
            raise AttributeError(name)
        made = compiled(self.pattern, self._flags)
        self.__dict__ |= {method: getattr(made, method) for method in METHODS}
        return getattr(made, name)
