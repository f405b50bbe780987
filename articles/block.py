"""A block of a page: what stands by itself, and what it can be."""

from dataclasses import dataclass
from enum import StrEnum

from articles.layout import Box


class BlockType(StrEnum):
    """What a block is; after METS/ALTO a page's text blocks and what is printed around them."""

    TEXT = "text"  # running text or a headline: only its neighbours can tell
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"  # who took a picture
    FURNITURE = "furniture"  # banners, page lines, editors' lines
    JUMP = "jump"  # 下转第3版
    NAME = "name"  # a name alone, until what stands over it tells a byline from a sign-off
    SIGNOFF = "signoff"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page that stands by itself.

    level: of a heading, 1 for the highest, 0 for what is none by its mark or its size; opens: whether a story opens
    with it without a heading, None where nothing but its text can tell; hint: what it is by its place on the page, None
    where only its text can tell; boxes: of its lines, where that is known; under: whether it stands right under the
    block before it, with no blank line between.
    """

    text: str
    level: int = 0
    opens: bool | None = None
    hint: BlockType | None = None
    boxes: tuple[Box, ...] = ()
    under: bool = False
