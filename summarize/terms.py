"""The terms of the default method that make a pair of characters weigh. Each stands alone.

Weights multiply: a pair's is the odds that the headline names it, and the exponents are those of a logistic regression,
rounded, on half of a month of newspaper articles, their headlines withheld (the place in news by what broadcast news
hold); the other half confirmed them. `python -m benchmarks.summarize GOLD` measures each term alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from articles.language import Codes, language
from summarize.candidates import Candidate
from summarize.pairs import SHIFT, Flags, Floats, Pairs


@dataclass(frozen=True, slots=True)
class Shape:
    """How the weight of a story lies along it.

    name: of the kind of story; place: the power of the place (from 1) of the first sentence that holds a pair;
    openers: the power of the count of paragraphs (and 1) whose first sentence does;
    opening, ending: factors of pairs in the first paragraph, the last sentence.
    """

    name: str
    place: float
    openers: float
    opening: float
    ending: float


# News is an inverted pyramid, its gist on top; a feature opens with a scene, and comes back to its theme at the end.
NEWS = Shape("news", place=-2.5, openers=0.2, opening=1.0, ending=1.5)
FEATURE = Shape("feature", place=-0.4, openers=0.5, opening=2.0, ending=2.6)


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the terms see it.

    known: which pairs the words above the body hold; headed: whether there are such words.
    """

    candidates: Sequence[Candidate]
    pairs: Pairs
    known: Flags
    headed: bool
    shape: Shape


# The power of the place is less by this share of it under a headline. To a reader who did not know which was which the
# flatter of two was the better in 11 of 14 summaries; a withheld subhead is held best with a half.
HEADED = 0.6
# The walk counts each time that a pair stands in a sentence once; the power of the count is to be the pair's surprise
# in the language over this, the surprise in nats within these bounds.
SPECIFIC = 8.5
COMMON, RARE = 8.0, 16.0
KEY_SHIFT, KEY_MASK = np.uint64(16), np.uint64(0xFFFF)


def specificity(story: Story) -> Floats:
    """What comes again tells the more the rarer it is elsewhere (中国 comes again in any story).

    Source: K. Spärck Jones, A Statistical Interpretation of Term Specificity, Journal of Documentation 28 (1972).
    """
    keys, powers = _powers()
    again = (story.pairs.count > 1).nonzero()[0]
    codes = story.pairs.codes[again]
    wanted = codes >> SHIFT << KEY_SHIFT | codes & KEY_MASK
    at = keys.searchsorted(wanted)
    at[at == len(keys)] = 0
    weights = np.ones(len(story.pairs.codes))
    weights[again] = story.pairs.count[again] ** np.where(keys[at] == wanted, powers[at], RARE / SPECIFIC - 1.0)
    return weights


@cache
def _powers() -> tuple[Codes, Floats]:
    """The pairs of the language, sorted, and the power of the count of each."""
    keys = language().pairs
    return keys, np.clip(language().surprise(keys).astype(np.float64), COMMON, RARE) / SPECIFIC - 1.0


def place(story: Story) -> Floats:
    """What comes early counts more, and far more in news.

    Source: P. B. Baxendale, Machine-Made Index for Technical Literature, IBM Journal 2 (1958); the power of the place
    after C. Florescu and C. Caragea, PositionRank, ACL 2017.
    """
    powers = (1.0 + np.arange(len(story.candidates))) ** story.shape.place
    return np.asarray(powers[story.pairs.first])


def told_above(story: Story) -> Floats:
    """Under a headline the top, which it repeats, counts less."""
    power = -HEADED * story.shape.place if story.headed else 0.0
    return np.asarray(((1.0 + np.arange(len(story.candidates))) ** power)[story.pairs.first])


def openers(story: Story) -> Floats:
    """What paragraphs open with is what they are about (topic sentences after Baxendale, 1958)."""
    paragraphs = np.array([-1, *(candidate.paragraph for candidate in story.candidates)])
    opens = (paragraphs[1:] != paragraphs[:-1]).astype(np.float64)
    return np.asarray((1.0 + story.pairs.across(opens)) ** story.shape.openers)


def opening(story: Story) -> Floats:
    """The first paragraph of a feature names the theme."""
    size = sum(c.paragraph == story.candidates[0].paragraph for c in story.candidates)
    return np.where(story.pairs.first < size, story.shape.opening, 1.0)


def ending(story: Story) -> Floats:
    """What the last sentence comes back to is what the story is about."""
    return np.where(story.pairs.last == len(story.candidates) - 1, story.shape.ending, 1.0)


def quoted_names(story: Story) -> Floats:
    """Titles and quoted names (《…》, “双减”) go into headlines."""
    return np.where(story.pairs.quoted, 3.7, 1.0)


def headline(story: Story) -> Floats:
    """What the headline names is what the story is about (title words after Edmundson, 1969)."""
    return np.where(story.known, 2.0, 1.0)


# The weight of a pair is the product of these.
PAIR_TERMS: Mapping[str, Callable[[Story], Floats]] = {
    term.__name__: term for term in (specificity, place, told_above, openers, opening, ending, quoted_names, headline)
}


def weigh_pairs(story: Story, without: str = "") -> Floats:
    """The weight of each pair, one term left out if it is named."""
    weights = np.ones(len(story.pairs.codes))
    for name, term in PAIR_TERMS.items():
        if name != without:
            weights *= term(story)
    return weights
