"""An article of what a saved page says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.article import Article
from articles.dateline import parse_dateline
from articles.expressions import expression
from articles.folio import UNKNOWN, Folio, find_date, first_folio, may_be_folio
from articles.ids import paper_word
from formats.html.jumps import part_jumps

DAY = expression(r"\d{1,2}月\d{1,2}日")
# content_548643.htm: by this number a site names its story.
CONTENT = expression(r"content_(?:\d+_)*(\d+)", re.IGNORECASE)
NUMBERED = expression(r"(?:第\s*)?([A-Z]?)0*(\d{1,3})(?:\s*版)?")
PAPER = expression(
    r"《([^《》]{2,15}[报刊])》\s*[（(]|^([\u4e00-\u9fff]{2,12}?[报刊](?:海外版)?)(?=[-—_－|\s]|数字|电子|$)"
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which paper, which day and which page a story is printed in, as far as its file says so."""

    paper: str | None = None
    day: date | None = None
    folio: Folio = UNKNOWN


def find_page(text: str) -> Folio:
    """The page that a field of an e-paper says.

    >>> find_page("A01"), find_page("3").number, find_page("要闻").number
    (Folio(number=1, section='A'), 3, None)
    """
    match = NUMBERED.fullmatch(text.strip())
    return Folio(int(match[2]) or None, match[1] or None) if match else UNKNOWN


def find_folio(lines: Sequence[str]) -> Folio:
    """The page in the lines around a story: 第01版：要闻, 01版：要闻."""
    return first_folio(filter(may_be_folio, lines))


def find_paper(lines: Sequence[str]) -> str | None:
    """The paper in the first line that names one.

    >>> find_paper(["云岭开馆", "岚川日报数字报-云岭开馆"]), find_paper(["田雨 《岚川晚报》（ 2025年4月9日 第 02 版）"])
    ('岚川日报', '岚川晚报')
    """
    match = next(filter(None, map(PAPER.search, lines)), None)
    return (match[1] or match[2]) if match else None


def find_day(lines: Sequence[str], source: str) -> date | None:
    """The day in the first line that names one, else in the names of the file and its folders."""
    return next(filter(None, map(find_date, [*lines, Path(source).stem, source])), None)


def make_article(
    source: str,
    imprint: Imprint,
    headline: str | None,
    body: Sequence[str],
    *,
    kicker: str | None = None,
    subhead: str | None = None,
    byline: str | None = None,
    captions: Sequence[str] = (),
) -> Article:
    """The article; who wrote it and the day of its dateline are its lead's where no field says them.

    Jump lines are no part of its headline and its text, and tell where these go on and come from.
    """
    jumps = part_jumps((kicker, headline, subhead, *body))
    kicker, headline, subhead, *told = jumps.texts
    body = [paragraph for paragraph in told if paragraph]
    lead = body[0] if body else ""
    opening = parse_dateline(lead)
    day = DAY.search(lead)
    return Article(
        id=article_id(source, imprint),
        source=source,
        paper=imprint.paper,
        date=imprint.day,
        page=imprint.folio.number,
        section=imprint.folio.section,
        headline=headline,
        kicker=kicker,
        subhead=subhead,
        byline=byline or " ".join(opening.reporters if opening else ()) or None,
        dateline=day[0] if day else None,
        body=tuple(body),
        captions=tuple(captions),
        continues=jumps.continues,
        continued_from=jumps.continued_from,
        pages=(imprint.folio.number,) if imprint.folio.number else (),
    )


def article_id(source: str, imprint: Imprint) -> str:
    """What names the article on every run, whatever lies beside its file.

    >>> article_id("day/content_548643.htm", Imprint("岚川日报", date(2025, 4, 9), Folio(3, "B")))
    '岚川日报-2025-04-09-b03-a548643'
    >>> article_id("2025-04-09-p02.htm", Imprint(None, date(2025, 4, 9), Folio(2))), article_id("开馆.html", Imprint())
    ('2025-04-09-p02-a01', '开馆')
    """
    stem = Path(source).stem
    content = CONTENT.fullmatch(stem)
    page = f"{(imprint.folio.section or 'p').lower()}{imprint.folio.number:02d}" if imprint.folio.number else None
    said = "-".join(filter(None, (imprint.day.isoformat() if imprint.day else None, page)))
    own = f"a{content[1]}" if content else "a01" if stem == said else stem.removeprefix(f"{said}-")
    return paper_word(imprint.paper) + "-".join(filter(None, (said, own)))
