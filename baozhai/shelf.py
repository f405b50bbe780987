"""Long lists of articles, which wait for their day in a file: memory stays as flat as for a short one."""

import pickle
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from os import SEEK_END
from pathlib import Path
from typing import cast

from articles.article import Article
from articles.errors import InputError
from articles.files import BLOCK, LONG, MOST_BYTES, close, no_room
from baozhai.inputs import opened
from digest.models import Models
from formats.doors import JSONL, find_door
from formats.jsonl import is_streamed
from reading.issue import free_names, rank_of, read_issue

# Articles in memory at once; of one whose name another has too, the characters that tell which keeps it.
RUN, TOLD = 256, 64


def is_long(paths: Sequence[str]) -> bool:
    """Whether the paths are lists that can be read a line at a time, and so long that it pays."""
    if not all(path == "-" or (path.endswith(".jsonl") and Path(path).is_file()) for path in paths):
        return False
    try:
        sizes = [_size(path) for path in paths]
        return sum(sizes) >= LONG and max(sizes) <= MOST_BYTES and all(map(_is_list, paths))
    except (OSError, InputError):
        return False  # which is told when they are read


def _size(path: str) -> int:
    with opened(path) as file:
        return file.seek(0, SEEK_END)


def _is_list(path: str) -> bool:
    with opened(path) as file:
        head = file.read(BLOCK)
        named = find_door(head, "stdin.jsonl" if path == "-" else path)
        file.seek(0)
        return named is JSONL and (path != "-" or head.lstrip().startswith(b"{")) and is_streamed(file)


@dataclass(slots=True)
class _Day:
    """Where the articles of a day stand, what each is called, and whether one goes on elsewhere."""

    places: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    jumps: bool = False


class Shelf:
    """Articles in a file, day by day as the days first come."""

    def __init__(self) -> None:
        import tempfile  # imported late: few lists are long

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it goes with the shelf)
        weakref.finalize(self, close, self._file)
        self._days: dict[date | None, _Day] = {}

    def put(self, article: Article) -> None:
        """Put an article on the shelf."""
        day = self._days.setdefault(article.date, _Day())
        day.places.append(self._file.tell())
        day.names.append(article.id)
        day.jumps = day.jumps or bool(article.continued_from)
        try:
            pickle.dump(article, self._file)
            self._file.flush()
        except OSError as error:
            raise InputError(*no_room("these articles", error)) from None

    def __len__(self) -> int:
        return sum(len(day.places) for day in self._days.values())

    def runs(self, models: Models) -> Iterator[Sequence[Article]]:
        """The articles, RUN at a time, as `read_issues` gives them: no two of a day called alike, jumps joined."""
        articles = chain.from_iterable(self._articles(day, models) for day in self._days.values())
        return iter(lambda: list(islice(articles, RUN)), [])

    def _articles(self, day: _Day, models: Models) -> Iterable[Article]:
        if day.jumps:
            return read_issue(map(self._get, day.places), models).articles
        names = zip(day.places, free_names(day.names, self._ranks(day)), strict=True)
        return (replace(self._get(place), id=name) for place, name in names)

    def _ranks(self, day: _Day) -> list[tuple[object, ...]]:
        """What tells which of several articles of one name keeps it; of other articles nothing."""
        times = Counter(day.names)
        return [
            _shortened(rank_of(self._get(place))) if times[name] > 1 else ()
            for place, name in zip(day.places, day.names, strict=True)
        ]

    def _get(self, place: int) -> Article:
        self._file.seek(place)
        return cast(Article, pickle.load(self._file))


def _shortened(rank: tuple[object, ...]) -> tuple[object, ...]:
    *first, text = rank
    return (*first, str(text)[:TOLD])
