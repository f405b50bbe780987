"""The day in a few sentences: over all stories of an issue, the lines that open the digest and the day's keywords."""

from collections import Counter
from collections.abc import Sequence
from math import log

from articles.article import Article
from articles.bigrams import bigram_codes
from articles.language import TrigramModel
from summarize.candidates import find_candidates
from summarize.length import Length
from summarize.sentence_terms import SCENE, question
from summarize.shorten import shortened
from summarize.story_terms import ONCE
from summarize.summary import Summary
from summarize.weighed import choose_sentences

FEWEST_LINES, MOST_LINES = 3, 5
STORIES_A_LINE = 4
KEYWORDS = 10
# A line at breakfast.
LINE = 60
# A second story of a group counts half as much as the first, a third a quarter, once every group has a line.
SPREAD = 0.5
# Two sentences that share more of the shorter one's pairs tell the same news.
SAME = 0.5

Told = tuple[Article, Summary, str]


def day(stories: Sequence[Told], language: TrigramModel) -> tuple[list[tuple[str, int]], list[tuple[str, float]]]:
    """The lines that open the digest, each with the number of its story, weightiest first; and the day's keywords.

    stories: articles in the order of the pages with their summaries and groups. One story gives at most one line, every
    group with news gives one, and news told twice is told once.
    """
    weights = _weights([article for article, _, _ in stories])
    lines = _lines(stories, weights, language)
    return lines, _keywords([summary for _, summary, _ in stories], weights)


def _weights(articles: Sequence[Article]) -> list[float]:
    """How much the page makes of each story: page one, the top of the page, length, a headline of its own."""
    above: Counter[object] = Counter()
    weights = []
    for article in articles:
        page = (article.source, article.date, article.page)
        front = 1.6 if article.page == 1 else 1.0
        titled = 1.0 if article.headline else 0.5
        weights.append(front * titled * log(2 + len(article.text)) / (1 + above[page]) ** 0.3)
        above[page] += 1
    return weights


def _lines(stories: Sequence[Told], weights: Sequence[float], language: TrigramModel) -> list[tuple[str, int]]:
    left = set(range(len(stories)))
    wanted = min(MOST_LINES, max(FEWEST_LINES, len(stories) // STORIES_A_LINE))
    chosen: list[tuple[str, int]] = []
    taken: Counter[str] = Counter()
    while left:
        best = max(left, key=lambda number: _turn(weights[number], taken[stories[number][2]], -number))
        article, _, group = stories[best]
        if taken[group] and len(chosen) >= wanted:
            break
        left.remove(best)
        line = line_of(article, language)
        if line and not any(_same(line, other) for other, _ in chosen):
            chosen.append((line, best))
            taken[group] += 1
    return chosen


def _turn(weight: float, taken: int, place: int) -> tuple[bool, float, int]:
    """Who is next: a story of a group without a line, then the weightiest, then the first."""
    return not taken, weight * SPREAD**taken, place


def line_of(article: Article, language: TrigramModel) -> str:
    """A story in one sentence that stands alone, shortened where it must be; empty where there is none.

    No scene, no question, nothing that once was; where none is short enough the headline says it, if there is one.
    """
    alone = [c for c in find_candidates(article.body) if c.fit and not c.needs_previous]
    news = [c for c in alone if not (SCENE.match(c.text) or ONCE.search(c.text)) and question(c.text) == 1]
    short = [first for c in news if len((first := shortened(c, LINE)[0]).text) + bool(first.leaves) <= LINE]
    if not short:
        return (alone and article.headline) or ""
    return choose_sentences(article, short, Length(sentences=1), language)[0].text


def _same(one: str, other: str) -> bool:
    left, right = set(bigram_codes(one).tolist()), set(bigram_codes(other).tolist())
    return len(left & right) > SAME * max(min(len(left), len(right)), 1)


def _keywords(summaries: Sequence[Summary], weights: Sequence[float]) -> list[tuple[str, float]]:
    """Keywords by their shares in the stories and the stories' weights, none part of a heavier one."""
    total = sum(weights) or 1.0
    sums: Counter[str] = Counter()
    for summary, weight in zip(summaries, weights, strict=True):
        sums.update({word: share * weight / total for word, share in summary.keywords})
    chosen: dict[str, float] = {}
    for word, weight in sums.most_common():
        if len(chosen) < KEYWORDS and not any(word in other or other in word for other in chosen):
            chosen[word] = weight
    return list(chosen.items())
