"""What one call makes and the next would make again, kept beside Python's bytecode and trusted as that is."""

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

FOLDER = Path(cache_from_source(__file__)).parent
PYTHON = sys.implementation.cache_tag


def kept(name: str) -> Any:
    """What this Python has kept by a name; None where that is nothing, or cannot be read."""
    with suppress(OSError, EOFError, TypeError, ValueError):
        version, value = marshal.loads((FOLDER / f"{name}.{PYTHON}").read_bytes())
        if version == sys.version:
            return value
    return None


def may_keep() -> bool:
    """Whether anything can be kept: Python may write bytecode, and we may write there."""
    return not sys.dont_write_bytecode and os.access(FOLDER if FOLDER.exists() else FOLDER.parent, os.W_OK)


def keep(name: str, value: Any) -> None:
    """Keep what `marshal` takes, whole or not at all, where that may be."""
    if not may_keep():
        return
    part = FOLDER / f"{name}.{PYTHON}.{os.getpid()}"
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        part.write_bytes(marshal.dumps((sys.version, value)))
        part.replace(FOLDER / f"{name}.{PYTHON}")
    except OSError:  # a full disk, a reader on Windows: the next call tries again
        with suppress(OSError):
            part.unlink()
