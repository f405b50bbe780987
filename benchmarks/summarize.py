"""Summaries side by side with textrank4zh, sumy and jieba: speed in one run, and, on a gold file, what each term earns.

`python -m benchmarks.summarize` measures speed on the corpus, in turns, and beside it what summaries hold of withheld
headlines, where a real paper is at hand; cutting the words alone (by rjieba, if it is installed) is the limit.
`python -m benchmarks.summarize GOLD` prints the table of ablations on JSON lines of articles, packed or not: how much
of the withheld headline a summary holds (see `baozhai evaluate summarize`), and, the headline given, how much of a
withheld subhead that the headline does not say. What keeps a summary readable (candidates.py: datelines cut, a
quotation with its speaker, what hangs on its neighbour, what is no sentence) neither measures; it was set by reading.
"""

import logging
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from jieba import analyse
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from textrank4zh import TextRank4Keyword, TextRank4Sentence

from articles.article import Article
from articles.bigrams import bigram_codes
from articles.language import load_language
from articles.sentences import sentences
from articles.words import words
from formats.corpus import read_corpus
from summarize.bigram_terms import BIGRAM_TERMS
from summarize.candidates import find_candidates
from summarize.classic import SHORTEST, rank_classic
from summarize.evaluate import COUNTS, Case, case_of, held, read_gold, read_rows
from summarize.keywords import find_keywords
from summarize.length import DAILY, Length
from summarize.names import find_names
from summarize.rank import summarize
from summarize.sentence_terms import ADDING_TERMS, SENTENCE_TERMS
from summarize.weighed import choose_sentences
from summarize.whole import story_words

SEEDS = Path(__file__).parents[1] / "seeds"
# Real articles, of which so many are looked at; the project does without.
PAPER = Path(__file__).parents[2] / "shared" / "data" / "newspaper-2019-20.jsonl.gz"
CASES = 150
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
    """For usual articles and a long one the milliseconds of each, how many times as fast it is as the first of its
    group, and, where the real papers are at hand, how much of a withheld headline is in one sentence (in three).
    """
    corpus = sorted(read_corpus(SEEDS), key=lambda one: abs(len("".join(one.body)) - CHARACTERS))
    usual = [Article("", headline=one.headline, body=one.body) for one in corpus[:ARTICLES]]
    long = Article("", body=_sentences(line for one in corpus for line in one.body))
    columns = [_times(usual, RUNS), _times([long], 1)]
    cases = _cases()
    yield f"{'':<42}{f'{CHARACTERS} characters':>24}{f'{LONG} sentences':>24}{'headline' if cases else '':>16}"
    for jobs in GROUPS:
        plain = next(iter(jobs))
        for name, job in jobs.items():
            cells = (f"{1e3 * times[name]:,.2f} ms {times[plain] / times[name]:>8,.1f} x" for times in columns)
            worth = _cell([_worth(case, job) for case in cases]) if cases and jobs is SENTENCES else ""
            yield f"{name:<42}" + "".join(f"{cell:>24}" for cell in cells) + f"{worth:>16}"


def _sentences(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The first sentence of each paragraph, LONG of them."""
    return tuple(islice((found[0] for paragraph in paragraphs if (found := sentences(paragraph))), LONG))


def _times(articles: Sequence[Article], runs: int) -> dict[str, float]:
    """Seconds of the processor that each job takes for an article: the best of several runs, made in turn."""
    jobs = {name: job for group in GROUPS for name, job in group.items()}
    for job in jobs.values():
        job(Article("", body=articles[0].body[:2]), THREE)  # what is loaded once is loaded now
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            began = process_time()
            for article in articles:
                job(article, THREE)
            found[name].append(process_time() - began)
    return {name: min(times) / len(articles) for name, times in found.items()}


def _cases() -> list[Case]:
    """Articles of a real paper without their headlines, spread over all that there are; none where no paper is."""
    found = list(filter(None, map(case_of, read_gold(PAPER)))) if PAPER.exists() else []
    return found[:: max(len(found) // CASES, 1)]


def _worth(case: Case, job: "Job") -> tuple[float, ...]:
    return tuple(held(case.goal, job(case.article, Length(sentences=count))) for count in COUNTS)


def _textrank4zh(article: Article, length: Length) -> Sequence[str]:
    ranker = TextRank4Sentence()
    ranker.analyze(article.text)
    return [one.sentence for one in ranker.get_key_sentences(length.sentences or 1)]


def _textrank4zh_keywords(article: Article, length: Length) -> Sequence[str]:
    ranker = TextRank4Keyword()
    ranker.analyze(article.text)
    ranker.get_keywords(8)
    ranker.get_keyphrases(8)
    return _textrank4zh(article, length)


def _sumy(summarizer: Callable[[], Any], article: Article, length: Length) -> Sequence[str]:
    document = PlaintextParser.from_string(article.text, Tokenizer("chinese")).document
    return [str(one) for one in summarizer()(document, length.sentences or 1)]


def _classic(article: Article, length: Length) -> Sequence[str]:
    return [piece.text for piece in rank_classic(article.body)[: length.sentences] if len(piece.text) >= SHORTEST]


def _default(article: Article, length: Length) -> Sequence[str]:
    return [one.text for one in choose_sentences(article, find_candidates(article.body), length, LANGUAGE)]


def _both(article: Article, length: Length) -> Sequence[str]:
    return [one.text for one in summarize(article, length, LANGUAGE).sentences]


def _keywords(article: Article, length: Length) -> Sequence[str]:
    found = story_words(article.text)
    return [word for word, _ in find_keywords(found, head=article.headline or "", names=find_names(found))]


Job = Callable[[Article, Length], Sequence[str]]

SENTENCES: dict[str, Job] = {
    "textrank4zh 0.3, sentences": _textrank4zh,
    "sumy TextRank, sentences": partial(_sumy, TextRankSummarizer),
    "sumy LexRank, sentences": partial(_sumy, LexRankSummarizer),
    "classic, sentences": _classic,
    "default, sentences": _default,
}
KEYWORDS: dict[str, Job] = {
    "jieba.analyse TextRank, keywords": lambda article, length: analyse.textrank(article.text, 8),
    "jieba.analyse TF-IDF, keywords": lambda article, length: analyse.extract_tags(article.text, 8),
    "default, keywords and names": _keywords,
}
BOTH: dict[str, Job] = {
    "textrank4zh 0.3, sentences and keywords": _textrank4zh_keywords,
    "default, sentences and keywords": _both,
    "default, a day's summary and keywords": lambda article, length: _both(article, DAILY),
    "the limit: the words alone": lambda article, length: words(article.text),
}
GROUPS = (SENTENCES, KEYWORDS, BOTH)


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
