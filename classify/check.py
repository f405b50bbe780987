"""Checks the corpus: near-duplicates are refused, form is kept, the spread of length, kinds and vocabulary is told."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median, quantiles

from articles.corpus import Labelled
from articles.dateline import parse_dateline
from articles.errors import InputError
from articles.expressions import expression
from articles.files import read_bytes
from articles.tables import table
from articles.words import words
from classify.domains import Domain, read_domains
from formats.corpus import read_corpus
from formats.text import decode

SHINGLE = 8  # characters
MOST_SHARED = 0.25  # of the shorter article's shingles
SHORTEST, LONGEST = 25, 1500  # characters of a body
# The kinds of article that its text tells; one may be of several.
KINDS: Mapping[str, Callable[[Labelled], bool]] = {
    "under 300": lambda one: _size(one) < 300,
    "300 to 600": lambda one: 300 <= _size(one) < 600,
    "600 and more": lambda one: _size(one) >= 600,
    "with dateline": lambda one: parse_dateline(one.body[0]) is not None,
    "with kicker": lambda one: one.kicker is not None,
    "with subhead": lambda one: one.subhead is not None,
    "column": lambda one: one.headline.endswith("）"),
    "answers": lambda one: any(line.startswith("答：") for line in one.body),
}
FORBIDDEN = expression(r"\*\*|^[-*] |^#{3,}|[{}<>]|某某某某", re.MULTILINE)  # markup and slots


@dataclass(frozen=True, slots=True)
class Twins:
    """Two articles that share too much: the share of the shorter one's shingles that the other has too."""

    first: Labelled
    second: Labelled
    shared: float


def near_duplicates(corpus: Sequence[Labelled]) -> Iterator[Twins]:
    """Pairs that share more than MOST_SHARED of the shorter one's runs of SHINGLE characters."""
    shingles = [_shingles(article) for article in corpus]
    holders = defaultdict(list)
    for place, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(place)
    common: defaultdict[tuple[int, int], int] = defaultdict(int)
    for places in holders.values():
        for pair in combinations(places, 2):
            common[pair] += 1
    for (first, second), count in sorted(common.items()):
        shared = count / min(len(shingles[first]), len(shingles[second]))
        if shared > MOST_SHARED:
            yield Twins(corpus[first], corpus[second], shared)


def _shingles(article: Labelled) -> set[str]:
    text = re.sub(r"\W", "", "".join(article.body))
    return {text[start : start + SHINGLE] for start in range(max(1, len(text) - SHINGLE + 1))}


def faults(seeds: Path) -> Iterator[str]:
    """A line for each fault of form: the file, what is wrong, what to do."""
    for path in sorted(seeds.glob("*/*.md")):
        if path.parent.name == "pages":
            continue
        text = decode(read_bytes(path))
        if not re.match(r"# \S", text):
            yield f"{path}: it does not open with a subject; begin with `# 主题`"
        for match in FORBIDDEN.finditer(text):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: markup {match[0]!r}; write plain paragraphs"
    for article in read_corpus(seeds):
        name, size = f"{seeds / article.domain / article.subject}.md: {article.headline}", _size(article)
        if not SHORTEST <= size <= LONGEST:
            yield f"{name}: {size} characters; write {SHORTEST} to {LONGEST}"
        if article.headline.endswith("。"):
            yield f"{name}: the headline ends in a full stop; take it away"


def spread(corpus: Sequence[Labelled], domains: Sequence[Domain]) -> list[str]:
    """For each domain: articles, subject files, lengths of bodies at their tenths and middle, different words."""
    rows = []
    for domain in domains:
        own = [article for article in corpus if article.domain == domain.key]
        sizes = [*map(_size, own)] or [0]
        tenths = quantiles(sizes, n=10) if len(sizes) > 1 else sizes
        lengths = map(round, (tenths[0], median(sizes), tenths[-1]))
        vocabulary = {word for article in own for word in words("\n".join(article.body))}
        rows.append((domain.key, len(own), len({article.subject for article in own}), *lengths, len(vocabulary)))
    return table(("domain", "articles", "files", "shortest tenth", "median", "longest tenth", "words"), rows)


def kinds(corpus: Sequence[Labelled], domains: Sequence[Domain]) -> list[str]:
    """For each domain how many articles are of each of KINDS: lengths in characters of the body, then forms."""
    rows = []
    for domain in domains:
        own = [article for article in corpus if article.domain == domain.key]
        rows.append((domain.key, *(sum(map(is_one, own)) for is_one in KINDS.values())))
    return table(("domain", *KINDS), rows)


def _size(article: Labelled) -> int:
    return len("".join(article.body))


def check(seeds: Path) -> int:
    """Tells the spread and every fault; gives the exit code."""
    corpus, domains = read_corpus(seeds), read_domains(seeds)
    print("\n".join([*spread(corpus, domains), "", *kinds(corpus, domains), ""]))
    twins = (
        f"{seeds / one.second.domain / one.second.subject}.md: {one.second.headline}: {one.shared:.0%} stands in"
        f" {one.first.domain}/{one.first.subject}.md: {one.first.headline} too; write it anew"
        for one in near_duplicates(corpus)
    )
    lines = [*faults(seeds), *twins]
    print("\n".join(lines), file=sys.stderr) if lines else print("No two alike, none out of form.")
    return bool(lines)


if __name__ == "__main__":
    try:
        sys.exit(check(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")))
    except InputError as error:
        sys.exit(str(error))
