"""The default method: TextRank over weighed bigrams, then the sentences that together hold most of them."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from articles.article import Article
from articles.dateline import parse_dateline
from articles.expressions import expression
from articles.language import TrigramModel
from summarize.bigram_terms import FEATURE, NEWS, Shape, Story, count_powers, weigh_bigrams
from summarize.bigrams import Floats, find_bigrams, held_in
from summarize.candidates import Candidate
from summarize.choice import greedy_max_coverage, knapsack
from summarize.length import Length
from summarize.sentence_terms import SCENE, facts
from summarize.shorten import GAP, shortened
from summarize.story_terms import NEWS_DAY, weigh_sentences
from summarize.summary import Sentence
from summarize.textrank import rank_sentences

# The sum of the odds of all bigrams: how many a headline names, and as many again that it could have named.
NAMED = 16.0
# What a reader has from the headline counts less in the choice: the summary should add to it. With 0.7 110 characters
# held more of withheld subheads and of the papers' own abstracts than with 0.3, 0.5 and 1 (615 articles, two papers).
IN_HEADLINE = 0.7
VOICE = expression(r"[“「『]|.*[？！?!]|.*(?:你|我(?![国市省县区州军党院校]))")
BRIEF = 2
# What a sentence inside a paragraph counts under a headline without the one before it, the lead's aside; set by
# reading, as LEAST is: with both a judge who did not know which was which liked 25 of 60 summaries better than the lead
# and 9 less, without them 26 and 17.
INNER = 0.75
# A sentence that adds less than this share of the second best is left out of so many characters.
LEAST = 0.08
# So few characters may stand in another sentence by chance.
CRUMB = 7


def choose_sentences(
    article: Article, candidates: Sequence[Candidate], length: Length, language: TrigramModel, without: str = ""
) -> list[Sentence]:
    """The sentences of a summary in the story's order; `without` names a term to leave out, to see what it earns."""
    if whole := _whole(candidates, length):
        return whole
    usable = [c for c in candidates if c.fit] or candidates  # a list of tips has no other
    if length.chars and not length.whole:
        usable = [part for candidate in usable for part in shortened(candidate, length.chars)]
    story = _story(article, usable, language)
    weights = _worth(story, without)
    own, factors = facts(story, without), weigh_sentences(story, without)
    alone = np.array([INNER if story.headed and c.paragraph and c.place else 1.0 for c in usable])
    gains = greedy_max_coverage(story.bigrams, weights, own, factors, alone, usable, length)
    top = max(gains.values(), default=0) or 1
    second = sorted([0.0, *gains.values()])[-2:][0]
    net = {number: gain - (0 if usable[number].part else LEAST * second) for number, gain in gains.items()}
    chosen = [(usable[number], gains[number] / top) for number in knapsack(usable, net, length)]
    return [_sentence(list(parts)) for _, parts in groupby(chosen, lambda one: (one[0].paragraph, one[0].place))]


def _whole(candidates: Sequence[Candidate], length: Length) -> list[Sentence]:
    """The story itself where the length holds it, furniture apart; else nothing."""
    story = list({c.text: c for c in reversed(candidates) if c.told}.values())[::-1]
    fits = sum(length.spent_on(c.text) for c in story) <= length.budget
    return [_sentence([(c, 1.0)]) for c in story if not _said_by_another(c, story)] if fits else []


def _said_by_another(candidate: Candidate, story: Sequence[Candidate]) -> bool:
    bare = candidate.text.rstrip("。！!")
    return len(bare) > CRUMB and any(bare in other.text for other in story if other is not candidate)


def _story(article: Article, candidates: Sequence[Candidate], language: TrigramModel) -> Story:
    above = "\n".join(filter(None, (article.headline, article.kicker, article.subhead)))
    bigrams = find_bigrams([c.text for c in candidates])
    shape = FEATURE if above and opens_scene(candidates) else shape_of(article.body, candidates)
    return Story(
        candidates, bigrams, count_powers(bigrams, language), held_in(bigrams, above), bool(above), shape, above
    )


def opens_scene(candidates: Sequence[Candidate]) -> bool:
    """Whether a story paints a scene first or asks: under a headline it is a feature, even behind a dateline."""
    lead = candidates[0].text if candidates else ""
    return bool(SCENE.match(lead)) or lead.endswith(("？", "?"))


def shape_of(paragraphs: Sequence[str], candidates: Sequence[Candidate]) -> Shape:
    """How a story is built: a dateline above it, a day in its lead or few paragraphs make it news."""
    lead = candidates[0].text if candidates else ""
    dated = any(map(parse_dateline, paragraphs[:2])) or (NEWS_DAY.search(lead) and not VOICE.match(lead))
    return NEWS if dated or len({c.paragraph for c in candidates}) <= BRIEF else FEATURE


def _worth(story: Story, without: str) -> Floats:
    """What each bigram is worth: the chance that the headline names it, so that none outweighs all others.

    Its odds are its weight by the TextRank of the sentences that hold it.
    """
    odds = weigh_bigrams(story, without)
    if without != "textrank":
        odds = odds * story.bigrams.across(rank_sentences(story.bigrams, odds, len(story.candidates)))
    odds *= NAMED / (odds.sum() or 1.0)
    worth = odds if without == "chance" else odds / (1.0 + odds)
    return worth if without == "in headline" else worth * np.where(story.above, IN_HEADLINE, 1.0)


def _sentence(parts: Sequence[tuple[Candidate, float]]) -> Sentence:
    """A sentence of the parts that were chosen, the score that of its best."""
    (first, _), (last, _) = parts[0], parts[-1]
    text = "".join(part.text for part, _ in parts)
    if last.leaves:
        text = text.rstrip("，,；;") + GAP
    cuts = (*first.cuts, *filter(None, [last.leaves]))
    return Sentence(text, first.paragraph, first.place, float(max(score for _, score in parts)), cuts)
