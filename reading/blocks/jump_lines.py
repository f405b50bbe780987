"""Jump lines, （下转第3版）: what they look like, and paragraphs that one of them opens or closes."""

import re

from articles.block import Block
from reading.blocks.vocabulary import PAGE_REF

# A jump line at the start or the end of a paragraph is looked for in so many characters only.
JUMP_REACH = 40
JUMP_TAIL = re.compile(rf"([（(\[【]?\s*紧?(?:下[接转]|转){PAGE_REF}[^（(。]{{0,10}}[）)\]】]?)\s*$")
JUMP_HEAD = re.compile(rf"^\s*([（(\[【]?\s*(?:紧|紧?上)?接{PAGE_REF}.{{0,10}}?[）)\]】])\s*")
FROM = re.compile(r"(?:上|承|紧|^[（(\[【]?)接")


def part_jumps(block: Block) -> list[Block]:
    """A block with a jump line at its start or its end as the parts that it has.

    >>> [part.text for part in part_jumps(Block("他说，要办好。（下转第3版）"))]
    ['他说，要办好。', '（下转第3版）']
    """
    text, before, after = block.text, [], []
    if (head := JUMP_HEAD.match(text[:JUMP_REACH])) and head.end() < len(text):
        before, text = [Block(head[1])], text[head.end() :].lstrip()
    if (tail := JUMP_TAIL.search(text[-JUMP_REACH:])) and len(tail[0]) < len(text):
        after, text = [Block(tail[1])], text[: -len(tail[0])].rstrip()
    return [*before, Block(text, block.level, block.opens), *after]


def comes_from(text: str) -> bool:
    """Whether a jump line says where its story began, and not where it goes on.

    >>> comes_from("（上接第1版）"), comes_from("（下转第3版）")
    (True, False)
    """
    return bool(FROM.search(text))
