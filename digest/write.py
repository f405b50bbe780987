"""Writing a file: whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from articles.errors import InputError


def write(path: Path, content: str | bytes) -> bytes:
    """Put the content at the path and give its bytes; the file there stays as it was until the new one is whole.

    What a killed run leaves is a hidden `.NAME.part`, which the next run writes over.
    Raises InputError with the cure where the file cannot be written.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise InputError(f"it cannot be written ({error.strerror})", "name another place with -o") from None
    return data
