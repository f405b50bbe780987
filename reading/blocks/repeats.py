"""What stands on a page more than once: of each block the one that it repeats."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from articles.dateline import is_lead
from articles.sentences import SENTENCE_END

# A paragraph so long, or a run of them, is no standing phrase (特此公告。); nor is what follows right on its twin.
LEAST_REPEATED = 36
LEAST_TWIN = 12
LEAST_CONTAINED = 24
# Of a paragraph cut in different places: the whole, and each part.
LEAST_WHOLE, LEAST_PART = 20, 4
MOST_LINE = 50
# Before a clause that may be set out, and after one.
STARTS, MARKS = frozenset('。！？；：“”!?;:"'), frozenset('。！？；，、”!?;,"')


def find_repeats(keys: Sequence[str]) -> tuple[int, ...]:
    """For each block the one that has its text, whole or in parts; itself if none.

    keys: the blocks' texts without white space, empty where a block is no text.

    >>> find_repeats(["市政协召开主席会议，研究旧城改造督办工作。"] * 2 + ["委员们提出了建议。"])
    (0, 0, 2)
    """
    repeats = _twins(keys)
    _join_roots(repeats, _held(keys, repeats))
    _join_roots(repeats, _cut_elsewhere(keys))
    return tuple(_root(repeats, at) for at in range(len(repeats)))


def spare_stories(first: Sequence[int], texts: Sequence[str], lines: Sequence[bool]) -> tuple[int, ...]:
    """The same without the repeats that are all the text of a story: two may print one notice or one agency's lead.

    Such a story is a line with its lead and all under it, where the lead stood before under another line.
    lines: whether each block may be a line of a headline.
    """
    spared = list(first)
    heads = [at for at, line in enumerate(lines) if line and first[at] == at]
    for head in heads:
        end = next((at for at in range(head + 1, len(first)) if first[at] == at), len(first))
        origin = first[head + 1] if end > head + 1 else 0
        whole = end == len(first) or lines[end]
        if whole and origin and lines[origin - 1] and texts[origin - 1] != texts[head] and is_lead(texts[head + 1]):
            spared[head + 1 : end] = range(head + 1, end)
    return tuple(spared)


def _root(repeats: Sequence[int], at: int) -> int:
    while repeats[at] != at:
        at = repeats[at]
    return at


def _join_roots(repeats: list[int], holders: Mapping[int, int]) -> None:
    """Each block that is its own so far becomes a copy of its holder, never in a circle."""
    for at, holder in holders.items():
        if repeats[at] == at and (root := _root(repeats, holder)) != at:
            repeats[at] = root


def _twins(keys: Sequence[str]) -> list[int]:
    """Runs of blocks that stand word for word before; a short one alone, away from its twin, is a standing phrase."""
    repeats = list(range(len(keys)))
    first: dict[str, int] = {}
    at = 0
    while at < len(keys):
        twin = first.setdefault(keys[at], at) if len(keys[at]) >= LEAST_TWIN else at
        size = _twin_size(keys, twin, at) if twin != at else 0
        back = _back(keys, twin, at, repeats) if size else 0
        begin, origin = at - back, twin - back
        total = sum(map(len, keys[begin : at + size]))
        if size and (total >= LEAST_REPEATED or origin + size + back == begin):
            repeats[begin : at + size] = range(origin, twin + size)
        at += max(size, 1)
    return repeats


def _twin_size(keys: Sequence[str], twin: int, at: int) -> int:
    """How many blocks from `at` on read as those from `twin` on."""
    size = 0
    while at + size < len(keys) and twin + size < at and keys[at + size] and keys[at + size] == keys[twin + size]:
        size += 1
    return size


def _back(keys: Sequence[str], twin: int, at: int, repeats: Sequence[int]) -> int:
    """How many blocks before `at` read as those before `twin`."""
    size = 0
    while size < min(twin, at - twin - 1) and keys[at - size - 1] and keys[at - size - 1] == keys[twin - size - 1]:
        if repeats[at - size - 1] != at - size - 1:
            break
        size += 1
    return size


def _held(keys: Sequence[str], repeats: Sequence[int]) -> dict[int, int]:
    """The blocks whose text another one holds, and that one.

    A line that only a paragraph repeats, among blocks that nothing repeats, is the headline of that paragraph. Whole
    sentences are no piece of a column printed again: what a paragraph sets out or quotes stands by itself too.
    """
    whole = "\n".join(keys)
    times = [0] * len(keys)
    for copy in repeats:
        times[copy] += 1
    held = [at for at, key in enumerate(keys) if repeats[at] == at and len(key) >= LEAST_CONTAINED]
    held = [at for at in held if whole.count(keys[at]) > times[at]]
    repeated = {at for at in range(len(keys)) if repeats[at] != at}.union(held)
    holders = {at: next((n for n, key in enumerate(keys) if keys[at] in key and key != keys[at]), at) for at in held}
    holders = {at: holder for at, holder in holders.items() if not _is_quoted(keys[at], keys[holder])}
    alone = {at for at in held if is_line(keys[at]) and repeated.isdisjoint({at - 1, at + 1})}
    return {at: holder for at, holder in holders.items() if at not in alone}


def _is_quoted(text: str, holder: str) -> bool:
    """Whether a text is whole clauses in the midst of the one that holds it, from a sentence's start to a mark.

    >>> _is_quoted("诚信是经济的基石", "专家说：诚信是经济的基石，也是底线。")
    True
    >>> _is_quoted("信是经济的基石", "专家说：诚信是经济的基石，也是底线。")
    False
    """
    at = holder.find(text)
    ended = SENTENCE_END.search(text) or holder[at + len(text) :][:1] in MARKS
    return bool(ended) and (at == 0 or holder[at - 1] in STARTS) and at + len(text) < len(holder)


def is_line(text: str) -> bool:
    """Whether a text may be a line of a headline, as far as its length and its end tell."""
    return len(text) <= MOST_LINE and not SENTENCE_END.search(text)


def _cut_elsewhere(keys: Sequence[str]) -> dict[int, int]:
    """The parts of a paragraph that stands whole elsewhere, or cut in another place; and what says the same.

    >>> _cut_elsewhere(["市政协召开主席会议，研究", "市政协召开主席会议，研究旧城改造督办工作", "旧城改造督办工作"])
    {0: 1, 2: 1}
    >>> cut = ["市政协今天召开主席", "会议，研究重点提案督办。"]
    >>> _cut_elsewhere([*cut, "市政协今天召开主席会议，研", "究重点提案督办。"])
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
        if other in (at, longer):
            continue
        if keys[other] == rest and len(keys[longer]) >= LEAST_WHOLE:
            return {at: longer, other: longer}
        if len(rest) >= LEAST_PART and keys[other].startswith(rest):
            end = keys[other][len(rest) :]
            ends = [one for one in starts.get(end[:LEAST_PART], ()) if keys[one] == end and one != at]
            if ends and len(keys[at]) + len(keys[other]) >= LEAST_WHOLE:
                return {longer: at, **dict.fromkeys(ends, other)}
    return {}
