"""The standard streams, closed, full or a terminal: what a page says is shown there and never obeyed."""

import codecs
import os
import sys
from contextlib import suppress
from typing import Any, TextIO

from articles.expressions import expression

# ESC and the other controls, and what turns the order of letters round.
OBEYED = expression("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
LEGIBLE = "legible"


class Shown:
    """A stream that is written to; what a terminal would obey is U+FFFD there, a pipe gets the text as it is.

    lossy: what cannot be written is dropped, for there is nowhere to tell it.
    """

    def __init__(self, stream: TextIO, lossy: bool = False) -> None:
        self.stream, self._lossy, self._terminal = stream, lossy, stream.isatty()

    def write(self, text: str) -> int:
        """Write the text and give its length."""
        try:
            self.stream.write(tame(text) if self._terminal else text)
        except OSError:
            self._lose()
        return len(text)

    def flush(self) -> None:
        """Hand on what has been written."""
        try:
            self.stream.flush()
        except OSError:
            self._lose()

    def _lose(self) -> None:
        """Of a stream that cannot be written: from now on all is dropped, or else the error is raised again."""
        if not self._lossy:
            raise
        silence(self.stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def ready() -> None:
    """Make the standard streams UTF-8, whatever the locale, and such that every verb can write to them.

    Writing to a closed standard output raises OSError, as on a full disk; standard error never does.
    """
    codecs.register_error(LEGIBLE, _legible)
    if sys.stdin is None:
        _placeholder(os.O_RDONLY)
    # What is open for reading alone can be written as little as what is closed.
    sys.stdout = _shown(sys.stdout or _stream(_placeholder(os.O_RDONLY)), lossy=False)
    sys.stderr = _shown(sys.stderr or _stream(_placeholder(os.O_WRONLY)), lossy=True)


def silence(stream: TextIO) -> None:
    """Send all that is still written to a stream nowhere."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tame(text: str) -> str:
    """A text as a terminal may have it.

    >>> tame("春\\x1b[2J耕\\r\\n\\u202e\\t。")
    '春�[2J耕\\n�\\t。'
    """
    return OBEYED.sub("\ufffd", text.replace("\r\n", "\n"))


def _shown(stream: TextIO, lossy: bool) -> Any:
    if isinstance(stream, Shown):
        return stream
    stream.reconfigure(encoding="utf-8", errors=LEGIBLE)  # type: ignore[attr-defined]
    return Shown(stream, lossy)


def _placeholder(flags: int) -> int:
    """A descriptor in the place of a closed one, which a page's file would else take: the lowest that is free."""
    opened = os.open(os.devnull, flags)
    os.set_inheritable(opened, True)
    return opened


def _stream(descriptor: int) -> TextIO:
    return open(descriptor, "w", encoding="utf-8", closefd=False)


def _legible(error: UnicodeError) -> tuple[str, int]:
    """Half a character, which may stand in a file's name, as U+FFFD."""
    assert isinstance(error, UnicodeEncodeError)
    return "\ufffd" * (error.end - error.start), error.end
