"""A page laid out for reading: its blocks, what each one is, and which stand twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.blocks import Block, split_blocks
from articles.naming import name_block, part_jumps

SCENE = re.compile(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|连日来|目前|.{0,12}(?:正在|现场))")
MOST = 240
LEAST_REPEATED = 12
LEAST_CONTAINED = 24


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks in page order; kinds: of each, with the rule that says so; first: the block that each repeats, itself if none."""

    blocks: tuple[Block, ...]
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    first: tuple[int, ...]

    @property
    def texts(self) -> tuple[int, ...]:
        """The blocks of running text and headings, each once."""
        return tuple(at for at, kind in enumerate(self.kinds) if kind == "text" and self.first[at] == at)

    @property
    def duplicates(self) -> tuple[str, ...]:
        """What stands on the page a second time."""
        return tuple(block.text for at, block in enumerate(self.blocks) if self.first[at] != at)


def lay_out(text: str) -> list[Sheet]:
    """The blocks of a page's text, named and compared; a page of more blocks than any paper prints comes in parts.

    So the work stays linear whatever comes.
    """
    blocks = [part for block in split_blocks(text) for part in part_jumps(block)]
    return [_sheet(tuple(blocks[at : at + MOST])) for at in range(0, len(blocks), MOST)]


def _sheet(blocks: tuple[Block, ...]) -> Sheet:
    named = [name_block(block) for block in blocks]
    kinds = _captioned(blocks, _names_placed(blocks, [kind for kind, _ in named]))
    return Sheet(blocks, kinds, tuple(rule for _, rule in named), _first_copies(blocks, kinds))


def _names_placed(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[str, ...]:
    """A name alone is a byline under a short line, a sign-off under a paragraph."""
    placed = list(kinds)
    for at, kind in enumerate(kinds):
        if kind == "name":
            above = blocks[at - 1].text if at else ""
            placed[at] = "byline" if at and len(above) <= 40 and not re.search(r"[。！？”]$", above) else "signoff"
    return tuple(placed)


def _captioned(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[str, ...]:
    """A paragraph that shows a scene of a day right over a photographer's credit is the picture's caption."""
    return tuple(
        "caption" if kind == "text" and at + 1 < len(kinds) and kinds[at + 1] == "credit" and SCENE.match(blocks[at].text) and len(blocks[at].text) <= 200 else kind
        for at, kind in enumerate(kinds)
    )


def _first_copies(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, ...]:
    """For each block the first one with its text, or one that holds it whole; itself where there is none."""
    keys = [re.sub(r"\s+", "", block.text) if kind in {"text", "caption"} else "" for block, kind in zip(blocks, kinds, strict=True)]
    first: dict[str, int] = {}
    copies = [first.setdefault(key, at) if len(key) >= LEAST_REPEATED else at for at, key in enumerate(keys)]
    whole = "\n".join(keys)
    for at, key in enumerate(keys):
        if copies[at] == at and len(key) >= LEAST_CONTAINED and whole.count(key) > sum(copy == at for copy in copies):
            copies[at] = next((other for other, text in enumerate(keys) if key in text and key != text), at)
    return tuple(copies)
