"""The trained models: one object, made at the door and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from articles.lexicon import Lexicon
from formats.lexicon import lexicon_in

if TYPE_CHECKING:
    from articles.language import TrigramModel
    from classify.model import Model
    from reading.model import ReaderModel


@dataclass(frozen=True)
class Models:
    """The models in a folder, each read when it is first asked for, and once.

    Asking raises InputError where a file is missing, broken or of another version. What reads each is imported then,
    too: no verb asks for all of them.
    """

    folder: Path

    @cached_property
    def lexicon(self) -> Lexicon:
        """The own words that they were trained with."""
        return lexicon_in(self.folder)

    @cached_property
    def language(self) -> "TrigramModel":
        """How characters follow each other: reading and summarizing ask it."""
        from articles.language import load_language

        return load_language(self.folder)

    @cached_property
    def reader(self) -> "ReaderModel":
        """What finds the articles of a page."""
        from reading.model import load_reader

        return load_reader(self.folder, self.language)

    @cached_property
    def classifier(self) -> "Model":
        """What gives an article its domain."""
        from classify.model import load

        return load(self.folder)

    def __reduce__(self) -> tuple[Callable[[Path, int], "Models"], tuple[Path, int]]:
        """The folder alone goes to another process, which reads for itself, once for as long as the folder stays."""
        return _opened, (self.folder, self.folder.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(folder: Path, changed: int) -> Models:
    return Models(folder)
