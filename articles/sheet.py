"""A page laid out for reading: its blocks, what each one is, and which stand twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.blocks import FINAL, Block, split_blocks
from articles.naming import name_block, part_jumps

SCENE = re.compile(r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|连日来|目前|.{0,12}(?:正在|现场))")
MOST_BLOCKS, MOST_CHARACTERS = 240, 60_000
LEAST_REPEATED = 12
LEAST_CONTAINED = 24
LEAST_PART = 4
MOST_LINE = 50
MOST_CAPTION = 200


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
    first = _first_copies(blocks, kinds)
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


def _first_copies(blocks: Sequence[Block], kinds: Sequence[str]) -> tuple[int, ...]:
    """For each block the first one with its text, or one that holds it, whole or cut elsewhere; itself if none.

    A line that only a paragraph repeats, among blocks that nothing repeats, is the headline of that paragraph.
    """
    keys = [_key(block) if kind in {"text", "caption"} else "" for block, kind in zip(blocks, kinds, strict=True)]
    first: dict[str, int] = {}
    copies = [first.setdefault(key, at) if len(key) >= LEAST_REPEATED else at for at, key in enumerate(keys)]
    holders = _holders(keys, copies)
    repeated = {at for at in range(len(keys)) if copies[at] != at} | holders.keys()
    for at, holder in holders.items():
        if not (_is_line(blocks[at].text) and repeated.isdisjoint({at - 1, at + 1})):
            copies[at] = holder
    for at, holder in _cut_elsewhere(keys).items():
        if copies[at] == at and copies[holder] != at:
            copies[at] = holder
    _spread(keys, copies, range(1, len(keys)), -1)
    _spread(keys, copies, range(len(keys) - 2, -1, -1), 1)
    return tuple(copies)


def _spread(keys: Sequence[str], copies: list[int], places: Iterable[int], beside: int) -> None:
    """What stands beside a copy and reads as what stands beside the original is a copy, however short."""
    for at in places:
        twin = copies[at + beside] - beside
        if copies[at] == at and twin != at and 0 <= twin < len(keys) and keys[at] and keys[twin] == keys[at]:
            copies[at] = copies[twin]


def _holders(keys: Sequence[str], copies: Sequence[int]) -> dict[int, int]:
    """The blocks whose text another one holds, and that one."""
    whole = "\n".join(keys)
    times = Counter(copies)
    held = [at for at, key in enumerate(keys) if copies[at] == at and len(key) >= LEAST_CONTAINED]
    held = [at for at in held if whole.count(keys[at]) > times[at]]
    return {at: next((n for n, text in enumerate(keys) if keys[at] in text and text != keys[at]), at) for at in held}


def _is_line(text: str) -> bool:
    return len(text) <= MOST_LINE and not FINAL.search(text)


def _cut_elsewhere(keys: Sequence[str]) -> dict[int, int]:
    """The parts of a paragraph that stands whole elsewhere, or cut in another place; and what holds each.

    >>> _cut_elsewhere(["市政协召开主席会议，研究", "市政协召开主席会议，研究提案", "提案"])
    {0: 1, 2: 1}
    >>> _cut_elsewhere(["市政协召开主席会", "议，研究提案工作", "市政协召开主席会议，研究", "提案工作"])
    {2: 0, 3: 1}
    """
    starts: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        starts[key[:LEAST_PART]].append(at)
    parts: dict[int, int] = {}
    for at, key in enumerate(keys):
        for longer in starts[key[:LEAST_PART]] if len(key) >= LEAST_PART else ():
            rest = keys[longer][len(key) :]
            if rest and keys[longer].startswith(key):
                parts |= _rests(keys, starts, at, longer, rest)
    return parts


def _rests(keys: Sequence[str], starts: Mapping[str, list[int]], at: int, longer: int, rest: str) -> dict[int, int]:
    """The blocks that say the same twice, given one that starts as a longer one does, and what that one has more."""
    for other in starts.get(rest[:LEAST_PART], ()):
        if keys[other] == rest:
            return {at: longer, other: longer}
        if len(rest) >= LEAST_PART and keys[other].startswith(rest):
            end = keys[other][len(rest) :]
            ends = [one for one in starts.get(end[:LEAST_PART], ()) if keys[one] == end]
            return {longer: at, **dict.fromkeys(ends, other)}
    return {}


def _key(block: Block) -> str:
    return re.sub(r"\s+", "", block.text)
