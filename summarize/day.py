"""The day in a few sentences: over all stories of an issue, the lines that open the digest and the day's keywords."""

from collections import Counter
from collections.abc import Sequence
from math import log

from articles.article import Article
from articles.bigrams import bigram_codes
from summarize.candidates import dependent, unfit
from summarize.summary import Sentence, Summary

FEWEST_LINES, MOST_LINES = 3, 5
STORIES_A_LINE = 4
KEYWORDS = 10
# A line at breakfast; what is longer opens the day only where nothing else of its story can.
LINE = 120
# A second story of a group counts half as much as the first, a third a quarter.
SPREAD = 0.5
# Two sentences that share more of the shorter one's pairs tell the same news.
SAME = 0.5

Told = tuple[Article, Summary, str]


def day(stories: Sequence[Told]) -> tuple[list[tuple[str, int]], list[tuple[str, float]]]:
    """The lines that open the digest, each with the number of its story, weightiest first; and the day's keywords.

    stories: articles in the order of the pages with their summaries and groups. One story gives at most one line,
    groups take turns, and news told twice is told once.
    """
    weights = _weights([article for article, _, _ in stories])
    lines = _lines(stories, weights)
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


def _lines(stories: Sequence[Told], weights: Sequence[float]) -> list[tuple[str, int]]:
    lines = {number: line for number, (_, summary, _) in enumerate(stories) if (line := _line(summary))}
    wanted = min(MOST_LINES, max(FEWEST_LINES, len(stories) // STORIES_A_LINE))
    chosen: list[int] = []
    taken: Counter[str] = Counter()
    while lines and len(chosen) < wanted:
        best = max(lines, key=lambda number: (weights[number] * SPREAD ** taken[stories[number][2]], -number))
        line = lines.pop(best)
        if not any(_same(line, _line(stories[number][1])) for number in chosen):
            chosen.append(best)
            taken[stories[best][2]] += 1
    return [(_line(stories[number][1]), number) for number in chosen]


def _line(summary: Summary) -> str:
    """The weightiest sentence of a summary that stands alone, a short one if there is, empty where none does."""
    alone = [sentence for sentence in summary.sentences if not dependent(sentence.text) and not unfit(sentence.text)]
    short = [sentence for sentence in alone if len(sentence.text) <= LINE]
    return max(short or alone, key=_score).text if alone else ""


def _score(sentence: Sentence) -> float:
    return sentence.score


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
