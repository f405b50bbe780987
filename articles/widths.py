"""How wide a text is on a grid of half-widths."""

from functools import lru_cache
from unicodedata import east_asian_width


@lru_cache(maxsize=1 << 15)
def half_widths(line: str) -> int:
    """How wide a line is, a Chinese character being two.

    >>> half_widths("人均GDP")
    7
    """
    return len(line) if line.isascii() else sum(1 + (east_asian_width(char) in "WF") for char in line)
