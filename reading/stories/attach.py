"""What stands beside a story's text: bylines, captions, sign-offs and jump lines find the story that they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from articles.block import BlockType
from articles.jump_lines import comes_from, page_named
from reading.blocks.label import LabelledPage
from reading.stories.segment import Segmentation


@dataclass(slots=True)
class Attachments:
    """The parts of a story that are neither its headline nor its body, gathered while its page is read."""

    byline: list[str] = field(default_factory=list)
    signoff: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    continues: str | None = None
    continued_from: str | None = None


def attach(page: LabelledPage, found: Segmentation) -> tuple[list[Attachments], dict[int, int]]:
    """What each story has beside its text, and the story of each such block; a block before any text has none.

    A block belongs to the text before it, a jump line that comes from elsewhere to the text after it.
    """
    where = dict(zip(found.flow.rows.numbers, found.story_of.tolist(), strict=True))
    written = {int(story) for row, story in enumerate(found.story_of) if not found.flow.head[row]}
    attachments = [Attachments() for _ in range(found.flow.stories)]
    homes: dict[int, int] = {}
    for at, block_type in enumerate(page.types):
        if at in where or block_type is BlockType.FURNITURE or page.first[at] != at:
            continue
        text = page.blocks[at].text
        home = _after(where, at) if block_type is BlockType.JUMP and comes_from(text) else _before(where, at)
        if home is not None and home in written:
            homes[at] = home
            _add(attachments[home], block_type, text, bool(at) and page.types[at - 1] is BlockType.CAPTION)
    return attachments, homes


def _before(where: Mapping[int, int], at: int) -> int | None:
    return next((where[block] for block in range(at - 1, -1, -1) if block in where), None)


def _after(where: Mapping[int, int], at: int) -> int | None:
    return next((where[block] for block in range(at + 1, max(where, default=0) + 1) if block in where), None)


def _add(story: Attachments, block_type: BlockType, text: str, under_caption: bool) -> None:
    match block_type:
        case BlockType.JUMP:
            _add_jump(story, text)
        case BlockType.CREDIT if under_caption and story.captions:
            story.captions[-1] += text
        case BlockType.CAPTION | BlockType.CREDIT:
            story.captions.append(text)
        case BlockType.BYLINE:
            story.byline.append(text)
        case BlockType.SIGNOFF:
            story.signoff.append(text)
        case BlockType.TEXT | BlockType.FURNITURE | BlockType.NAME:
            raise AssertionError(f"a block of type {block_type} stands beside no story")
        case _:
            assert_never(block_type)


def _add_jump(story: Attachments, text: str) -> None:
    if comes_from(text):
        story.continued_from = page_named(text)
    else:
        story.continues = page_named(text)
