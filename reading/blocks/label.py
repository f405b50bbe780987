"""Labels blocks: what each one is, the rule that says so, and the block that it repeats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from articles.block import Block, BlockType
from articles.expressions import expression
from articles.numerals import narrow
from articles.sentences import SENTENCE_END
from reading.blocks.neighbours import by_neighbours
from reading.blocks.repeats import find_repeats, is_line, spare_stories
from reading.blocks.rules import RULES, Rule

SCENE = expression(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|连日来|目前|.{0,12}(?:正在|现场))")
MOST_CAPTION = 200
MOST_OVER_NAME = 40
LONGEST = max(rule.most for rule in RULES)
REPEATED = {BlockType.TEXT, BlockType.CAPTION}


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """Blocks in page order.

    types: of each block; rules: the name of the rule that says so, empty for text; first: the block that each repeats,
    itself if none.
    """

    blocks: tuple[Block, ...]
    types: tuple[BlockType, ...]
    rules: tuple[str, ...]
    first: tuple[int, ...]

    @property
    def duplicates(self) -> tuple[str, ...]:
        """What stands on the page a second time."""
        return tuple(block.text for at, block in enumerate(self.blocks) if self.first[at] != at)


def label_blocks(blocks: Sequence[Block]) -> LabelledPage:
    """The blocks of a page with their types, rules and repeats.

    >>> page = label_blocks([Block("市政协召开主席会议"), Block("本报记者 罗峥"), Block("（下转第3版）")])
    >>> [str(block_type) for block_type in page.types]
    ['text', 'byline', 'jump']
    """
    rules = by_neighbours(blocks, [None if block.hint else find_rule(block) for block in blocks])
    own = [block.hint or (rule.type if rule else BlockType.TEXT) for block, rule in zip(blocks, rules, strict=True)]
    types = _caption_texts(blocks, _place_names(blocks, own))
    first = find_repeats([_key(block, type_) for block, type_ in zip(blocks, types, strict=True)])
    lines = [type_ is BlockType.TEXT and is_line(block.text) for block, type_ in zip(blocks, types, strict=True)]
    first = spare_stories(first, [block.text for block in blocks], lines)
    return LabelledPage(tuple(blocks), types, tuple(rule.name if rule else "" for rule in rules), first)


def find_rule(block: Block) -> Rule | None:
    """The first rule that fits a block; none where only its neighbours can tell what it is."""
    text = narrow(block.text)
    return next((rule for rule in _rules(min(len(text), LONGEST + 1)) if _fits(rule, text)), None)


@cache
def _rules(size: int) -> tuple[Rule, ...]:
    """The rules for blocks of so many characters."""
    return tuple(rule for rule in RULES if size <= rule.most)


def _fits(rule: Rule, text: str) -> bool:
    if not rule.pattern.fullmatch(text):
        return False
    return rule.stopped_from is None or len(text) <= rule.stopped_from or bool(SENTENCE_END.search(text))


def _place_names(blocks: Sequence[Block], types: Sequence[BlockType]) -> list[BlockType]:
    """A name alone is a byline under a short line, a sign-off under a paragraph."""
    above = ["", *(block.text for block in blocks[:-1])]
    return [_named(over) if type_ is BlockType.NAME else type_ for over, type_ in zip(above, types, strict=True)]


def _named(above: str) -> BlockType:
    under_line = above and len(above) <= MOST_OVER_NAME and not re.search(r"[。！？”]$", above)
    return BlockType.BYLINE if under_line else BlockType.SIGNOFF


def _caption_texts(blocks: Sequence[Block], types: Sequence[BlockType]) -> tuple[BlockType, ...]:
    """A paragraph that shows a scene of a day right over a photographer's credit is the picture's caption."""
    below = [*types[1:], BlockType.TEXT]
    return tuple(
        BlockType.CAPTION
        if (type_, under) == (BlockType.TEXT, BlockType.CREDIT)
        and SCENE.match(block.text)
        and len(block.text) <= MOST_CAPTION
        else type_
        for block, type_, under in zip(blocks, types, below, strict=True)
    )


def _key(block: Block, block_type: BlockType) -> str:
    """What a block is compared by, empty for none; a page that is laid out prints an abstract, not a copy."""
    return re.sub(r"\s+", "", block.text) if block_type in REPEATED and block.opens is None else ""
