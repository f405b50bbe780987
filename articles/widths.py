"""How wide a text is on a grid of half-widths."""

from functools import lru_cache
from unicodedata import east_asian_width


class _Widths(dict[str, int]):
    """The width of each character, found when it is first asked for."""

    def __missing__(self, char: str) -> int:
        self[char] = 1 + (east_asian_width(char) in "WF")
        return self[char]


_WIDTHS = _Widths()


@lru_cache(maxsize=1 << 15)
def half_widths(line: str) -> int:
    """How wide a line is, a Chinese character being two.

    >>> half_widths("人均GDP")
    7
    """
    return len(line) if line.isascii() else sum(map(_WIDTHS.__getitem__, line))
