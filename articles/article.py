"""An article as printed: what a page gives once its pieces are together again."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from articles.errors import InputError

Place = tuple[int, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Article:
    """One story of a page.

    Text fields hold what the page prints, no more; `None` means that the page does not give it.

    id: stable from run to run, `PAPER-DATE-pNN-aNN`, the paper only where the page says it, a section in place of p.
    paper: the name of the paper, where the page says it.
    page: the number of the page it starts on; pages: of all pages it stands on; section: the letter before the number.
    byline: the author, from a line of its own or from 本报讯（记者某某）; dateline: the day named in the lead.
    body: paragraphs in reading order; a list of tips is one paragraph with line breaks.
    signoff: a closing (通讯员某某) that stands alone.
    continues, continued_from: 第3版 of a jump line whose other part has not been found.
    open_ends: numbers of the body paragraphs (from 0) whose text breaks off and goes on nowhere on the page.
    places: the rectangles that it takes up, each the page's number (0 where it has none), then left, top, right, bottom
    as shares of the page's width and height; empty where the page does not tell.
    mixed: whether lines of other stories may stand among its own, as on a page whose columns could not be told apart.
    extra: what else a JSON line said of it, which the verbs pass on.
    """

    id: str
    source: str | None = None
    paper: str | None = None
    date: datetime.date | None = None
    page: int | None = None
    section: str | None = None
    headline: str | None = None
    kicker: str | None = None
    subhead: str | None = None
    byline: str | None = None
    dateline: str | None = None
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    signoff: str | None = None
    continues: str | None = None
    continued_from: str | None = None
    pages: tuple[int, ...] = ()
    open_ends: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    mixed: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The body as one string, a paragraph a line."""
        return "\n".join(self.body)


FIELDS = tuple(one.name for one in fields(Article) if one.compare)
LISTS = {"body", "captions", "pages", "open_ends"}


def to_json(article: Article) -> dict[str, Any]:
    """The article as a JSON object: the keys of `Article`, dates in ISO 8601."""
    row = {name: getattr(article, name) for name in FIELDS}
    return row | {"date": article.date and article.date.isoformat()}


def to_line(article: Article, **more: Any) -> str:
    """The article as a JSON line: what came in of it, its fields, and what a verb adds; characters as they are."""
    return dumps({**article.extra, **to_json(article), **more})


def from_json(row: Mapping[str, Any], fallback_id: str) -> Article:
    """The article in a JSON object; an empty field is null, an `id` that comes in is kept, the rest is `extra`.

    Raises InputError where a field has a type that no article can have.
    """
    given = {key: row[key] for key in FIELDS if row.get(key) not in (None, "")}
    given.setdefault("id", fallback_id)
    extra = {key: value for key, value in row.items() if key not in FIELDS}
    return Article(**{key: _field(key, value) for key, value in given.items()}, extra=extra)


def _field(key: str, value: Any) -> Any:
    if not _is_text(value):
        raise InputError(f"the field {key!r} holds half a character", "write the file again as UTF-8")
    if key in LISTS:
        item_type = int if key in {"pages", "open_ends"} else str
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list | tuple) and all(type(item) is item_type for item in items):
            return tuple(items)
    elif key == "places":
        if isinstance(value, list | tuple) and all(map(_is_place, value)):
            return tuple((page, *map(float, edges)) for page, *edges in value)
    elif key == "mixed":
        if isinstance(value, bool):
            return value
    elif key == "date":
        return _date(value)
    elif key == "page" or key == "id":
        if type(value) in (int, str) and not (key == "page" and isinstance(value, str)):
            return str(value) if key == "id" else value
    elif isinstance(value, str):
        return value
    raise InputError(f"the field {key!r} holds {type(value).__name__}", "write it as the README's example does")


def _is_place(value: Any) -> bool:
    """Whether a value is a page's number and a rectangle on it."""
    if not isinstance(value, list | tuple) or len(value) != 5 or type(value[0]) is not int or value[0] < 0:
        return False
    if not all(type(edge) in (int, float) for edge in value[1:]):
        return False
    left, top, right, bottom = value[1:]
    return bool(0 <= left <= right <= 1 and 0 <= top <= bottom <= 1)


def _is_text(value: Any) -> bool:
    """Whether what a JSON file holds can be written again; \\ud800 alone cannot."""
    try:
        return bool(json.dumps(value, ensure_ascii=False).encode())
    except UnicodeEncodeError:
        return False


def _date(value: Any) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"the date {value!r} is no date", "write it as 2024-03-16") from None


def dumps(row: Mapping[str, Any]) -> str:
    r"""One line of JSON, characters as they are; half of a surrogate pair, which no file can hold, as its escape.

    >>> dumps({"note": "报\ud83d"})
    '{"note": "报\\ud83d"}'
    """
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
