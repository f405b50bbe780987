"""What stands out in a story's text: the summary's sentences and the words that made the label."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import itemgetter

from digest.story import Story
from summarize.shorten import GAP

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: is it in the summary, is it evidence for the label."""

    text: str
    summary: bool = False
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in its runs; `open` where its text breaks off and goes on nowhere on the page."""

    runs: tuple[Run, ...]
    open: bool


def paragraphs(story: Story) -> list[Paragraph]:
    """The story's body, marked."""
    return [
        Paragraph(runs(text, _sentences(story, number), _words(story)), number in story.article.open_ends)
        for number, text in enumerate(story.article.body)
    ]


def runs(text: str, sentences: Iterable[str], words: Iterable[str]) -> tuple[Run, ...]:
    """The text cut wherever a mark begins or ends; put together again it is the text.

    >>> [run.text for run in runs("今晨降雨。市政协开会。", ["市政协开会。"], ["政协"])]
    ['今晨降雨。', '市', '政协', '开会。']
    """
    summary, evidence = _covered(text, sentences), _covered(text, words)
    edges = sorted({0, len(text), *chain.from_iterable(chain(summary, evidence))})
    return tuple(
        Run(text[start:end], _holds(summary, start), _holds(evidence, start)) for start, end in pairwise(edges)
    )


def _sentences(story: Story, paragraph: int) -> list[str]:
    """The chosen sentences of a paragraph, of a shortened one what is left of it."""
    chosen = [sentence for sentence in story.summary.sentences if sentence.paragraph == paragraph]
    return [part for one in chosen for part in (one.text.split(GAP) if one.cuts else [one.text])]


def _words(story: Story) -> list[str]:
    return [word for word, _ in story.label.evidence]


def _covered(text: str, parts: Iterable[str]) -> list[Span]:
    """What the parts cover, as spans that do not touch; where two parts overlap, the longer one stands."""
    longest: dict[int, int] = {}
    for part in sorted({*parts} - {""}, key=len):
        at = text.find(part)
        while at >= 0:
            longest[at] = len(part)
            at = text.find(part, at + 1)
    spans: list[Span] = []
    for start in sorted(longest):
        first, end = spans[-1] if spans else (0, 0)
        if spans and start == end:
            spans[-1] = first, start + longest[start]
        elif start >= end:
            spans.append((start, start + longest[start]))
    return spans


def _holds(spans: Sequence[Span], place: int) -> bool:
    at = bisect_right(spans, place, key=itemgetter(0))
    return at > 0 and place < spans[at - 1][1]
