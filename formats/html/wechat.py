"""A saved article of a 微信公众号 (WeChat account)."""

from datetime import UTC, date, datetime, timedelta, timezone

from articles.article import Article
from articles.errors import InputError
from articles.expressions import expression
from articles.folio import find_date
from formats.html.markup import Document, lines, said
from formats.html.story import Imprint, make_article

SECONDS = expression(r"\bct\s*[=:]\s*[\"']?(\d{10})\b")
CREATED = expression(r"\bcreateTime\s*[=:]\s*[\"']([^\"']{8,20})[\"']")
BEIJING = timezone(timedelta(hours=8))


def read_wechat(document: Document) -> Article | None:
    """The article, whose paper is the account; None for other pages. Raises InputError where it is empty."""
    content = document.first("#js_content")
    if content is None:
        return None
    body = lines(content.html)
    if not body:
        raise InputError("its article has no text", "open the page in a browser and save it again")
    headline = _said(document, "#activity-name") or document.meta("og:title", "twitter:title")
    author = document.meta("author") or _said(document, "#js_author_name")
    account = _said(document, "#js_name")
    return make_article(document.source, Imprint(account, _day(document)), headline, body, byline=author)


def _said(document: Document, selector: str) -> str | None:
    node = document.first(selector)
    return said(node.html) if node else None


def _day(document: Document) -> date | None:
    """The day that the page shows, else the one in its script, which is not run."""
    shown = find_date(_said(document, "#publish_time") or "")
    if shown:
        return shown
    if (created := CREATED.search(document.text)) and (day := find_date(created[1])):
        return day
    seconds = SECONDS.search(document.text)
    return datetime.fromtimestamp(int(seconds[1]), UTC).astimezone(BEIJING).date() if seconds else None
