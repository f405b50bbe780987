"""Standard input, which can be read but once: it waits in memory, and in a file where it is long."""

import atexit
import sys
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, TextIO, cast

from articles.errors import InputError
from articles.files import BLOCK, LONG, MOST_BYTES, TOO_LARGE, close, no_room

CURE = "name a file, or pipe one in"

_spooled: tuple[TextIO, IO[bytes] | InputError] | None = None


def read_input() -> bytes:
    """All of standard input; raises InputError with the cure where it cannot be read, or does not end."""
    return spooled_input().read()


def spooled_input() -> IO[bytes]:
    """The same as a file at its beginning, whenever it is asked for."""
    global _spooled
    if not sys.stdin:
        raise InputError("standard input is closed", CURE)
    if not _spooled or _spooled[0] is not sys.stdin:
        let_go()
        _spooled = sys.stdin, _spool(sys.stdin.buffer)
        atexit.register(let_go)
    file = _spooled[1]
    if isinstance(file, InputError):
        raise file
    file.seek(0)
    return file


def _spool(stream: IO[bytes]) -> IO[bytes] | InputError:
    file = cast("IO[bytes]", SpooledTemporaryFile(LONG))  # noqa: SIM115 (it goes with the process)
    try:
        for block in _blocks(stream):
            if file.tell() + len(block) > MOST_BYTES:
                raise InputError(*TOO_LARGE)
            file.write(block)
        file.flush()
        return file
    except OSError as error:
        wrong = InputError(*no_room("standard input", error))
    except InputError as error:
        wrong = error
    close(file)
    return wrong


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    try:
        while block := stream.read(BLOCK):
            yield block
    except OSError as error:
        raise InputError(f"standard input cannot be read ({error.strerror})", CURE) from None


def let_go() -> None:
    """Close what standard input waits in."""
    global _spooled
    if _spooled and not isinstance(_spooled[1], InputError):
        close(_spooled[1])
    _spooled = None
