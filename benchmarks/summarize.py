"""Summaries side by side with textrank4zh: speed in the same run, and, on a gold file, what each term earns.

`python -m benchmarks.summarize` measures speed on the corpus; `python -m benchmarks.summarize GOLD` prints the table of
ablations by the headline measure (see `baozhai evaluate summarize`) on JSON lines of articles, packed or not.
"""

import logging
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from textrank4zh import TextRank4Sentence

from articles.article import Article
from articles.corpus import read_corpus
from articles.sentences import sentences
from summarize.candidates import find_candidates
from summarize.classic import rank_classic
from summarize.evaluate import COUNTS, Case, Method, measure, read_gold
from summarize.length import Length
from summarize.rank import summarize
from summarize.terms import PAIR_TERMS, SENTENCE_TERMS
from summarize.weighed import choose_sentences

SEEDS = Path(__file__).parents[1] / "seeds"
THREE = Length(sentences=3)
# The length of the median article of a real paper, in characters; so many of about that length are timed.
CHARACTERS, ARTICLES = 520, 40
LONG = 1000
RUNS = 3
LEAD = "(the lead)"


def main(gold: str | None) -> None:
    """Print the table asked for."""
    warnings.simplefilter("ignore")
    logging.getLogger("jieba").setLevel(logging.ERROR)
    print("\n".join(ablation(Path(gold)) if gold else speed()))


def speed() -> Iterator[str]:
    """Milliseconds an article, and how many times as fast as textrank4zh, for usual articles and for a long one."""
    corpus = sorted(read_corpus(SEEDS), key=lambda one: abs(len("".join(one.body)) - CHARACTERS))
    usual = [Article("", headline=one.headline, body=one.body) for one in corpus[:ARTICLES]]
    long = Article("", body=_sentences(line for one in corpus for line in one.body))
    columns = [_times(usual, RUNS), _times([long], 1)]
    yield f"{'':<34}{f'{CHARACTERS} characters':>24}{f'{LONG} sentences':>24}"
    for at, name in enumerate(JOBS):
        cells = (f"{1e3 * times[at]:,.2f} ms {times[0] / times[at]:>8,.1f} x" for times in columns)
        yield f"{name:<34}" + "".join(f"{cell:>24}" for cell in cells)


def _sentences(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The first sentence of each paragraph, LONG of them."""
    return tuple(islice((found[0] for paragraph in paragraphs if (found := sentences(paragraph))), LONG))


def _times(articles: Sequence[Article], runs: int) -> list[float]:
    """Seconds of the processor that each job takes for an article: the best of several runs, made in turn."""
    for job in JOBS.values():
        job(Article("", body=articles[0].body[:2]))  # what is loaded once is loaded now
    rounds = []
    for _ in range(runs):
        times = []
        for job in JOBS.values():
            began = process_time()
            for article in articles:
                job(article)
            times.append(process_time() - began)
        rounds.append(times)
    return [min(times) / len(articles) for times in zip(*rounds, strict=True)]


def _textrank4zh(article: Article) -> Any:
    ranker = TextRank4Sentence()
    ranker.analyze(article.text)
    return ranker.get_key_sentences(3)


JOBS: dict[str, Callable[[Article], Any]] = {
    "textrank4zh 0.3, sentences": _textrank4zh,
    "classic, sentences": lambda article: rank_classic(article.body),
    "default, sentences": lambda article: choose_sentences(article, find_candidates(article.body), THREE),
    "default, sentences and keywords": lambda article: summarize(article, THREE),
}


def ablation(gold: Path) -> Iterator[str]:
    """What the method holds of the headlines without each of its terms: one sentence (three), odd and even articles."""
    articles = list(read_gold(gold))
    yield f"{'':<24}{'odd':>16}{'even':>16}"
    for name in (LEAD, "", "textrank", *PAIR_TERMS, *SENTENCE_TERMS):
        cells = [_held(articles[half::2], name) for half in (0, 1)]
        label = name if name == LEAD else f"without {name}" if name else "all terms"
        yield f"{label:<24}" + "".join(f"{f'{one:.1f} ({three:.1f})':>16}" for one, three in cells)


def _held(articles: Sequence[Article], name: str) -> tuple[float, float]:
    method = _lead if name == LEAD else _without(name)
    found = [one.shares[name] for article in articles for one in measure(article, {name: method})]
    return tuple(100 * sum(pair[at] for pair in found) / len(found) for at in (0, 1))  # type: ignore[return-value]


def _lead(case: Case) -> Iterator[Sequence[str]]:
    return (case.sentences[:count] for count in COUNTS)


def _without(name: str) -> Method:
    def chosen(case: Case) -> Iterator[Sequence[str]]:
        for count in COUNTS:
            found = choose_sentences(case.article, case.candidates, Length(sentences=count), name)
            yield [sentence.text for sentence in found]

    return chosen


if __name__ == "__main__":
    main(next(iter(sys.argv[1:]), None))
