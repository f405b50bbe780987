"""What one call makes and the next would make again, kept beside Python's bytecode and trusted as that is."""

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

FOLDER = Path(cache_from_source(__file__)).parent


def kept(name: str) -> Any:
    """What this Python has kept by a name; None where that is nothing, or cannot be read."""
    with suppress(OSError, EOFError, TypeError, ValueError):
        version, value = marshal.loads((FOLDER / name).read_bytes())
        if version == sys.version:
            return value
    return None


def keep(name: str, value: Any) -> None:
    """Keep what `marshal` takes, whole or not at all; nothing where Python may write no bytecode, or cannot."""
    if sys.dont_write_bytecode:
        return
    part = FOLDER / f"{name}.{os.getpid()}"
    with suppress(OSError):  # a folder of somebody else's, a full disk
        FOLDER.mkdir(exist_ok=True)
        part.write_bytes(marshal.dumps((sys.version, value)))
        part.replace(FOLDER / name)
