"""The text flow of a page: which rows are headlines, and where stories open."""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags, Indices
from reading.rows.rows import TextRows


@dataclass(frozen=True, slots=True)
class TextFlow:
    """Rows in page order, all (rows,).

    head: whether a row is a line of a headline; opens: the story that opens with a row, -1 for none (a story without a
    headline opens with a piece of text).
    """

    rows: TextRows
    head: Flags
    opens: Indices

    @property
    def stories(self) -> int:
        """How many stories open."""
        return int(self.opens.max(initial=-1)) + 1


def text_flow(rows: TextRows, head: Flags) -> TextFlow:
    """The flow of a page, given which rows are headlines."""
    return TextFlow(rows, head, _opens(rows, head, frozenset()))


def with_splits(flow: TextFlow, splits: Set[int]) -> TextFlow:
    """The flow with another story opening at each of the rows, without a headline."""
    return TextFlow(flow.rows, flow.head, _opens(flow.rows, flow.head, splits))


def _opens(rows: TextRows, head: Flags, splits: Set[int]) -> Indices:
    """A story opens at a headline, a split, a list after something else, a jump from elsewhere, the page's top.

    Where the page's layout knows, a story opens at a headline and where the layout says so.
    """
    opens = np.full(len(head), -1)
    stories = 0
    for row in range(len(head)):
        under_head = row > 0 and bool(head[row - 1]) and not rows.captioned[row]
        listed = rows.listed[row] and not under_head and not (row and rows.listed[row - 1])
        if head[row]:
            opens[row] = stories - under_head
        elif rows.placed[row]:
            opens[row] = stories if rows.blocks[row].opens or row == 0 else -1
        elif row == 0 or row in splits or listed or (rows.continued[row] and not under_head):
            opens[row] = stories
        stories = max(stories, int(opens[row]) + 1)
    return opens
