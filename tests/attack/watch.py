"""What a case does to the machine: Python tells of files, programs, names looked up and code unpacked."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# No file that is read calls for these: the network, a shell, an object that is unpacked.
NEVER = ("socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "os.posix_spawn", "pickle.find_class")
# Which of what they are called with are paths that change.
CHANGES = {
    **dict.fromkeys(("os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"), slice(1)),
    "os.rename": slice(2),
    "os.link": slice(1, 2),
    "os.symlink": slice(1, 2),
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_watched: list[Path] = []
_seen: list[str] = []
_hooked = False


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Raises AssertionError where the block writes out of the folder, starts another program, or asks the network."""
    global _hooked
    if not _hooked:
        sys.addaudithook(_tell)  # which cannot be taken away again
        _hooked = True
    _watched.append(folder.resolve())
    _seen.clear()
    try:
        yield
    finally:
        _watched.pop()
    assert not _seen, _seen


def _tell(event: str, args: tuple[Any, ...]) -> None:
    if not _watched:
        return
    folder = _watched[-1]
    opened = event == "open" and isinstance(args[2], int) and args[2] & WRITES
    written = args[CHANGES.get(event, slice(bool(opened)))]
    program = event == "subprocess.Popen" and args[0] != sys.executable
    if event.startswith(NEVER) or program or not all(_is_mine(path, folder) for path in written):
        _seen.append(f"{event} {args!r}"[:300])


def _is_mine(path: Any, folder: Path) -> bool:
    """Whether a path is in the folder, or one that Python itself keeps."""
    if isinstance(path, int):
        return True
    name = os.path.abspath(os.fsdecode(path))
    return name == os.devnull or "__pycache__" in name or Path(name).is_relative_to(folder)
