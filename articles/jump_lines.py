"""Jump lines, （下转第3版）: what they look like, and texts that one of them opens or closes."""

from dataclasses import replace

from articles.block import Block
from articles.expressions import expression

PAGE_REF = r"第?\s?[A-Za-z]?\s?[0-9０-９一二三四五六七八九十]{1,3}\s?版"
PAGE = expression(PAGE_REF)
JUMP = rf"[（(\[【]?\s*[>→▶►▸»]*\s*(?:紧?[上下续]?[接转]|相关报道见|详见|全文见){PAGE_REF}.{{0,12}}[）)\]】]?"
JUMP_LINE = expression(JUMP)
# A jump line at the start or the end of a paragraph is looked for in so many characters only.
JUMP_REACH = 40
# A headline may end in where its text comes from: 新馆开馆（上接第1版）.
JUMP_TAIL = expression(
    rf"([（(\[【]?\s*紧?(?:下[接转]|转){PAGE_REF}[^（(。]{{0,10}}[）)\]】]?"
    rf"|[（(\[【]\s*(?:紧|紧?上)接{PAGE_REF}[^（(。]{{0,10}}[）)\]】])\s*$"
)
JUMP_HEAD = expression(rf"^\s*([（(\[【]?\s*(?:紧|紧?上)?接{PAGE_REF}.{{0,10}}?[）)\]】])\s*")
FROM = expression(r"(?:上|承|紧|^[（(\[【]?)接")


def part_jumps(block: Block) -> list[Block]:
    """A block with a jump line at its start or its end as the parts that it has.

    >>> [part.text for part in part_jumps(Block("他说，要办好。（下转第3版）"))]
    ['他说，要办好。', '（下转第3版）']
    """
    before, text, after = part_text(block.text)
    return [*map(Block, before), replace(block, text=text) if before or after else block, *map(Block, after)]


def part_text(text: str) -> tuple[list[str], str, list[str]]:
    """The jump line that opens a text, if any, the text, and the jump line that closes it.

    >>> part_text("（上接第1版）他说，要办好。")
    (['（上接第1版）'], '他说，要办好。', [])
    """
    before, after = [], []
    if (head := JUMP_HEAD.match(text[:JUMP_REACH])) and head.end() < len(text):
        before, text = [head[1]], text[head.end() :].lstrip()
    if (tail := JUMP_TAIL.search(text[-JUMP_REACH:])) and len(tail[0]) < len(text):
        after, text = [tail[1]], text[: -len(tail[0])].rstrip()
    return before, text, after


def comes_from(text: str) -> bool:
    """Whether a jump line says where its story began, and not where it goes on.

    >>> comes_from("（上接第1版）"), comes_from("（下转第3版）")
    (True, False)
    """
    return bool(FROM.search(text))


def page_named(text: str) -> str:
    """The page that a jump line names, or all of a line that names none.

    >>> page_named("（下转第3版）")
    '第3版'
    """
    page = PAGE.search(text)
    return page[0] if page else text
