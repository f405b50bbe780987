"""The rows of a page: its running text and headings in page order, and what each looks like, found out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags
from articles.block import Block, BlockType
from articles.dateline import is_lead
from articles.jump_lines import comes_from
from reading.blocks.label import LabelledPage
from reading.blocks.neighbours import is_title
from reading.rows.shape import (
    ends_mid_sentence,
    is_headline_like,
    is_list,
    is_numbered,
    is_rubric,
    is_signed,
    starts_mid_sentence,
    table_rows,
)

CLOSING = {BlockType.SIGNOFF, BlockType.CAPTION, BlockType.CREDIT}


@dataclass(frozen=True, slots=True)
class TextRows:
    """Blocks of running text and headings, each once; every array is (rows,) unless said otherwise.

    numbers: of the blocks on the page; placed: the page's layout says where a row belongs. Of the row itself:
    headline_like: it may be a headline; titled: it is one, over notes or a notice (简讯, 公告); listed: it is a list or
    its title; atomic: it is that, a row of a table or a numbered sub-head, and so never cut nor joined; lead: it opens
    with a dateline; cut_off: it stops in mid-sentence; starts_mid_sentence: with a mark that no paragraph begins with;
    signed: it ends with a name in brackets.
    Of what stands beside it: above, below: the types of the blocks there, None at the page's ends; follows (rows,
    rows): whether the row is directly followed by the column, where either stands twice in either place; captioned: a
    caption stands between it and the row before; continues, continued: a jump line below or above it says so.
    """

    blocks: tuple[Block, ...]
    numbers: tuple[int, ...]
    placed: Flags
    headline_like: Flags
    titled: Flags
    listed: Flags
    atomic: Flags
    lead: Flags
    cut_off: Flags
    starts_mid_sentence: Flags
    signed: Flags
    above: tuple[BlockType | None, ...]
    below: tuple[BlockType | None, ...]
    follows: Flags
    captioned: Flags
    continues: Flags
    continued: Flags

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each row."""
        return tuple(block.text for block in self.blocks)

    @property
    def brief(self) -> Flags:
        """Whether a row may be a headline and is neither list nor table."""
        return self.headline_like & ~self.atomic

    @property
    def closed(self) -> Flags:
        """Whether a sign-off or a caption stands right after a row."""
        return _flags(below in CLOSING for below in self.below)

    @property
    def signed_off(self) -> Flags:
        """Whether a signature ends a row or stands right after it."""
        return self.signed | _flags(below is BlockType.SIGNOFF for below in self.below)


def text_rows(page: LabelledPage) -> TextRows:
    """The rows of a labelled page.

    >>> from reading.blocks.label import label_blocks
    >>> rows = text_rows(label_blocks([Block("市政协召开主席会议"), Block("本报讯 4月9日，市政协召开主席")]))
    >>> rows.headline_like.tolist(), rows.lead.tolist(), rows.cut_off.tolist()
    ([True, False], [False, True], [True, True])
    """
    numbers = tuple(at for at, type_ in enumerate(page.types) if type_ is BlockType.TEXT and page.first[at] == at)
    blocks = tuple(page.blocks[at] for at in numbers)
    texts = [block.text for block in blocks]
    like = [is_headline_like(block) for block in blocks]
    beside = [after - at == 1 for at, after in zip(numbers, [*numbers[1:], -1], strict=False)]
    listed = _flags(is_list(block) or (beside[at] and is_rubric(blocks, at)) for at, block in enumerate(blocks))
    placed = _flags(block.opens is not None for block in blocks)
    atomic = listed | _flags(map(is_numbered, blocks)) | _flags(table_rows(blocks, like))
    types = (None, *page.types, None)
    return TextRows(
        blocks=blocks,
        numbers=numbers,
        placed=placed,
        headline_like=_flags(like),
        titled=_flags(is_title(*pair) for pair in zip(texts, [*texts[1:], ""], strict=False)),
        listed=listed,
        atomic=atomic,
        lead=_flags(map(is_lead, texts)),
        cut_off=_flags(map(ends_mid_sentence, texts)) & ~atomic & ~(placed & _flags(like)),
        starts_mid_sentence=_flags(map(starts_mid_sentence, texts)),
        signed=_flags(map(is_signed, texts)),
        above=tuple(types[at] for at in numbers),
        below=tuple(types[at + 2] for at in numbers),
        follows=_follows(page, numbers),
        captioned=_captioned(page, numbers),
        continues=_flags(_jumps(page, at + 1, away=True) for at in numbers),
        continued=_flags(_jumps(page, at - 1, away=False) for at in numbers),
    )


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)


def _follows(page: LabelledPage, numbers: Sequence[int]) -> Flags:
    """Which row directly follows which, furniture and captions aside."""
    row_of = {at: row for row, at in enumerate(numbers)}
    trail = [row_of[first] for first in page.first if first in row_of]
    follows = np.zeros((len(numbers),) * 2, dtype=np.bool_)
    follows[trail[:-1], trail[1:]] = True
    return follows


def _captioned(page: LabelledPage, numbers: Sequence[int]) -> Flags:
    """Whether a caption stands between a row and the one before."""
    befores = [*numbers[:1], *numbers[:-1]]
    return _flags(BlockType.CAPTION in page.types[before:at] for before, at in zip(befores, numbers, strict=True))


def _jumps(page: LabelledPage, at: int, away: bool) -> bool:
    """Whether block `at` is a jump line to another page, or from one."""
    there = 0 <= at < len(page.types) and page.types[at] is BlockType.JUMP
    return there and comes_from(page.blocks[at].text) is not away
