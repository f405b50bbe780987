"""Summarizes an article: ranks its sentences, chooses within the length, restores the reader's order."""

from collections.abc import Callable, Mapping, Sequence

from articles.article import Article
from articles.language import TrigramModel
from articles.words import words
from summarize.candidates import Candidate, find_candidates
from summarize.classic import SHORTEST, rank_classic
from summarize.keywords import find_keywords
from summarize.length import Length
from summarize.summary import Sentence, Summary
from summarize.weighed import choose_sentences


def summarize(article: Article, length: Length, language: TrigramModel, method: str = "default") -> Summary:
    """The sentences that say what an article says, word for word and in its order, and its keywords.

    method: `default`, or `classic` for the ranking of textrank4zh. A story that the length holds is given whole.
    """
    candidates = find_candidates(article.body)
    chosen = METHODS[method](article, candidates, length, language)
    said = [article.headline or "", *(candidate.text for candidate in candidates if candidate.told)]
    return Summary(tuple(sorted(chosen, key=lambda s: (s.paragraph, s.place))), find_keywords(words("\n".join(said))))


def _classic(
    article: Article, candidates: Sequence[Candidate], length: Length, language: TrigramModel
) -> Sequence[Sentence]:
    """The heaviest pieces of at least SHORTEST characters that still fit; the heaviest alone where none does."""
    pieces = [piece for piece in rank_classic(article.body) if len(piece.text) >= SHORTEST]
    chosen: list[Sentence] = []
    left = length.budget
    for piece in pieces:
        if (cost := length.spent_on(piece.text)) <= left:
            chosen.append(piece)
            left -= cost
    return chosen or pieces[:1]


METHODS: Mapping[str, Callable[[Article, Sequence[Candidate], Length, TrigramModel], Sequence[Sentence]]] = {
    "default": choose_sentences,
    "classic": _classic,
}
