"""A page's own page in an e-paper: which stories stand on it, and where, without their texts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from posixpath import basename
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from articles.errors import InputError
from articles.expressions import expression
from articles.outline import CURE, Entry, Outline, Rectangle
from formats.html.markup import Document, said, tree_lines
from formats.html.story import find_day, find_folio, find_paper

STORY = expression(r"(?:content|nw)[._][^/]*\.x?html?", re.IGNORECASE)
# The links to the other pages of the day; many sites have links to files called content_1.htm.
PAGES = "a#pageLink,a[href*='node_']"
LENGTH = expression(r"\d{1,5}(?:\.\d{1,6})?")
MOST_CORNERS, MOST_AREAS = 400, 500
Point = tuple[float, float]


def read_node(document: Document) -> Outline | None:
    """The outline of a node page, None for other pages; the tree is used up."""
    areas = [(name, node) for node in document.tree.css("area") if (name := _linked(node))][:MOST_AREAS]
    mapped = {name for name, _ in areas}
    headlines: dict[str, str] = {}
    for node in document.tree.css("a"):
        name = _linked(node)
        # Beside the map a node page lists its stories; without one every link to a story is of the list.
        if name and (name in mapped or not mapped):
            headlines.setdefault(name, said(node.html) or "")
    names = list(dict.fromkeys([*headlines, *mapped]))
    if not mapped and (len(names) < 2 or not document.first(PAGES)):
        return None
    places = _places(document, areas)
    entries = tuple(Entry(name, headlines.get(name) or None, tuple(places[name])) for name in names)
    title = document.title
    around = tree_lines(document.tree)
    folio = find_folio(around)
    told = InputError(f"it lists {len(names)} {'stories' if len(names) > 1 else 'story'}", CURE)
    day, paper = find_day(around, document.source), find_paper([title, *around])
    return Outline(document.source, told, paper, day, folio.section, folio.number, entries)


def _linked(node: LexborNode) -> str | None:
    """The file of a story that a link names."""
    try:
        name = unquote(basename(urlsplit(node.attributes.get("href") or "").path))
    except ValueError:
        return None
    return name if STORY.fullmatch(name) else None


def _places(document: Document, areas: Sequence[tuple[str, LexborNode]]) -> dict[str, list[Rectangle]]:
    """The rectangles of each story, as shares of the picture that the map lies on."""
    polygons = [(name, _corners(node)) for name, node in areas]
    points = [point for _, corners in polygons for point in corners]
    picture = document.first("img[usemap]")
    wide, high = (_length(picture, side) or _reach(points, at) for at, side in enumerate(("width", "height")))
    places: dict[str, list[Rectangle]] = defaultdict(list)
    for name, corners in polygons:
        for left, top, right, bottom in _rectangles(corners):
            shares = (left / wide, top / high, right / wide, bottom / high)
            places[name].append(tuple(round(min(1.0, share), 4) for share in shares))  # type: ignore[arg-type]
    return places


def _length(node: LexborNode | None, side: str) -> float | None:
    """A picture's width or height in pixels, where it is said."""
    match = LENGTH.match((node.attributes.get(side) or "") if node else "")
    return float(match[0]) or None if match else None


def _reach(points: Sequence[Point], at: int) -> float:
    """How far a page goes: its margins are alike (3.72 to 396.32 of 400 on a page of 人民日报)."""
    values = [point[at] for point in points]
    return (max(values) + min(values)) or 1.0 if values else 1.0


def _corners(node: LexborNode) -> list[Point]:
    """The corners of an area; a rectangle has two of its four."""
    values = [float(length) for length in LENGTH.findall(node.attributes.get("coords") or "")[: 2 * MOST_CORNERS]]
    points = list(zip(values[::2], values[1::2], strict=False))
    if len(points) == 2:
        (left, top), (right, bottom) = points
        points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return points


def _rectangles(corners: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
    """The polygon cut into rectangles at the heights of its corners; sloping edges are taken where they are halfway.

    >>> list(_rectangles([(0, 0), (4, 0), (4, 2), (2, 2), (2, 6), (0, 6)]))
    [(0.0, 0, 4.0, 2), (0.0, 2, 2.0, 6)]
    """
    edges = [(start, end) for start, end in pairwise([*corners, *corners[:1]]) if start[1] != end[1]]
    open_: tuple[float, float, float, float] | None = None
    for top, bottom in pairwise(sorted({y for _, y in corners})):
        middle = (top + bottom) / 2
        crossed = sorted(
            x + (middle - y) * (right - x) / (low - y)
            for (x, y), (right, low) in edges
            if min(y, low) < middle < max(y, low)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            if open_ and (open_[0], open_[2], open_[3]) == (left, right, top):
                open_ = (left, open_[1], right, bottom)
                continue
            if open_:
                yield open_
            open_ = (left, top, right, bottom) if left < right else None
    if open_:
        yield open_
