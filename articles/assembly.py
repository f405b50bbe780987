"""The stories of a strip in their true order: runs of texts moved back from where the page prints them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from articles.evidence import Evidence, Matrix
from articles.moves import Facts, find_move, make_move
from articles.naming import is_lead
from articles.sharing import MASS, cohesion
from articles.strip import Strip

# A conditional logit over all moves on 640 forged pages, one of them or none the true one; `moves` and `evidence` have
# its other parts. Of a joint of texts that the page prints apart; how much a text that begins as a sentence does suits
# the start of a paragraph; of paragraphs printed apart; of a lead in the middle of a story; of a loose end at a story's
# end; what neighbours share; a sign-off or a caption between them.
APART, OPENING, ELSEWHERE, LEAD, OPEN, NEIGHBOURS, PARTED = 0.4, 0.42, -1.45, -3.0, -1.45, 8.3, -2.6
LEAST_ODDS, MOST_ODDS = -6.0, 8.0
LEAST_OPENING, MOST_OPENING = -6.0, 3.0
MOST_MOVES = 16
# The log odds from which a loose end is joined to the text after it, where the page prints it there and where not, and
# where it may be a sub-head or a signature over a text that begins as a sentence does.
JOINED_NEXT, JOINED_APART, JOINED_LINE = -3.4, -0.4, 2.0


@dataclass(frozen=True, slots=True)
class Assembly:
    """The texts of each story in their order.

    joints: loose end -> the text that carries it on; moved: text -> what it gained by coming to another story, in log
    odds.
    """

    stories: tuple[tuple[int, ...], ...]
    joints: Mapping[int, int]
    moved: Mapping[int, float]


def assemble(strip: Strip, known: Evidence) -> Assembly:
    """From the page's own order, the best move after the other until none gains (steepest ascent)."""
    member = np.maximum.accumulate(strip.opens)
    stories = [np.flatnonzero((member == story) & ~strip.head).tolist() for story in range(strip.stories)]
    facts = _facts(strip, known)
    moved: dict[int, float] = {}
    for _ in range(MOST_MOVES):
        if not (move := find_move(stories, facts)):
            break
        moved |= dict.fromkeys(stories[move.source][move.first : move.last + 1], move.gain)
        stories = make_move(stories, move)
    home = {text: story for story, texts in enumerate(stories) for text in texts}
    moved = {text: gain for text, gain in moved.items() if home[text] != member[text]}
    return Assembly(tuple(map(tuple, stories)), _joints(stories, strip, known), moved)


def _facts(strip: Strip, known: Evidence) -> Facts:
    kin, mass = cohesion(known)
    heads = (strip.head[:, None] & (strip.opens[:, None] == np.arange(strip.stories))).astype(np.float32)
    return Facts(_steps(strip, known, kin, mass), kin, mass, heads, strip.brief, np.append(strip.whole, False))


def _steps(strip: Strip, known: Evidence, kin: Matrix, mass: Matrix) -> Matrix:
    """Log odds that the column's text comes right after the row's in a story; the last ones are its start and end."""
    leads = np.array([is_lead(text) for text in strip.texts], dtype=bool)
    opening = np.clip(known.opening, LEAST_OPENING, MOST_OPENING)
    root = np.sqrt(mass + MASS)
    joined = np.clip(known.joints, LEAST_ODDS, MOST_ODDS) + APART * ~strip.follows
    begun = OPENING * opening + ELSEWHERE * ~strip.follows + NEIGHBOURS * kin / (root[:, None] * root[None, :])
    apart = LEAD * (leads & ~strip.follows) + PARTED * (strip.parted[:, None] & strip.follows)
    steps = np.zeros((len(leads) + 1,) * 2, dtype=np.float32)
    steps[:-1, :-1] = np.where(known.loose[:, None], joined, begun) + apart
    steps[:-1, -1] = OPEN * known.loose
    steps[-1, :-1] = OPENING * opening
    return steps


def _joints(stories: Sequence[Sequence[int]], strip: Strip, known: Evidence) -> dict[int, int]:
    """A loose end is joined to the text after it where the odds are good enough, else it stays open."""
    lines = strip.brief[:, None] & (known.opening > 0)
    least = np.where(lines, JOINED_LINE, np.where(strip.follows, JOINED_NEXT, JOINED_APART))
    joined = known.loose[:, None] & (known.joints > least)
    return {left: right for story in stories for left, right in pairwise(story) if joined[left, right]}
