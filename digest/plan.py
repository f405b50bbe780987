"""Where each story stands on its page: small plans, with the page's other stories as pale shapes."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.article import Article, Place
from digest.story import Digest
from digest.wording import percent

# Places are shares of a page; it is drawn in the proportion of the sheets that papers are printed on, 390 by 545 mm.
WIDTH, HEIGHT = 100, 140
# The middle of a page begins and ends so far across it, and down it.
BEFORE, AFTER = 0.4, 0.6
PageKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the shapes of all its stories, an SVG path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A story on a page: the sheet's name, the story's own shapes as an SVG path, and where they stand in words."""

    sheet: str
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Plans:
    """The sheets of a digest, and the plans of each story in the order of `digest.stories`."""

    sheets: tuple[Sheet, ...]
    stories: tuple[tuple[Plan, ...], ...]


def plans(digest: Digest) -> Plans:
    """The plans of a digest; none of a story whose place is not known, nor where pictures are not wanted."""
    articles = [story.article for story in digest.stories]
    if not digest.pictures:
        return Plans((), ((),) * len(articles))
    pages: dict[PageKey, list[Place]] = {}
    for article in [*articles, *(out.story.article for out in digest.left_out)]:
        for page, places in _by_page(article).items():
            pages.setdefault(page, []).extend(places)
    names = {page: f"sheet{number}" for number, page in enumerate(pages, 1)}
    return Plans(
        tuple(Sheet(names[page], _path(places)) for page, places in pages.items()),
        tuple(
            tuple(Plan(names[page], _path(places), _words(places)) for page, places in _by_page(article).items())
            for article in articles
        ),
    )


def _by_page(article: Article) -> dict[PageKey, list[Place]]:
    """An article's places on each page; one without a number is known by its source."""
    pages: dict[PageKey, list[Place]] = {}
    for place in article.places:
        page = (article.paper, article.date, article.section, place[0] or article.source)
        pages.setdefault(page, []).append(place)
    return pages


def _path(places: Sequence[Place]) -> str:
    """Rectangles as an SVG path.

    >>> _path([(1, 0.1, 0.5, 0.25, 0.75)])
    'M10 70h15v35h-15z'
    """
    corners = [
        (round(left * WIDTH, 1), round(top * HEIGHT, 1), (right - left) * WIDTH, (bottom - top) * HEIGHT)
        for _, left, top, right, bottom in places
    ]
    return "".join(f"M{x:g} {y:g}h{wide:.3g}v{high:.3g}h-{wide:.3g}z" for x, y, wide, high in corners)


def _words(places: Sequence[Place]) -> str:
    """Where places stand on their page, and how much of it they take up.

    >>> _words([(1, 0.1, 0.1, 0.3, 0.3)]), _words([(0, 0.4, 0.4, 0.6, 0.6)]), _words([(2, 0.1, 0.8, 0.9, 1.0)])
    ('第1版左上，约占版面4%', '版面中部，约占版面4%', '第2版下部，约占版面16%')
    """
    areas = [(right - left) * (bottom - top) for _, left, top, right, bottom in places]
    whole = sum(areas)
    across, down = (
        sum(area * (place[at] + place[at + 2]) / 2 for area, place in zip(areas, places, strict=True)) / (whole or 1)
        for at in (1, 2)
    )
    sides = _side(across, "左右") + _side(down, "上下")
    where = sides if len(sides) == 2 else f"{sides or '中'}部"
    page = f"第{places[0][0]}版" if places[0][0] else "版面"
    return f"{page}{where}，约占版面{percent(min(whole, 1.0))}"


def _side(share: float, sides: str) -> str:
    """On which side of the middle a point stands, empty in the middle."""
    return sides[0] if share < BEFORE else sides[1] if share > AFTER else ""
