"""An outline: which stories a page lists and where they stand, without their texts."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.page import Page

CURE = "save their pages beside it"
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """A story: the name of the file that holds it, its headline, its rectangles as shares of the page."""

    name: str
    headline: str | None = None
    places: tuple[Rectangle, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline(Failure):
    """A page's stories in its order; by itself it is a failure, as it holds no text."""

    paper: str | None = None
    date: datetime.date | None = None
    section: str | None = None
    number: int | None = None
    entries: tuple[Entry, ...] = ()


def lay_out(items: Sequence[Page | Article], outlines: Iterable[Outline]) -> tuple[list[Page | Article], list[Failure]]:
    """The items with the articles that outlines list in these' order and place, and a line for each that lists others.

    Such articles change places among each other; all else stays where it is.
    """
    ordered = sorted(outlines, key=lambda one: (str(one.date), one.section or "", one.number or 0, one.source))
    known = {key: at for at, item in enumerate(items) if isinstance(item, Article) for key in _keys(item)}
    placed: dict[int, Article] = {}
    missing: list[Failure] = []
    for outline in ordered:
        folder = Path(outline.source).parent
        found = [(at, entry) for entry in outline.entries if (at := _find(known, folder, entry)) is not None]
        for at, entry in found:
            placed.setdefault(at, _placed(items[at], outline, entry))
        if len(found) < len(outline.entries):
            missing.append(_missing(outline, len(outline.entries) - len(found)))
    laid_out = list(items)
    for slot, article in zip(sorted(placed), placed.values(), strict=True):
        laid_out[slot] = article
    return laid_out, missing


def _missing(outline: Outline, count: int) -> Failure:
    """The outline itself where it is alone; a notice where some of its stories have come."""
    number = len(outline.entries)
    if count == number:
        return outline
    return Notice(outline.source, InputError(f"it lists {number} stories, of which {count} did not come", CURE))


def _keys(article: Article) -> list[tuple[Path, str]]:
    """By what an outline beside its file may know an article."""
    path = Path(article.source or "")
    return [(path.parent, path.name), (path.parent, _folded(article.headline))]


def _folded(headline: str | None) -> str:
    return "".join((headline or "").split())


def _find(known: dict[tuple[Path, str], int], folder: Path, entry: Entry) -> int | None:
    """Where the article of an entry stands among the items: by the name of its file, else by its headline."""
    at = known.get((folder, entry.name))
    return at if at is not None or not entry.headline else known.get((folder, _folded(entry.headline)))


def _placed(article: Page | Article, outline: Outline, entry: Entry) -> Article:
    """The article with what the outline knows of its page, where it does not say so itself."""
    assert isinstance(article, Article)
    number = article.page or outline.number
    return replace(
        article,
        paper=article.paper or outline.paper,
        date=article.date or outline.date,
        page=number,
        section=article.section or (None if article.page else outline.section),
        pages=article.pages or ((number,) if number else ()),
        places=article.places or tuple((number or 0, *rectangle) for rectangle in entry.places),
    )
