"""The trained models: one object, made at the door and handed down."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from articles.errors import InputError
from articles.lexicon import Lexicon
from formats.lexicon import lexicon_in

if TYPE_CHECKING:
    from articles.language import TrigramModel
    from classify.model import Model
    from reading.model import ReaderModel

Part = TypeVar("Part")
Training = tuple[int, int, int] | None


@dataclass(frozen=True)
class Models:
    """The models in a folder, each read when it is first asked for, and once.

    Asking raises InputError where a file is missing, broken or of another version. What reads each is imported then,
    too: no verb asks for all of them. Each is of one training, though `train` may change the folder meanwhile.
    """

    folder: Path

    @cached_property
    def lexicon(self) -> Lexicon:
        """The own words that they were trained with."""
        return _whole(lexicon_in, self.folder)[0]

    @property
    def language(self) -> "TrigramModel":
        """How characters follow each other: reading and summarizing ask it."""
        return self._language[0]

    @cached_property
    def _language(self) -> "tuple[TrigramModel, Training]":
        from articles.language import load_language

        return _whole(load_language, self.folder)

    @cached_property
    def reader(self) -> "ReaderModel":
        """What finds the articles of a page."""
        from reading.model import load_reader

        language, training = self._language
        return _whole(
            lambda folder: load_reader(folder, language if _training(folder) == training else None), self.folder
        )[0]

    @cached_property
    def classifier(self) -> "Model":
        """What gives an article its domain."""
        from classify.model import load

        return _whole(load, self.folder)[0]

    def __reduce__(self) -> "tuple[Callable[[Path, Training], Models], tuple[Path, Training]]":
        """The folder alone goes to another process, which reads for itself, once for as long as the folder stays."""
        return _opened, (self.folder, _training(self.folder))


@lru_cache(maxsize=1)
def _opened(folder: Path, training: Training) -> Models:
    return Models(folder)


def _training(folder: Path) -> Training:
    """What tells a folder from the one that `train` puts in its place; None where there is none."""
    with suppress(OSError):
        found = folder.stat()
        return found.st_dev, found.st_ino, found.st_mtime_ns
    return None


def _whole(load: Callable[[Path], Part], folder: Path) -> tuple[Part, Training]:
    """What is loaded of a folder that was the same before and after, and which that was."""
    while True:
        before = _training(folder)
        try:
            part = load(folder)
        except InputError:
            if _training(folder) == before:
                raise
            continue
        if _training(folder) == before:
            return part, before
