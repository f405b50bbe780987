"""The trained models: one object, made at the door and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from articles.language import TrigramModel, load_language
from articles.lexicon import Lexicon
from formats.lexicon import lexicon_in
from reading.model import ReaderModel, load_reader

if TYPE_CHECKING:
    from classify.model import Model


@dataclass(frozen=True)
class Models:
    """The models in a folder, each read when it is first asked for, and once.

    Asking raises InputError where a file is missing, broken or of another version.
    """

    folder: Path

    @cached_property
    def lexicon(self) -> Lexicon:
        """The own words that they were trained with."""
        return lexicon_in(self.folder)

    @cached_property
    def language(self) -> TrigramModel:
        """How characters follow each other: reading and summarizing ask it."""
        return load_language(self.folder)

    @cached_property
    def reader(self) -> ReaderModel:
        """What finds the articles of a page."""
        return load_reader(self.folder, self.language)

    @cached_property
    def classifier(self) -> "Model":
        """What gives an article its domain."""
        from classify.model import load  # imported late: who only reads needs none of it

        return load(self.folder)

    def __reduce__(self) -> tuple[Callable[[Path, int], "Models"], tuple[Path, int]]:
        """The folder alone goes to another process, which reads for itself, once for as long as the folder stays."""
        return _opened, (self.folder, self.folder.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(folder: Path, changed: int) -> Models:
    return Models(folder)
