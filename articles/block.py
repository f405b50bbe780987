"""A block of a page: what stands by itself, and what it can be."""

from dataclasses import dataclass
from enum import StrEnum


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
    """A piece of the page that stands by itself; `level` counts its markdown hashes (0: none)."""

    text: str
    level: int = 0
