"""Files: read with a cure for what fails, written whole or not at all, by one run or by several at once."""

import ctypes
import os
import re
import shutil
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from articles.errors import InputError
from articles.expressions import expression

if sys.platform != "win32":
    import fcntl

WAIT = 20.0  # seconds for a lock, which is held for as long as a small file takes to write
POLL = 0.005  # seconds between two looks whether it is free
NO_LOCK = "another run has held it for {:.0f} seconds", "let that run end, or end it, and run again"
LONGEST = 40  # characters of a file's name in that of its part, which must not be too long for a name itself
PART, OLD = expression(r"\.\d+-\d+\.part$"), ".old"
READ, WRITE = os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
# What Linux and macOS call with the names of two folders that are to change places.
AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2

# A year of a large paper as JSON lines is half of it; what has no end shall stop.
MOST_BYTES, BLOCK = 512 << 20, 1 << 20
# From here on the memory that a file takes counts for more than the time that it takes to read it twice.
LONG = 8 << 20
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


def write_file(path: Path, content: str | bytes) -> bytes:
    """Put the content at the path and give its bytes; the file there stays as it was until the new one is whole.

    It is written in a hidden `.NAME.PROCESS-THREAD.part`: who writes the same file at once has another, and readers
    see none. What a killed run leaves of it `clear_parts` takes away.
    Raises InputError with the cure where the file cannot be written.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    part = _part(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _held(part) as number:
            with open(number, "wb", closefd=False) as file:
                file.write(data)
            os.fsync(number)
            if sys.platform != "win32":
                part.replace(path)
        if sys.platform == "win32":  # where what is open cannot be moved
            part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path, error) from None
    return data


def no_room(what: str, error: OSError) -> tuple[str, str]:
    """What is wrong where a temporary file cannot hold what is to wait in it, and the cure."""
    from tempfile import gettempdir  # imported late: few calls need it

    return f"there is no room for {what} in {gettempdir()} ({error.strerror})", "free some space there"


def close(file: IO[bytes]) -> None:
    """Close a temporary file, of which what is not written yet is lost."""
    with suppress(OSError):
        file.close()


def clear_parts(folder: Path) -> None:
    """Take away the parts of files in a folder, and of folders, whose writers were killed."""
    for part in folder.glob(".*.part"):
        if PART.search(part.name):
            with suppress(OSError), _left(part):
                shutil.rmtree(part) if part.is_dir() else part.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds a lock file, which of all runs one can at a time; the system takes it from a run that is killed.

    Raises InputError where another run does not give it up, or where it cannot be written.
    """
    from filelock import FileLock, Timeout  # imported late: it takes longer than a small page

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=WAIT)
        lock.acquire(poll_interval=POLL)
    except Timeout:
        raise InputError(f"{path}: {NO_LOCK[0].format(WAIT)}", NO_LOCK[1]) from None
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to write into, which takes the place of `folder` when the block ends without an error.

    Until then `folder` stays as it was; whoever is killed leaves the old one or the new one, whole.
    Raises InputError with the cure where it cannot be written.
    """
    home = folder.resolve()  # a link stays one
    fresh = _part(home)
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        _settle(home)
        clear_parts(home.parent)
        with _held(fresh, is_folder=True):
            yield fresh
            fresh.chmod(home.stat().st_mode if home.exists() else 0o755)
            _swap(fresh, home)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, folder: Path) -> None:
    """Put one folder in the place of another, and what stood there in its own, in one step where the system can."""
    if not folder.exists():
        fresh.replace(folder)
    elif not exchanged(fresh, folder):
        old = fresh.with_suffix(OLD)
        folder.replace(old)
        try:
            fresh.replace(folder)
        finally:
            _settle(folder)


def _settle(folder: Path) -> None:
    """Put back what a swap of several steps has set aside, or take it away where the new one is there."""
    for old in folder.parent.glob(f".*{OLD}"):
        if re.fullmatch(re.escape(f".{folder.name[:LONGEST]}") + rf"\.\d+-\d+\{OLD}", old.name):
            shutil.rmtree(old, ignore_errors=True) if folder.exists() else old.replace(folder)


def exchanged(one: Path, other: Path) -> bool:
    """Let two paths change places in one step; whether the system and the disk could."""
    if sys.platform == "win32":
        return False
    library, names = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
    return hasattr(library, "renamex_np") and bool(library.renamex_np(*names, RENAME_SWAP) == 0)


def _part(path: Path) -> Path:
    """Where what comes to a path is written until it is whole; nobody else writes there at the same time."""
    return path.with_name(f".{path.name[:LONGEST]}.{os.getpid()}-{threading.get_ident()}.part")


@contextmanager
def _held(part: Path, is_folder: bool = False) -> Iterator[int]:
    """A new file or folder that nobody takes for one that a killed run has left; gives its descriptor."""
    while True:
        if is_folder:
            part.mkdir()
            if sys.platform == "win32":  # where no folder can be opened
                yield -1
                return
        number = os.open(part, READ if is_folder else WRITE)
        try:
            with suppress(OSError):  # a disk that knows no locks: there parts stay
                _lock(number, wait=True)
            if _is_at(number, part):  # else it was taken away before it was locked
                yield number
                return
        finally:
            os.close(number)


def _is_at(number: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def _left(part: Path) -> Iterator[None]:
    """Holds a part that a killed run has left; raises OSError where its writer lives, or has written another since."""
    number = os.open(part, READ)
    try:
        _lock(number, wait=False)
        if not _is_at(number, part):
            raise FileNotFoundError(part)
        yield
    finally:
        os.close(number)


def _lock(number: int, wait: bool) -> None:
    """Lock what is open until it is closed; raises OSError where somebody else has and we do not wait."""
    if sys.platform != "win32":
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path}: it cannot be written ({error.strerror})", "name another place, or free some space")
