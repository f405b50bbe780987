"""What is tried: a file that is damaged, how it is taken in, and what must hold of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True, slots=True)
class Case:
    """A file's bytes and its suffix; how: the verb that takes it, or the name of the file that it takes the place of.

    A case is known by its file alone: what `label` says stands in the name of the file that is kept of it.
    """

    how: str
    suffix: str
    data: bytes

    def __repr__(self) -> str:
        return f"Case({self.how!r}, {self.suffix!r}, {len(self.data)} bytes)"

    def label(self, kind: str) -> str:
        """The name of the file that is kept."""
        return f"{kind}~{self.how}~{crc32(self.data):08x}{self.suffix}"

    def write(self, folder: Path, name: str = "2025-03-15-p01") -> Path:
        """The case as a file in a folder."""
        path = folder / f"{name}{self.suffix}"
        path.write_bytes(self.data)
        return path


def kept(path: Path) -> tuple[str, Case]:
    """The kind and the case of a file that was kept."""
    kind, how, rest = path.name.split("~")
    return kind, Case(how, rest[8:], path.read_bytes())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of attack: its cases; check: tries one in an empty folder; few: how many `make test` tries."""

    name: str
    cases: SearchStrategy[Case]
    check: Callable[[Case, Path], None]
    few: int
