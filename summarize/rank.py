"""Summarizes an article: ranks its sentences, chooses within the length, restores the reader's order."""

from collections.abc import Callable, Mapping, Sequence

from articles.article import Article
from articles.expressions import expression
from articles.language import TrigramModel
from summarize.candidates import Candidate, find_candidates
from summarize.classic import SHORTEST, rank_classic
from summarize.keywords import find_keywords
from summarize.length import Length
from summarize.names import find_names
from summarize.summary import Sentence, Summary
from summarize.weighed import choose_sentences
from summarize.whole import story_words

# The name of a column in brackets at a headline's end: （逐梦小康）, (读者来信).
COLUMN = expression(
    r"[（(【〔][^（）()【】〔〕]*(?:[（(][^（）()]*[）)][^（）()]*)?[）)】〕]$|^[【〔][^【】〔〕]*[】〕]"
)
# A shorter line above or under a headline is the name of a column or of who wrote it.
SHORTEST_LINE = 8


def summarize(article: Article, length: Length, language: TrigramModel, method: str = "default") -> Summary:
    """The sentences that say what an article says, word for word and in its order, and its keywords.

    method: `default`, or `classic` for the ranking of textrank4zh. A story that the length holds is given whole.
    """
    candidates = find_candidates(article.body)
    chosen = METHODS[method](article, candidates, length, language)
    head = head_of(article)
    said = [head, *(candidate.text for candidate in candidates if candidate.told)]
    found = story_words("\n".join(said))
    names = find_names(found)
    keywords = find_keywords(found, head=head, names=names)
    return Summary(tuple(sorted(chosen, key=lambda s: (s.paragraph, s.place))), keywords, names)


def head_of(article: Article) -> str:
    """What stands above a story, without the name of its column and whom a line names as the writer.

    >>> head_of(Article("a", headline="老余的向导生活（逐梦小康）", kicker="人物", subhead="——回访云岭山口村"))
    '老余的向导生活\\n——回访云岭山口村'
    """
    lines = filter(
        None, (article.headline, *(article.kicker or "").splitlines(), *(article.subhead or "").splitlines())
    )
    bare = [COLUMN.sub("", line) for line in lines]
    return "\n".join(line for at, line in enumerate(bare) if not at or len(line) >= SHORTEST_LINE)


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
