"""Articles as text for human eyes, and back: what this writes, it reads again to the letter."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from articles.article import LISTS, Article, from_json, to_json
from articles.reading import Place, Reading

# Each field with its label, in the order in which they are shown.
LABELS = {
    "source": "来源",
    "date": "日期",
    "page": "版面",
    "pages": "各版",
    "kicker": "引题",
    "headline": "标题",
    "subhead": "副题",
    "byline": "作者",
    "dateline": "日子",
    "body": "正文",
    "signoff": "署名",
    "captions": "图说",
    "continues": "下转",
    "continued_from": "上接",
    "open_ends": "断处",
}
FIELDS = {label: field for field, label in LABELS.items()}
NUMBERS = {"page", "pages", "open_ends"}
NUMBER = re.compile(r"-?\d{1,9}")
SHORT = 30
BREAK = "\n　　　　"
LINE_END = re.compile(rf"\n(?!{BREAK[1:]})")
FIRST = re.compile(rf"【(?:[^\n]|{BREAK})*】\n来源　")


def show(reading: Reading) -> Iterator[str]:
    """The articles, a line a field and a paragraph, then what belongs to none."""
    for article in reading.articles:
        yield f"【{_text(article.id)}】"
        yield from (f"{LABELS[field]}　{_text(value)}" for field, value in _values(article))
        yield ""
    yield from (f"〔版面〕{_text(block)}" for block in reading.furniture)
    yield from (f"〔重复〕{_text(block)}" for block in reading.duplicates)


def is_shown(text: str) -> bool:
    """Whether a text is one that `show` wrote."""
    return bool(FIRST.match(text))


def parse_shown(text: str) -> Iterator[Article]:
    """The articles in a text that `show` wrote; raises InputError where somebody wrote what no article can have."""
    row: dict[str, Any] = {}
    for line in LINE_END.split(text):
        line = line.replace(BREAK, "\n")
        if line.startswith("【") and line.endswith("】"):
            if row:
                yield from_json(row, "")
            row = {"id": line[1:-1]}
        elif (field := FIELDS.get(line[:2])) and line[2:3] == "　":
            _add(row, field, line[3:])
    if row:
        yield from_json(row, "")


def explain(places: Sequence[Place]) -> Iterator[str]:
    """Block by block: what each was taken for, where it went, and why."""
    for number, place in enumerate(places, 1):
        text = place.text if len(place.text) <= SHORT else f"{place.text[: SHORT // 2]}…{place.text[-SHORT // 3 :]}"
        yield f"{number:4d}  {place.kind:<9}  {place.article or '-':<20}  {_printable(text)}"
        yield f"{'':17}  {_printable(place.why)}"


def _printable(text: str) -> str:
    """A text on one line, with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else "⏎" if char == "\n" else "\ufffd" for char in text)


def _values(article: Article) -> Iterator[tuple[str, Any]]:
    row = to_json(article)
    for field in LABELS:
        values = row[field] if field in LISTS else [row[field]]
        yield from ((field, value) for value in values if value is not None or field == "source")


def _text(value: Any) -> str:
    return ("" if value is None else str(value)).replace("\n", BREAK)


def _add(row: dict[str, Any], field: str, text: str) -> None:
    value = int(text) if field in NUMBERS and NUMBER.fullmatch(text) else text
    if field in LISTS:
        row.setdefault(field, []).append(value)
    else:
        row[field] = value
