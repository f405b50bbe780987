"""What the summaries are worth: how much of a withheld headline they hold, beside lead, classic and the best."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from articles.article import Article, from_json
from articles.bigrams import bigram_codes
from articles.errors import InputError
from articles.expressions import expression
from articles.files import read_bytes
from articles.language import TrigramModel, load_language
from formats.text import decode
from summarize.candidates import UNFIT, Candidate, find_candidates
from summarize.classic import SHORTEST, rank_classic
from summarize.keywords import find_keywords
from summarize.length import Length
from summarize.weighed import choose_sentences, shape_of
from summarize.whole import story_words

# A headline that tells nothing of one story, and notes beside it: 国内联播快讯, （附图片1张）.
BULLETIN = expression(r"快讯|简讯|要闻$|短波$")
NOTE = expression(r"[（(][^（()）]*[）)]")
FEWEST = 4
COUNTS = (1, 3)
KEYWORDS = 5
LENGTHS = {"up to 8 sentences": 8, "9 to 20 sentences": 20, "more than 20": 10**9}


@dataclass(frozen=True, slots=True)
class Row:
    """Articles of one kind: for each method the share of the headline's bigrams held by one sentence and by three.

    keywords: the share held by the five heaviest keywords.
    """

    kind: str
    articles: int
    shares: Mapping[str, tuple[float, float]]
    keywords: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One article: the kinds it belongs to, and what each method holds of its headline."""

    kinds: tuple[str, ...]
    shares: Mapping[str, tuple[float, float]]
    keywords: float


@dataclass(frozen=True, slots=True)
class Case:
    """An article without its headline, its sentences, and the bigrams of the headline."""

    article: Article
    candidates: Sequence[Candidate]
    sentences: Sequence[str]
    goal: frozenset[int]


Method = Callable[[Case, TrigramModel], Iterator[Sequence[str]]]


def evaluate(gold: Path, models: Path) -> list[Row]:
    """The worth of every method on JSON lines of articles with headlines, all together and by kind of story.

    Left out are bulletins, which have many stories under one headline, and stories of fewer than FEWEST sentences.
    """
    language = load_language(models)
    measured = [one for article in read_gold(gold) for one in measure(article, language)]
    if not measured:
        wrong = f"it holds no story with a headline and {FEWEST} sentences or more"
        raise InputError(wrong, "write articles with headline and body, one a line")
    kinds = ["all", *LENGTHS, *sorted({one.kinds[2] for one in measured})]
    return [_row(kind, [one for one in measured if kind in one.kinds]) for kind in kinds]


def read_gold(gold: Path) -> Iterator[Article]:
    """The articles of a gold file, plain or packed by gzip."""
    return (article for article, _ in read_rows(gold))


def read_rows(gold: Path) -> Iterator[tuple[Article, Mapping[str, Any]]]:
    """The articles of a gold file, each with all that its line says."""
    data = read_bytes(gold)
    try:
        text = decode(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
    except (OSError, EOFError, zlib.error):
        raise InputError("it is packed, and broken", "copy it again") from None
    for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
        try:
            row = json.loads(line)
            yield from_json(row, str(number)), row
        except (ValueError, AttributeError):
            raise InputError(f"line {number} is no article", "write one JSON object a line") from None


def measure(
    article: Article, language: TrigramModel, methods: Mapping[str, Method] | None = None
) -> Iterator[Measured]:
    """What each method holds of the headline of an article, unless it is one of those left out."""
    case = case_of(article)
    if not case:
        return
    shares = {
        name: tuple(held(case.goal, chosen) for chosen in method(case, language))
        for name, method in (methods or METHODS).items()
    }
    keywords = [word for word, _ in find_keywords(story_words("\n".join(c.text for c in case.candidates)))[:KEYWORDS]]
    length = next(name for name, most in LENGTHS.items() if len(case.sentences) <= most)
    shape = shape_of(article.body, [c for c in case.candidates if c.fit])
    yield Measured(("all", length, shape.name), shares, held(case.goal, keywords))  # type: ignore[arg-type]


def case_of(article: Article) -> Case | None:
    """An article without what stands above it, and its headline's bigrams; nothing if it is one of those left out."""
    title = NOTE.sub("", article.headline or "")
    blind = replace(article, headline=None, kicker=None, subhead=None)
    candidates = find_candidates(article.body)
    sentences = [c.text for c in candidates if c.rule != UNFIT[0].name and len(c.text) > SHORTEST]
    case = Case(blind, candidates, sentences, frozenset(bigram_codes(title).tolist()))
    return None if not case.goal or len(sentences) < FEWEST or BULLETIN.search(title) else case


def held(goal: frozenset[int], texts: Sequence[str]) -> float:
    """The share of the bigrams aimed at that the texts hold."""
    return len(goal & set(bigram_codes("\n".join(texts)).tolist())) / len(goal)


def _ours(case: Case, language: TrigramModel) -> Iterator[Sequence[str]]:
    for count in COUNTS:
        length = Length(sentences=count)
        yield [sentence.text for sentence in choose_sentences(case.article, case.candidates, length, language)]


def _lead(case: Case, language: TrigramModel) -> Iterator[Sequence[str]]:
    return (case.sentences[:count] for count in COUNTS)


def _classic(case: Case, language: TrigramModel) -> Iterator[Sequence[str]]:
    ranked = [piece.text for piece in rank_classic(case.article.body) if len(piece.text) >= SHORTEST]
    return (ranked[:count] for count in COUNTS)


def _best(case: Case, language: TrigramModel) -> Iterator[Sequence[str]]:
    """The sentences that hold most, each beside those before it."""
    chosen: list[str] = []
    while len(chosen) < COUNTS[-1]:
        chosen.append(max(case.sentences, key=lambda text: held(case.goal, [*chosen, text])))
        if len(chosen) in COUNTS:
            yield list(chosen)


METHODS: Mapping[str, Method] = {"ours": _ours, "lead": _lead, "classic": _classic, "best possible": _best}


def _row(kind: str, measured: Sequence[Measured]) -> Row:
    shares = {name: _mean([one.shares[name] for one in measured]) for name in measured[0].shares} if measured else {}
    return Row(kind, len(measured), shares, sum(one.keywords for one in measured) / max(len(measured), 1))


def _mean(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(one for one, _ in pairs) / len(pairs), sum(three for _, three in pairs) / len(pairs)


def to_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The figures as JSON, shares in percent to one place."""
    return [
        asdict(row)
        | {"shares": {name: [_percent(share) for share in pair] for name, pair in row.shares.items()}}
        | {"keywords": _percent(row.keywords)}
        for row in rows
    ]


def to_text(rows: Sequence[Row]) -> str:
    """The figures as a table for human eyes: percent of the headline in one sentence (in three)."""
    names = list(rows[0].shares)
    lines = ["How much of the withheld headline's pairs of characters is in one sentence (in three), percent", ""]
    lines.append(f"{'stories':<20}{'':>6}" + "".join(f"{name:>16}" for name in names) + f"{f'{KEYWORDS} keywords':>14}")
    for row in filter(lambda row: row.articles, rows):
        cells = (f"{_percent(one):.1f} ({_percent(three):.1f})" for one, three in row.shares.values())
        lines.append(
            f"{row.kind:<20}{row.articles:>6}"
            + "".join(f"{cell:>16}" for cell in cells)
            + f"{_percent(row.keywords):>14.1f}"
        )
    return "\n".join(lines)


def _percent(share: float) -> float:
    return round(100 * share, 1)
