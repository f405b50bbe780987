"""Lines that run downwards, put together from the pieces and single characters that a page gives."""

from collections.abc import Callable, Sequence

from articles.layout import Box, Line

# In ems: off the middle line, sizes apart; white in a stack of two, and how much more than it has elsewhere.
OFF_MIDDLE, SIZES_APART = 0.7, 0.15
MOST_GAP, SLACK, MOST_OVERLAP = 1.6, 0.45, 1.0
# Evenly spaced characters: from one to the next, how even, how far off their line, and how many make a line.
LEAST_PITCH, MOST_PITCH, UNEVEN, OFF_LINE, LEAST_SPACED = 0.8, 2.6, 0.15, 0.2, 3
MOST_SINGLE = 400

Place = Callable[[Line], float]


def spaced_stacks(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines made of single characters that stand one under the other with white between, and the other lines.

    Where the characters stand in rows as well, the longer run is the line.
    """
    single = [line for line in lines if len(line.text) == 1 and not line.vertical]
    if not LEAST_SPACED <= len(single) <= MOST_SINGLE:
        return [], list(lines)
    across = {id(line): len(chain) for chain in _chains(single, _middle_x, _middle_y) for line in chain}
    stacks = [
        chain
        for chain in _chains(single, _middle_y, _middle_x)
        if len(chain) >= LEAST_SPACED and len(chain) > max(across[id(line)] for line in chain)
    ]
    used = {id(line) for chain in stacks for line in chain}
    return [_stack(chain) for chain in stacks], [line for line in lines if id(line) not in used]


def _middle_x(line: Line) -> float:
    return (line.box.left + line.box.right) / 2


def _middle_y(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2


def _chains(lines: Sequence[Line], along: Place, across: Place) -> list[list[Line]]:
    """Characters of one size in a row, evenly apart."""
    chains: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (along(line), across(line))):
        chain = next((one for one in chains if _is_next(one, line, along, across)), None)
        if chain:
            chain.append(line)
        else:
            chains.append([line])
    return chains


def _is_next(chain: Sequence[Line], line: Line, along: Place, across: Place) -> bool:
    last, size = chain[-1], line.size
    pitch = along(line) - along(last)
    if abs(last.size - size) > SIZES_APART * size or abs(across(last) - across(line)) > OFF_LINE * size:
        return False
    if len(chain) == 1:
        return LEAST_PITCH * size < pitch < MOST_PITCH * size
    return abs(pitch - (along(last) - along(chain[-2]))) < UNEVEN * size


def _stack(chain: Sequence[Line]) -> Line:
    left, right = min(line.box.left for line in chain), max(line.box.right for line in chain)
    box = Box(left, chain[0].box.top, right, max(line.box.bottom for line in chain))
    return Line("".join(line.text for line in chain), box, chain[0].size, chain[0].font, True)


def joined_stacks(level: Sequence[Line], upright: Sequence[Line]) -> list[Line]:
    """All lines, pieces of one that runs downwards put together; a mark alone between two pieces is one of them."""
    if not upright:
        return list(level)
    single = [line for line in level if len(line.text) == 1]
    found: list[Line] = []
    used: set[int] = set()
    for piece in sorted([*upright, *single], key=lambda line: (line.box.top, line.box.left)):
        at = next((at for at, line in enumerate(found) if _one_stack(line, piece)), None)
        if at is None:
            found.append(piece)
        else:
            used |= {id(found[at]), id(piece)}
            found[at] = _stack([found[at], piece])
    return [line for line in level if id(line) not in used] + [line for line in found if line.vertical]


def _one_stack(upper: Line, lower: Line) -> bool:
    size = max(upper.size, lower.size)
    gap = lower.box.top - upper.box.bottom
    similar = abs(upper.size - lower.size) <= SIZES_APART * size
    if not similar or abs(_middle_x(upper) - _middle_x(lower)) >= OFF_MIDDLE * size or gap <= -MOST_OVERLAP * size:
        return False
    count = len(upper.text)
    if count == 1:
        return gap < MOST_GAP * size
    own_gap = (upper.box.height - count * size) / (count - 1)
    return gap - own_gap < SLACK * size
