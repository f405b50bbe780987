"""Reads a page, stage by stage."""

from collections.abc import Iterator, Sequence
from functools import partial

from articles.block import Block
from articles.ids import article_ids
from articles.page import Page
from reading.blocks.label import label_blocks
from reading.blocks.split import split_blocks
from reading.headlines.score import score_headlines
from reading.joins.scores import score_joins, score_lines
from reading.model import ReaderModel
from reading.reading import Reading, merge
from reading.rows.rows import text_rows
from reading.stories.assemble import assemble_reading
from reading.stories.segment import segment

MOST_BLOCKS, MOST_CHARACTERS = 240, 60_000


def read_page(page: Page, models: ReaderModel, ordinal: int = 1) -> Reading:
    """The articles of a page, its furniture and its duplicates, and the page.

    ordinal: what names a page without a number in the ids of its articles.
    """
    return read_alone(page, models, ordinal).with_page(page, ordinal)


def read_alone(page: Page, models: ReaderModel, ordinal: int = 1, copy: int = 1) -> Reading:
    """The same without the page, to be sent from process to process.

    A page that holds more than any paper prints is read in parts, so that the work stays linear whatever comes.
    copy: which it is of several pages of one name.
    """
    ids = article_ids(page, ordinal, copy)
    return merge([read_blocks(page, part, models, ids) for part in _parts(_blocks(page, models))])


def read_blocks(page: Page, part: Sequence[Block], models: ReaderModel, ids: Iterator[str]) -> Reading:
    """The journey: what the blocks of a page become, a stage a line."""
    blocks = label_blocks(part)
    rows = text_rows(blocks)
    joins = score_joins(rows, models)
    titles = score_headlines(rows, joins, models)
    stories = segment(rows, joins, titles, models)
    return assemble_reading(page, blocks, stories, ids, models.heads)


def _blocks(page: Page, models: ReaderModel) -> list[Block]:
    if not page.layout:
        return split_blocks(page.text)
    from reading.layout.blocks import layout_blocks  # imported when used: it costs more than a page of text

    return layout_blocks(page.layout, partial(score_lines, models), models.flow)


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    size = 0
    for block in blocks:
        if part and (len(part) == MOST_BLOCKS or size + len(block.text) > MOST_CHARACTERS):
            yield part
            part, size = [], 0
        part.append(block)
        size += len(block.text)
    if part:
        yield part
