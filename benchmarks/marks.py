"""What the marks of sentences are worth: `python -m benchmarks.marks GOLD...`, JSON lines of articles with headlines.

For each mark: how often the sentence nearest to the headline bears it, as a share of how often the sentences of the
same stories do (1 is chance), and in how many stories some sentences bear it and some do not.
"""

import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from articles.article import Article
from articles.bigrams import bigram_codes
from summarize import sentence_terms as terms
from summarize import story_terms
from summarize.candidates import find_candidates
from summarize.evaluate import FEWEST, held, read_gold

# No sentence that holds less of the headline is its news.
NEAR = 0.3

MARKS: dict[str, Callable[[str], object]] = {
    "judgment": lambda text: terms.judgment(text) > 1,
    "claim": lambda text: terms.CLAIMED.search(text) and not terms.JUDGED.search(text),
    "law": lambda text: terms.LAW.search(text) and not terms.JUDGED.search(text),
    "result": lambda text: terms.result(text) > 1,
    "proposal": lambda text: terms.result(text) < 1,
    "demands": lambda text: terms.exhortation(text) < 1,
    "roll": lambda text: terms.roll(text) < 1,
    "scene": lambda text: terms.scene(text) < 1,
    "example": lambda text: terms.example(text) < 1,
    "question": lambda text: terms.question(text) < 1,
    "slogan": lambda text: terms.substance(text) < 1,
    "once": story_terms.ONCE.search,
}


def main(golds: Sequence[str]) -> None:
    """Print a line a mark, nothing without articles."""
    stories = [story for gold in golds for article in read_gold(Path(gold)) for story in _story(article)]
    for name, mark in MARKS.items() if stories else ():
        borne = [(nearest, [bool(mark(text)) for text in texts]) for texts, nearest in stories]
        mixed = [(nearest, marks) for nearest, marks in borne if 0 < sum(marks) < len(marks)]
        chance = sum(sum(marks) / len(marks) for _, marks in mixed)
        print(f"{name:<12}{sum(marks[nearest] for nearest, marks in mixed) / max(chance, 1e-9):6.2f}{len(mixed):8}")


def _story(article: Article) -> Iterator[tuple[Sequence[str], int]]:
    """The sentences of a story that may be chosen, and which of them is nearest to its headline."""
    texts = [candidate.text for candidate in find_candidates(article.body) if candidate.fit]
    goal = frozenset(bigram_codes(article.headline or "").tolist())
    half = zlib.crc32((article.headline or "").encode()) % 2 == 0  # the other is left for confirming
    if half and goal and len(texts) > FEWEST:
        shares = [held(goal, [text]) for text in texts]
        nearest = max(range(len(texts)), key=lambda at: shares[at] * terms.brevity(texts[at]))
        if shares[nearest] >= NEAR:
            yield texts, nearest


if __name__ == "__main__":
    main(sys.argv[1:])
