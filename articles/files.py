"""Files: read with a cure for what fails, written whole or not at all."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from articles.errors import InputError

# A year of a large paper as JSON lines is half of it; what has no end shall stop.
MOST_BYTES, BLOCK = 512 << 20, 1 << 20
TOO_LARGE = (f"it is larger than {MOST_BYTES >> 20} MB", "give it in parts")


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises InputError with the cure where it cannot be read, is too large, or might have no end."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise InputError("this is a pipe or a device, no file", "give it on standard input, as `-`")
        if found.st_size > MOST_BYTES:
            raise InputError(*TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", "check the name") from None
    except ValueError:
        raise InputError("no file is called so", "check the name") from None
    except IsADirectoryError:
        raise InputError("this is a folder", "name the files in it, or the folder alone") from None
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", "check its name and permissions") from None


def read_input() -> bytes:
    """All of standard input; raises InputError with the cure where it cannot be read, or does not end."""
    blocks, size = [], 0
    try:
        while sys.stdin and (block := sys.stdin.buffer.read(BLOCK)):
            blocks.append(block)
            size += len(block)
            if size > MOST_BYTES:
                raise InputError(*TOO_LARGE)
    except OSError as error:
        raise InputError(f"standard input cannot be read ({error.strerror})", "name a file, or pipe one in") from None
    if not sys.stdin:
        raise InputError("standard input is closed", "name a file, or pipe one in")
    return b"".join(blocks)


def write_file(path: Path, content: str | bytes) -> bytes:
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
        raise _unwritable(path, error) from None
    return data


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to write into, which takes the place of `folder` when the block ends without an error.

    Until then `folder` stays as it was. Raises InputError with the cure where it cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from None
    old = fresh.with_suffix(".old")
    try:
        yield fresh
        fresh.chmod(folder.stat().st_mode if folder.exists() else 0o755)
        if folder.exists():
            folder.replace(old)
        fresh.replace(folder)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.replace(folder)
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: it cannot be written ({error.strerror})", "name another place, or free some space")
