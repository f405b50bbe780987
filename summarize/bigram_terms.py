"""The terms of the default method that make a bigram weigh. Each stands alone.

Weights multiply: a bigram's is the odds that the headline names it, and the exponents are those of a logistic
regression, rounded, on half of a month of newspaper articles, their headlines withheld (the place in news by what
broadcast news hold); the other half confirmed them. `python -m benchmarks.summarize GOLD` measures each term alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Codes, Flags, find_sorted
from articles.language import TrigramModel
from summarize.bigrams import Bigrams, Floats
from summarize.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Shape:
    """How the weight of a story lies along it.

    name: of the kind of story; place: the power of the place (from 1) of the first sentence that holds a bigram;
    openers: the power of the count of paragraphs (and 1) whose first sentence does;
    opening, ending: factors of bigrams in the first paragraph, the last sentence.
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

    repeated: of each bigram the power of its count, see `count_powers`; above: which bigrams the words above the body
    hold; headed: whether there are such words; head: these words.
    """

    candidates: Sequence[Candidate]
    bigrams: Bigrams
    repeated: Floats
    above: Flags
    headed: bool
    shape: Shape
    head: str = ""

    @property
    def numbers(self) -> Floats:
        """The number of the sentence that each candidate is or is part of, from 0."""
        return np.cumsum([candidate.part == 0 for candidate in self.candidates]) - 1.0


# The power of the place is less by this share of it under a headline. To a reader who did not know which was which the
# flatter of two was the better in 11 of 14 summaries; a withheld subhead is held best with a half.
HEADED = 0.6
# The walk counts each time that a bigram stands in a sentence once; the power of the count is to be the bigram's
# surprisal over this, the surprisal in nats within these bounds.
SPECIFIC = 8.5
COMMON, RARE = 8.0, 16.0


def count_powers(bigrams: Bigrams, language: TrigramModel) -> Floats:
    """The power of the count of each bigram; 0 for one that stands in one sentence alone, whatever it is."""
    powers = np.zeros(len(bigrams.codes))
    again = (bigrams.count > 1).nonzero()[0]
    codes: Codes = bigrams.codes[again]
    seen, _ = find_sorted(language.bigrams, codes)
    surprisal = np.where(seen, language.surprisal(codes).astype(np.float64), RARE)
    powers[again] = np.clip(surprisal, COMMON, RARE) / SPECIFIC - 1.0
    return powers


def specificity(story: Story) -> Floats:
    """What comes again tells the more the rarer it is elsewhere (中国 comes again in any story).

    Source: K. Spärck Jones, A Statistical Interpretation of Term Specificity, Journal of Documentation 28 (1972).
    """
    return np.asarray(story.bigrams.count**story.repeated)


def place(story: Story) -> Floats:
    """What comes early counts more, and far more in news.

    Source: P. B. Baxendale, Machine-Made Index for Technical Literature, IBM Journal 2 (1958); the power of the place
    after C. Florescu and C. Caragea, PositionRank, ACL 2017.
    """
    powers = (1.0 + story.numbers) ** story.shape.place
    return np.asarray(powers[story.bigrams.first])


def under_headline(story: Story) -> Floats:
    """Under a headline the top, which it repeats, counts less."""
    power = -HEADED * story.shape.place if story.headed else 0.0
    return np.asarray(((1.0 + story.numbers) ** power)[story.bigrams.first])


def openers(story: Story) -> Floats:
    """What paragraphs open with is what they are about (topic sentences after Baxendale, 1958)."""
    paragraphs = np.array([-1, *(candidate.paragraph for candidate in story.candidates)])
    opens = (paragraphs[1:] != paragraphs[:-1]).astype(np.float64)
    return np.asarray((1.0 + story.bigrams.across(opens)) ** story.shape.openers)


def opening(story: Story) -> Floats:
    """The first paragraph of a feature names the theme."""
    size = sum(c.paragraph == story.candidates[0].paragraph for c in story.candidates)
    return np.where(story.bigrams.first < size, story.shape.opening, 1.0)


def ending(story: Story) -> Floats:
    """What the last sentence comes back to is what the story is about."""
    return np.where(story.bigrams.last == len(story.candidates) - 1, story.shape.ending, 1.0)


def quoted_names(story: Story) -> Floats:
    """Titles and quoted names (《…》, “双减”) go into headlines."""
    return np.where(story.bigrams.quoted, 3.7, 1.0)


def headline(story: Story) -> Floats:
    """What the headline names is what the story is about (title words after Edmundson, 1969)."""
    return np.where(story.above, 2.0, 1.0)


# The weight of a bigram is the product of these.
BIGRAM_TERMS: Mapping[str, Callable[[Story], Floats]] = {
    term.__name__: term
    for term in (specificity, place, under_headline, openers, opening, ending, quoted_names, headline)
}


def weigh_bigrams(story: Story, without: str = "") -> Floats:
    """The weight of each bigram, one term left out if it is named."""
    weights = np.ones(len(story.bigrams.codes))
    for name, term in BIGRAM_TERMS.items():
        if name != without:
            weights *= term(story)
    return weights
