"""Summaries side by side with textrank4zh: speed in the same run, and, on a gold file, what each term earns.

`python -m benchmarks.summarize` measures speed on the corpus; `python -m benchmarks.summarize GOLD` prints the table of
ablations on JSON lines of articles, packed or not: how much of the withheld headline a summary holds (see `baozhai
evaluate summarize`), and, the headline given, how much of a withheld subhead that the headline does not say. What keeps
a summary readable (candidates.py: datelines cut, a quotation with its speaker, what hangs on its neighbour, what is no
sentence) neither measures; it was set by reading.
"""

import logging
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from textrank4zh import TextRank4Keyword, TextRank4Sentence

from articles.article import Article
from articles.bigrams import bigram_codes
from articles.language import load_language
from articles.sentences import sentences
from formats.corpus import read_corpus
from summarize.bigram_terms import BIGRAM_TERMS
from summarize.candidates import find_candidates
from summarize.classic import rank_classic
from summarize.evaluate import COUNTS, Case, case_of, held, read_rows
from summarize.length import DAILY, Length
from summarize.rank import summarize
from summarize.sentence_terms import ADDING_TERMS, SENTENCE_TERMS
from summarize.weighed import choose_sentences

SEEDS = Path(__file__).parents[1] / "seeds"
THREE = Length(sentences=3)
LANGUAGE = load_language(Path(__file__).parents[1] / "models")
# The length of the median article of a real paper, in characters; so many of about that length are timed.
CHARACTERS, ARTICLES = 520, 40
LONG = 1000
RUNS = 3
LEAD = "(the lead)"
# Terms of the whole method, beside those in its tables.
WHOLE = ("textrank", "chance", "in headline", "facts", "lead", "announcement")
# A shorter subhead is a name; so many pairs must be left of it beside the headline's, and so much be in one sentence.
SUBHEAD, PAIRS, SAID = 8, 6, 0.3

Row = tuple[Article, Mapping[str, Any]]


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
    yield f"{'':<42}{f'{CHARACTERS} characters':>24}{f'{LONG} sentences':>24}"
    plain = 0
    for at, name in enumerate(JOBS):
        plain = at if name.startswith("textrank4zh") else plain
        cells = (f"{1e3 * times[at]:,.2f} ms {times[plain] / times[at]:>8,.1f} x" for times in columns)
        yield f"{name:<42}" + "".join(f"{cell:>24}" for cell in cells)


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


def _textrank4zh_keywords(article: Article) -> Any:
    ranker = TextRank4Keyword()
    ranker.analyze(article.text)
    return _textrank4zh(article), ranker.get_keywords(8), ranker.get_keyphrases(8)


JOBS: dict[str, Callable[[Article], Any]] = {
    "textrank4zh 0.3, sentences": _textrank4zh,
    "classic, sentences": lambda article: rank_classic(article.body),
    "default, sentences": lambda article: choose_sentences(article, find_candidates(article.body), THREE, LANGUAGE),
    "textrank4zh 0.3, sentences and keywords": _textrank4zh_keywords,
    "default, sentences and keywords": lambda article: summarize(article, THREE, LANGUAGE),
    "default, a day's summary and keywords": lambda article: summarize(article, DAILY, LANGUAGE),
}


def ablation(gold: Path) -> Iterator[str]:
    """What the summaries hold without each of the terms: one sentence (three), odd and even articles."""
    rows = list(read_rows(gold))
    measures = [list(map(_headline_withheld, rows)), list(map(_subhead_withheld, rows))]
    halves = [list(filter(None, cases[half::2])) for cases in measures for half in (0, 1)]
    titles = [f"{name}, {half}" for name in ("headline", "subhead") for half in ("odd", "even")]
    yield f"{'':<24}" + "".join(f"{title:>16}" for title in titles)
    yield f"{'articles':<24}" + "".join(f"{len(cases):>16}" for cases in halves)
    for name in (LEAD, "", *WHOLE, *BIGRAM_TERMS, *SENTENCE_TERMS, *ADDING_TERMS):
        label = name if name == LEAD else f"without {name}" if name else "all terms"
        cells = (_cell([_held(case, name) for case in cases]) for cases in halves)
        yield f"{label:<24}" + "".join(f"{cell:>16}" for cell in cells)


def _headline_withheld(row: Row) -> Case | None:
    return case_of(row[0])


def _subhead_withheld(row: Row) -> Case | None:
    """A story with its headline; the goal is what its subheads add, bylines among them left out.

    Left out are stories of which no sentence holds SAID of that: their subheads are a name or a date.
    """
    article, said = row
    lines = [said.get("subhead") or "", *(said.get("subheads") or ())]
    case = case_of(replace(article, headline="\n".join(line for line in lines if len(line) >= SUBHEAD)))
    if not case or not article.headline:
        return None
    goal = case.goal - frozenset(bigram_codes(article.headline))
    if len(goal) < PAIRS or max(held(goal, [sentence]) for sentence in case.sentences) < SAID:
        return None
    return replace(case, article=replace(article, subhead=None), goal=goal)


def _held(case: Case, name: str) -> tuple[float, ...]:
    return tuple(held(case.goal, _chosen(case, count, name)) for count in COUNTS)


def _chosen(case: Case, count: int, name: str) -> Sequence[str]:
    if name == LEAD:
        return case.sentences[:count]
    found = choose_sentences(case.article, case.candidates, Length(sentences=count), LANGUAGE, name)
    return [sentence.text for sentence in found]


def _cell(shares: Sequence[tuple[float, ...]]) -> str:
    one, three = (100 * sum(share[at] for share in shares) / max(len(shares), 1) for at in (0, 1))
    return f"{one:.1f} ({three:.1f})"


if __name__ == "__main__":
    main(next(iter(sys.argv[1:]), None))
