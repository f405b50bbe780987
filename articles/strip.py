"""The running text of a page in its order, and where on it stories open."""

from collections.abc import Set
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from articles.lines import is_list, is_numbered, is_rubric, is_signed, may_be_head, table_rows
from articles.naming import FROM
from articles.sheet import Sheet

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Strip:
    """Heads that open stories, and the pieces between them.

    texts: every line of a head and every piece; head: whether it is one; opens: the story that opens with a text, -1
    for none (a story without a headline opens with a piece); whole: lists and their titles, never cut, kept together;
    follows: (texts, texts), whether the row's text is directly followed by the column's, where either stands twice in
    either place; parted: whether a sign-off or a caption stands right after a text; signed: whether a sign-off ends
    it or stands right after it; brief: whether it may be a head.
    """

    texts: tuple[str, ...]
    head: Flags
    opens: Indices
    whole: Flags
    follows: Flags
    parted: Flags
    signed: Flags
    brief: Flags

    @property
    def stories(self) -> int:
        """How many stories open."""
        return int(self.opens.max(initial=-1)) + 1


def lay_strip(sheet: Sheet, head: Flags, whole: Flags) -> Strip:
    """The strip of a sheet, given which of its texts are heads and which are whole."""
    texts = tuple(sheet.blocks[at].text for at in sheet.texts)
    brief = np.array([may_be_head(sheet.blocks[at]) for at in sheet.texts], dtype=bool) & ~whole
    opens = _opens(sheet, head, frozenset())
    return Strip(texts, head, opens, whole, _follows(sheet), _parted(sheet), _signed(sheet), brief)


def cut_strip(strip: Strip, sheet: Sheet, cuts: Set[int]) -> Strip:
    """The strip with another story beginning at each of the texts, without a head."""
    return replace(strip, opens=_opens(sheet, strip.head, cuts))


def whole_texts(sheet: Sheet) -> Flags:
    """Of each text, whether it is a list, the title of one, a row of a table, or a numbered sub-head."""
    blocks = [sheet.blocks[at] for at in sheet.texts]
    rows = table_rows(blocks)
    kept = [is_list(block) or is_rubric(blocks, at) or is_numbered(block) for at, block in enumerate(blocks)]
    return np.asarray(np.array(rows, dtype=bool) | np.array(kept, dtype=bool))


def goes_on(sheet: Sheet, at: int) -> bool:
    """Whether a jump line right after a block says that its story goes on elsewhere."""
    return at + 1 < len(sheet.kinds) and sheet.kinds[at + 1] == "jump" and not FROM.search(sheet.blocks[at + 1].text)


def _opens(sheet: Sheet, head: Flags, cuts: Set[int]) -> Indices:
    """A story opens at a head, a cut, a list after something else, a jump from elsewhere, the page's top."""
    blocks = [sheet.blocks[at] for at in sheet.texts]
    lists = [is_list(block) or is_rubric(blocks, at) for at, block in enumerate(blocks)]
    opens = np.full(len(head), -1)
    stories = 0
    for row, at in enumerate(sheet.texts):
        under_head = row > 0 and bool(head[row - 1]) and "caption" not in sheet.kinds[sheet.texts[row - 1] : at]
        listed = lists[row] and not under_head and not (row and lists[row - 1])
        if head[row]:
            opens[row] = stories - under_head
        elif row == 0 or row in cuts or listed or (_comes_from(sheet, at) and not under_head):
            opens[row] = stories
        stories = max(stories, int(opens[row]) + 1)
    return opens


def _comes_from(sheet: Sheet, at: int) -> bool:
    """Whether a jump line right before a block says that its story comes from another page."""
    return at > 0 and sheet.kinds[at - 1] == "jump" and bool(FROM.search(sheet.blocks[at - 1].text))


def _follows(sheet: Sheet) -> Flags:
    """Which text directly follows which, furniture and captions aside."""
    column = {at: number for number, at in enumerate(sheet.texts)}
    trail = [column[first] for first in sheet.first if first in column]
    follows = np.zeros((len(column),) * 2, dtype=bool)
    follows[trail[:-1], trail[1:]] = True
    return follows


def _parted(sheet: Sheet) -> Flags:
    closing = [kind in {"signoff", "caption", "credit"} for kind in (*sheet.kinds, "")]
    return np.array([closing[at + 1] for at in sheet.texts], dtype=bool)


def _signed(sheet: Sheet) -> Flags:
    below = (*sheet.kinds, "")
    return np.array([below[at + 1] == "signoff" or is_signed(sheet.blocks[at].text) for at in sheet.texts], dtype=bool)
