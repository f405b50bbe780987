"""The list beside a page: each story's number with its headline, and what the marks say."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from articles.article import Article
from articles.layout import Box
from reading.picture.flow import Step, StoryFlow
from reading.picture.marks import FAINT, INK, SOFT, add, add_break, add_disc, add_step

# Lengths in hundredths of the page's shorter side.
WIDTH, MARGIN, TYPE, LINE, GAP = 36.0, 3.0, 1.45, 2.1, 1.2
MOST_LINES, MOST_HANGING = 2, 2.0
LETTERS = int((WIDTH - 2 * MARGIN - 3) / TYPE)
MOST_NAMED = 200
UNTITLED = "（无题）"


def add_legend(svg: Element, flows: Sequence[StoryFlow], title: str, left: float, unit: float) -> float:
    """Writes the list to the right of a page; gives how far down it reaches."""
    x, y = left + MARGIN * unit, 4 * unit
    add(svg, "text", _short(title, LETTERS), x=x, y=y, font_size=1.6 * unit, fill=INK, font_weight="700")
    y += 4 * unit
    for flow in flows:
        add_disc(svg, flow.number, x + unit, y - unit / 2, unit)
        for line in _wrapped(_named(flow.article)):
            add(svg, "text", line, x=x + 3 * unit, y=y, font_size=TYPE * unit, fill=INK)
            y += LINE * unit
        if facts := _facts(flow):
            add(svg, "text", facts, x=x + 3 * unit, y=y, font_size=1.15 * unit, fill=SOFT)
            y += LINE * unit
        y += GAP * unit
    return _key(svg, x, y + 2 * unit, unit)


def _key(svg: Element, x: float, y: float, unit: float) -> float:
    """What the marks say."""
    for cut, words in ((True, "一句话没完，接下一栏"), (False, "另起一段，接下一栏")):
        add_step(svg, Step(_point(x + unit, y - 2.6 * unit), _point(x + unit, y + 1.2 * unit), cut), SOFT, unit)
        _words(svg, words, x, y, unit)
        y += 5 * unit
    add_break(svg, x + unit, y - unit / 2, unit)
    _words(svg, "文字在此中断，本版没有下文", x, y, unit)
    y += 3.4 * unit
    add(svg, "text", "灰字", x=x - 0.3 * unit, y=y, font_size=1.3 * unit, fill=FAINT)
    _words(svg, "栏题、报头、广告等，不属于任何一篇", x, y, unit)
    return y + 3 * unit


def _words(svg: Element, words: str, x: float, y: float, unit: float) -> None:
    add(svg, "text", words, x=x + 3 * unit, y=y, font_size=1.3 * unit, fill=SOFT)


def _point(x: float, y: float) -> Box:
    return Box(x, y, x, y)


def _named(article: Article) -> str:
    """The headline, or how a story without one begins."""
    return (article.headline or UNTITLED + "".join(article.body[:2]))[:MOST_NAMED]


def _facts(flow: StoryFlow) -> str:
    """In how many columns a story stands, and where else it goes on."""
    article = flow.article
    columns = f"{len(flow.columns)}栏" if flow.columns else None
    came = article.continued_from and f"上接{article.continued_from}"
    goes = article.continues and f"下转{article.continues}"
    return "　".join(filter(None, (columns, came, goes)))


def _wrapped(text: str) -> list[str]:
    """A text on a few lines; a letter or two that would stand alone hang over."""
    text = _short(" ".join(text.split()), MOST_LINES * LETTERS)
    lines = [""]
    for at, letter in enumerate(text):
        if _width(lines[-1] + letter) > LETTERS and _width(text[at:]) > MOST_HANGING:
            lines.append("")
        lines[-1] += letter
    return lines


def _short(text: str, most: float) -> str:
    """As much of a text as fits into so many ems."""
    end = next((at for at in range(len(text)) if _width(text[: at + 1]) > most), None)
    return text if end is None else text[: end - 1] + "…"


def _width(text: str) -> float:
    """How wide a text is, in ems: a letter is about half as wide as a character."""
    return sum(0.56 if letter < "\u1100" else 1.0 for letter in text)
