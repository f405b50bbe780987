"""Cuts a page into blocks: what stands between its blank lines, with broken lines made whole again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from articles.block import Block
from articles.dateline import is_lead
from articles.expressions import expression
from articles.jump_lines import part_jumps
from articles.sentences import SENTENCE_END
from articles.widths import half_widths
from reading.blocks.signoffs import part_signoff
from reading.blocks.unwrap import (
    DATELINE_LINES,
    MOST_CHARACTERS,
    MOST_LINES,
    Measure,
    find_measure,
    glued,
    unwrap,
)

BREAKS = {0x0C: "\n\n"} | dict.fromkeys((0x0B, 0x0D, 0x85, 0x2028, 0x2029), "\n")
ODD_BREAK = expression(f"[{''.join(map(chr, BREAKS))}]")
MARKDOWN = expression(r"(#{1,6})\s+")
# A row of a table: its cells are parted by tabs.
TABLE_ROW = expression(r"[^\t]+(?:\t[^\t]+)+")
LEAST_LIST = 3
# A line of so many half-widths is one of two that were broken.
LEAST_PAIR = 40
LETTER_SPACED = expression(r"\S(?:[ \u3000\u00a0]+\S){2,}")


def split_blocks(text: str) -> list[Block]:
    """The blocks of a page's text in page order; white space and heading hashes aside, no character is lost.

    A jump line at the start or the end of a paragraph is a block of its own, and so is a sign-off behind a text that
    breaks off.

    >>> [(block.text, block.level) for block in split_blocks("## 春耕\\n\\n本报讯 春来了，\\n农民下地。")]
    [('春耕', 2), ('本报讯 春来了，', 0), ('农民下地。', 0)]
    """
    text = text.replace("\r\n", "\n")
    lines = [line.rstrip() for line in (text.translate(BREAKS) if ODD_BREAK.search(text) else text).split("\n")]
    groups = [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    measure = find_measure([line for group in groups for line in group if not MARKDOWN.match(line.lstrip())])
    if measure and all(len(group) == 1 for group in groups):
        # A blank line stands under every line, and parts nothing.
        groups = [[line for group in groups for line in group]]
    below = [*groups[1:], []]
    blocks = (block for at, group in enumerate(groups) for block in _under(_group_blocks(group, measure, below[at])))
    return [part for block in blocks for column in part_jumps(block) for part in part_signoff(column)]


def _under(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with no blank line between."""
    return (replace(block, under=True) if at else block for at, block in enumerate(blocks))


def _group_blocks(lines: list[str], page: Measure | None, below: Sequence[str]) -> Iterator[Block]:
    """The blocks of lines with no blank line between: headings, wrapped paragraphs, tables, lists, a paragraph a line.

    page: the width at which most lines of the page are broken; below: the lines under the next blank one.
    """
    whole = _whole_headings(lines, page) if page else lines
    for heading, run in groupby(whole, key=lambda line: bool(MARKDOWN.match(line.lstrip()))):
        body = list(run)
        if heading:
            yield from map(_heading, body)
        elif len(body) >= 2 and all(TABLE_ROW.fullmatch(line.strip()) for line in body):
            yield Block("\n".join(map(str.strip, body)), opens=False)  # it stands in the midst of its story
        elif len(body) == 1:
            yield _block(body[0])
        elif measure := _page_measure(body, page) or find_measure(body) or _pair(body):
            yield from map(_block, unwrap(body, measure))
        else:
            yield from _stacked(body, () if page else below)


def _whole_headings(lines: Sequence[str], page: Measure) -> Iterator[str]:
    """The lines, each heading with the lines that it was broken into."""
    broken: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = (broken or MARKDOWN.match(line.lstrip())) and page.is_full(line, after)
        broken.append(line)
        if not goes_on or not after or MARKDOWN.match(after.lstrip()):
            yield glued(broken)
            broken = []


def _page_measure(lines: Sequence[str], page: Measure | None) -> Measure | None:
    """The page's width where it is that of these lines too: they reach it, and end sentences, as a list does not."""
    if not page:
        return None
    full = sum(page.is_full(line, "") for line in lines)
    return page if len(lines) < LEAST_LIST or 2 * full >= len(lines) or any(map(SENTENCE_END.search, lines)) else None


def _heading(line: str) -> Block:
    mark = MARKDOWN.match(line.lstrip())
    assert mark
    return Block(_despaced(line.lstrip()[mark.end() :].strip()), len(mark[1]))


def _block(text: str) -> Block:
    return Block(_despaced(text.strip()))


def _despaced(text: str) -> str:
    """A letter-spaced line set solid: 岚 川 日 报 is 岚川日报; words with a gap between them stay as they are."""
    return re.sub(r"[ \u3000\u00a0]+", "", text) if LETTER_SPACED.fullmatch(text) else text


def _pair(lines: list[str]) -> Measure | None:
    """The width of a line that the next one carries on."""
    width = half_widths(lines[0])
    full = len(lines) == 2 and width >= max(LEAST_PAIR, half_widths(lines[1])) and "，" in lines[0]
    return Measure(width, justified=True) if full and not SENTENCE_END.search(lines[0]) else None


def _stacked(lines: list[str], below: Sequence[str]) -> Iterator[Block]:
    """A paragraph a line; a run of three and more short lines without a full stop is one block, a list.

    Three that a story's lead follows are the lines of its headline.
    """
    end = 0
    for short, run in groupby(lines, key=lambda line: len(line.strip()) <= 40 and not SENTENCE_END.search(line)):
        items = [line.strip() for line in run]
        end += len(items)
        if short and len(items) >= LEAST_LIST and not _is_headline(items, lines[end:] or below):
            yield Block("\n".join(items))
        else:
            yield from map(_block, items)


def _is_headline(lines: Sequence[str], below: Sequence[str]) -> bool:
    """Whether short lines are those of a headline, by the text below them."""
    few = len(lines) <= MOST_LINES and sum(map(len, lines)) <= MOST_CHARACTERS
    return few and is_lead("".join(line.strip() for line in below[:DATELINE_LINES]))
