"""What reading gives: the articles, and everything else the page holds."""

from dataclasses import dataclass

from articles.article import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages read: their articles, and the blocks that belong to none.

    furniture: banners, page lines, advertising slogans, editors' lines, jump lines; duplicates: paragraphs that stand twice.
    """

    articles: tuple[Article, ...]
    furniture: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
