"""Where each story stands on its page: a few rectangles, as shares of the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

from articles.article import Place
from articles.columns import bounds, column_runs
from articles.layout import Box
from articles.page import Page
from reading.reading import BlockTrace

DIGITS = 4


def story_places(page: Page, traces: Sequence[BlockTrace]) -> Mapping[str, tuple[Place, ...]]:
    """The places of each article on a page that has a layout, by its id.

    One for each column that its text runs down, and for each headline, caption or byline beside it.
    """
    layout = page.layout
    if not layout or layout.width <= 0 or layout.height <= 0:
        return {}
    homes = dict.fromkeys(trace.article for trace in traces if trace.article and trace.boxes)
    return {
        home: tuple(
            _place(page.number or 0, bounds(run), layout.width, layout.height)
            for run in text_columns(trace for trace in traces if trace.article == home)
        )
        for home in homes
    }


def text_columns(traces: Iterable[BlockTrace]) -> Iterator[list[Box]]:
    """The lines of an article's blocks, a list for each column or headline; blocks of one role run on."""
    for _, blocks in groupby(traces, key=lambda trace: trace.role):
        yield from column_runs(chain.from_iterable(block.boxes for block in blocks))


def _place(number: int, box: Box, width: float, height: float) -> Place:
    left, right = sorted(_share(edge, width) for edge in (box.left, box.right))
    top, bottom = sorted(_share(edge, height) for edge in (box.top, box.bottom))
    return number, left, top, right, bottom


def _share(length: float, whole: float) -> float:
    """How far along the page a point lies; what hangs over its edge ends there."""
    return round(min(max(length / whole, 0.0), 1.0), DIGITS)
