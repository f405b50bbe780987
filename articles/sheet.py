"""A page laid out for reading: its blocks, what each one is, and which stand twice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.blocks import Block, split_blocks
from articles.copies import find_copies
from articles.naming import name_block, part_jumps

SCENE = re.compile(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|连日来|目前|.{0,12}(?:正在|现场))")
MOST_BLOCKS, MOST_CHARACTERS = 240, 60_000
MOST_CAPTION = 200
REPEATED = {"text", "caption"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks in page order.

    kinds: of each block, with the rule that says so; first: the block that each repeats, itself if none;
    texts: the blocks of running text and headings, each once.
    """

    blocks: tuple[Block, ...]
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    first: tuple[int, ...]
    texts: tuple[int, ...]

    @property
    def duplicates(self) -> tuple[str, ...]:
        """What stands on the page a second time."""
        return tuple(block.text for at, block in enumerate(self.blocks) if self.first[at] != at)


def lay_out(text: str) -> list[Sheet]:
    """The blocks of a page's text, named and compared; a page that holds more than any paper prints comes in parts.

    So the work stays linear whatever comes.
    """
    return [_sheet(run) for run in _runs(part for block in split_blocks(text) for part in part_jumps(block))]


def _runs(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    run: list[Block] = []
    size = 0
    for block in blocks:
        if run and (len(run) == MOST_BLOCKS or size + len(block.text) > MOST_CHARACTERS):
            yield tuple(run)
            run, size = [], 0
        run.append(block)
        size += len(block.text)
    if run:
        yield tuple(run)


def _sheet(blocks: tuple[Block, ...]) -> Sheet:
    named = [name_block(block) for block in blocks]
    kinds = _captioned(blocks, _names_placed(blocks, [kind for kind, _ in named]))
    first = find_copies([_key(block) if kind in REPEATED else "" for block, kind in zip(blocks, kinds, strict=True)])
    texts = tuple(at for at, kind in enumerate(kinds) if kind == "text" and first[at] == at)
    return Sheet(blocks, kinds, tuple(rule for _, rule in named), first, texts)


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
    placed = list(kinds)
    for at, (block, kind, below) in enumerate(zip(blocks, kinds, kinds[1:], strict=False)):
        if (kind, below) == ("text", "credit") and SCENE.match(block.text) and len(block.text) <= MOST_CAPTION:
            placed[at] = "caption"
    return tuple(placed)


def _key(block: Block) -> str:
    return re.sub(r"\s+", "", block.text)
