"""Names in brackets behind a column that breaks off: a sign-off of its own; the text before it goes on elsewhere."""

from collections.abc import Iterator

from articles.block import Block
from articles.expressions import expression
from articles.names import NAME
from articles.sentences import SENTENCE_END

# （周岚 高原）, （通讯员 罗安）: no other bracket ends a line so.
NAMES = expression(rf"[（(](?:(?:本报)?(?:记者|通讯员)\s*[:：]?\s*{NAME}|{NAME}(?:[\s、]+{NAME}){{1,3}})[）)]$")
LONGEST = 24
LEAST = 20


def part_signoff(block: Block) -> Iterator[Block]:
    """A block of text without its sign-off, and that; one that ends its sentence keeps it, as it is printed.

    >>> [part.text for part in part_signoff(Block("新馆藏书六十万册，读者凭身份证即可入馆，馆长贺（周岚 高原）"))]
    ['新馆藏书六十万册，读者凭身份证即可入馆，馆长贺', '（周岚 高原）']
    """
    found = NAMES.search(block.text[-LONGEST:])
    text = block.text[: -len(found[0])].rstrip() if found else ""
    if found and len(text) >= LEAST and not block.level and not SENTENCE_END.search(text):
        yield from (Block(text, opens=block.opens), Block(found[0]))
    else:
        yield block
