"""What a picture shows of a story: its columns in reading order, the steps between them, where its text breaks off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from articles.article import Article
from articles.columns import bounds
from articles.layout import Box
from reading.reading import BlockTrace, PageReading
from reading.rows.shape import ends_mid_sentence
from reading.stories.place import text_columns

HEAD, PIECE = "head", "piece"


@dataclass(frozen=True, slots=True)
class Step:
    """From a column to the next one; cut: in mid-sentence."""

    start: Box
    end: Box
    cut: bool


@dataclass(frozen=True, slots=True)
class StoryFlow:
    """A story on its page: boxes of its headline, of its columns, of what stands beside it, and of its loose ends.

    number: its place in reading order, from 1; ends: the last line of each text that breaks off.
    """

    number: int
    article: Article
    head: tuple[Box, ...]
    columns: tuple[Box, ...]
    beside: tuple[Box, ...]
    steps: tuple[Step, ...]
    ends: tuple[Box, ...]

    @property
    def first(self) -> Box | None:
        """Where it begins, None for a story whose place is not known."""
        return next(iter((*self.head, *self.columns, *self.beside)), None)


def story_flows(found: PageReading, texts: Mapping[Box, str]) -> list[StoryFlow]:
    """The stories of a page in the order in which they are read; texts: of each line's box.

    A laid out page's blocks come in that order already.
    """
    joined = {(join.left, join.right) for join in found.reading.joins}
    flows = []
    for number, article in enumerate(found.reading.articles, 1):
        own = [trace for trace in found.reading.traces if trace.article == article.id]
        pieces = [trace for trace in own if trace.role == PIECE]
        flows.append(
            StoryFlow(
                number,
                article,
                _columns(trace for trace in own if trace.role == HEAD),
                _columns(pieces),
                _columns(trace for trace in own if trace.role not in (HEAD, PIECE)),
                tuple(_steps(pieces, joined, texts)),
                tuple(_loose_ends(article, pieces)),
            )
        )
    return flows


def _columns(traces: Iterable[BlockTrace]) -> tuple[Box, ...]:
    return tuple(map(bounds, text_columns(traces)))


def _steps(pieces: Sequence[BlockTrace], joined: set[tuple[str, str]], texts: Mapping[Box, str]) -> Iterator[Step]:
    """The steps from column to column."""
    owners = [at for at, piece in enumerate(pieces) for _ in piece.boxes]
    columns = list(text_columns(pieces))
    starts = list(accumulate(map(len, columns)))
    for left, right, start in zip(columns, columns[1:], starts, strict=False):
        before, after = owners[start - 1], owners[start]
        runs_on = before == after and ends_mid_sentence(texts.get(left[-1], ""))
        cut = runs_on or (pieces[before].text, pieces[after].text) in joined
        yield Step(bounds(left), bounds(right), cut)


def _loose_ends(article: Article, pieces: Sequence[BlockTrace]) -> Iterator[Box]:
    """The last line of each paragraph that breaks off."""
    for end in article.open_ends:
        piece = next((one for one in reversed(pieces) if one.boxes and article.body[end].endswith(one.text)), None)
        if piece:
            yield piece.boxes[-1]
