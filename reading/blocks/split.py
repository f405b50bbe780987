"""Cuts a page into blocks: what stands between its blank lines, with broken lines made whole again."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import quantiles
from unicodedata import east_asian_width

from articles.block import Block
from articles.sentences import SENTENCE_END
from reading.blocks.jump_lines import part_jumps

BREAKS = {0x0C: "\n\n"} | dict.fromkeys((0x0B, 0x0D, 0x85, 0x2028, 0x2029), "\n")
MARKDOWN = re.compile(r"(#{1,6})\s+")
INDENT = re.compile(r"(?:\u3000{2}|\u2003{1,2}|[ \u00a0]{2,8}|\t)(?=\S)")
# A row of a table: its cells are parted by tabs.
TABLE_ROW = re.compile(r"[^\t]+(?:\t[^\t]+)+")
LETTER_SPACED = re.compile(r"\S(?:[ \u3000\u00a0]+\S){2,}")


def split_blocks(text: str) -> list[Block]:
    """The blocks of a page's text in page order; white space and heading hashes aside, no character is lost.

    A jump line at the start or the end of a paragraph is a block of its own.

    >>> [(block.text, block.level) for block in split_blocks("## 春耕\\n\\n本报讯 春来了，\\n农民下地。")]
    [('春耕', 2), ('本报讯 春来了，', 0), ('农民下地。', 0)]
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").translate(BREAKS).split("\n")]
    groups = [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    return [part for group in groups for block in _group_blocks(group) for part in part_jumps(block)]


def _group_blocks(lines: list[str]) -> Iterator[Block]:
    """The blocks of lines with no blank line between: headings, wrapped text, a table, a list, a paragraph a line."""
    for heading, run in groupby(lines, key=lambda line: bool(MARKDOWN.match(line.lstrip()))):
        body = list(run)
        if heading:
            yield from map(_heading, body)
        elif len(body) >= 2 and all(TABLE_ROW.fullmatch(line.strip()) for line in body):
            yield Block("\n".join(map(str.strip, body)), opens=False)  # it stands in the midst of its story
        elif len(body) == 1:
            yield _block(body[0])
        elif width := _wrap_width(body):
            yield from map(_block, _unwrap(body, width))
        else:
            yield from _stacked(body)


def _heading(line: str) -> Block:
    mark = MARKDOWN.match(line.lstrip())
    assert mark
    return Block(_despaced(line.lstrip()[mark.end() :].strip()), len(mark[1]))


def _block(text: str) -> Block:
    return Block(_despaced(text.strip()))


def _despaced(text: str) -> str:
    """A letter-spaced line set solid: 岚 川 日 报 is 岚川日报; words with a gap between them stay as they are."""
    return re.sub(r"[ \u3000\u00a0]+", "", text) if LETTER_SPACED.fullmatch(text) else text


def _width(line: str) -> int:
    """Columns that a line takes, two for a Chinese character."""
    return len(line) if line.isascii() else sum(1 + (east_asian_width(char) in "WF") for char in line)


def _wrap_width(lines: list[str]) -> int:
    """The width at which the lines are broken, 0 where they are not: most are full and few of those end a sentence."""
    if len(lines) < 3:
        return _pair_width(lines)
    widths = [_width(line) for line in lines]
    width = round(quantiles(widths, n=10)[-1])
    full = [line for line, wide in zip(lines, widths, strict=True) if abs(wide - width) <= 4]
    broken = sum(not SENTENCE_END.search(line) for line in full)
    wrapped = len(full) >= 0.5 * len(lines) and broken >= 0.6 * len(full) and _runs_on(full)
    return width if 16 <= width <= 120 and wrapped else 0


def _runs_on(full: list[str]) -> bool:
    """Whether full lines read as prose broken anywhere; a list of tips has as many lines and no full stop."""
    return (
        any(mark in line for line in full for mark in "。，,") and max(map(_width, full)) - min(map(_width, full)) <= 8
    )


def _pair_width(lines: list[str]) -> int:
    first, second = lines
    full = _width(first) >= max(40, _width(second)) and "，" in first
    return _width(first) if full and not SENTENCE_END.search(first) else 0


def _unwrap(lines: list[str], width: int) -> Iterator[str]:
    """Paragraphs of wrapped lines; one starts at an indent, or after a line that stops short of the width.

    Between a full stop and an indent a line without a stop is a headline, whatever its width.
    """
    indented = any(INDENT.match(line) for line in lines)
    paragraph: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        heads = bool(INDENT.match(after)) and not SENTENCE_END.search(line)
        if paragraph and (INDENT.match(line) or (heads and SENTENCE_END.search(paragraph[-1]))):
            yield _glued(paragraph)
            paragraph = []
        paragraph.append(line.strip())
        if _width(line) < width - 5 and (not indented or SENTENCE_END.search(line) or len(paragraph) <= 2):
            yield _glued(paragraph)
            paragraph = []
    if paragraph:
        yield _glued(paragraph)


def _glued(lines: list[str]) -> str:
    """Broken lines as one; a space only where two Latin words meet."""
    return "".join(lines[:1] + [" " * _meet_latin(left, right) + right for left, right in pairwise(lines)])


def _meet_latin(left: str, right: str) -> bool:
    return (left[-1] + right[0]).isascii() and left[-1].isalpha() and right[0].isalpha()


def _stacked(lines: list[str]) -> Iterator[Block]:
    """A paragraph a line; a run of three and more short lines without a full stop is one block, a list."""
    for short, run in groupby(lines, key=lambda line: len(line.strip()) <= 40 and not SENTENCE_END.search(line)):
        items = [line.strip() for line in run]
        if short and len(items) >= 3:
            yield Block("\n".join(items))
        else:
            yield from map(_block, items)
