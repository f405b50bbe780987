"""A corpus becomes labelled articles: Markdown and text in folders of domains, or lists with a column of labels."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import Failure, InputError, Notice
from articles.expressions import expression
from articles.files import read_bytes
from formats.doors import open_file
from formats.encoding import decoded
from formats.listed import bare
from formats.plain import plain

Tell = Callable[[Failure], object]
KICKER, SUBHEAD = "引题：", "副题："
# The second sort of heading opens an article; a file that has none has its articles under the first.
HEADINGS = (
    expression(r"^ {0,3}[#＃]{2}(?![#＃])\s*(?=\S)", re.MULTILINE),
    expression(r"^[#＃](?![#＃])\s*", re.MULTILINE),
)
MARKDOWN, TEXT, LISTS = ".md", ".txt", (".csv", ".tsv", ".xlsx", ".xls", ".jsonl")
NO_DOMAINS = ("pages", "corrections")  # folders of the seeds that stand for none
# What offices and programs call the column of labels.
LABELS = (
    *("domain", "label", "category", "class", "target"),
    *("领域", "域", "类别", "分类", "标签", "类目", "領域", "類別", "分類", "標籤"),
)
LONGEST_HEADLINE = 50  # characters of the first line of a text that is its headline
STOPS = ("。", "！", "？", "；", "，", "：")


def ignore(failure: Failure) -> None:
    """Tells nobody."""


def read_corpus(seeds: Path, tell: Tell = ignore) -> tuple[Labelled, ...]:
    """Every article of a corpus, files in sorted order, a list's label standing as the domain.

    seeds: a folder that holds DOMAIN/*.md, DOMAIN/*.txt (an article a file) and lists, or one list (CSV, Excel, JSON
    Lines). tell: called with a line for what of it is no labelled article. Raises InputError where there is none.
    """
    corpus = tuple(_from_list(seeds, tell) if seeds.is_file() else _from_folder(seeds, tell))
    if not corpus:
        raise InputError(f"{seeds} holds no articles", "put them in a folder for each domain, as seeds/README.md says")
    return corpus


def read_printed(seeds: Path) -> tuple[Labelled, ...]:
    """The articles in Markdown alone, which have their paragraphs as a paper prints them; none of a list."""
    return tuple(article for path in _files(seeds) if _is(path, MARKDOWN) for article in _marked(path, ignore))


def _from_folder(seeds: Path, tell: Tell) -> Iterator[Labelled]:
    for path in _files(seeds):
        yield from _marked(path, tell) if _is(path, MARKDOWN) else _plain_text(path, tell)
    for path in sorted(seeds.glob("*.*")):
        if _is(path, *LISTS):
            yield from _from_list(path, tell)


def _files(seeds: Path) -> list[Path]:
    found = (path for path in seeds.glob("*/*") if _is(path, MARKDOWN, TEXT))
    return sorted(path for path in found if path.parent.name not in NO_DOMAINS)


def _is(path: Path, *suffixes: str) -> bool:
    return path.suffix.lower() in suffixes and not path.name.startswith(".") and path.is_file()


def _text(path: Path, tell: Tell) -> str:
    """The text of a file, nothing of one without any; raises InputError where it is none."""
    try:
        data = read_bytes(path)
        found = decoded(data) if data.strip() else None
    except InputError as error:
        raise InputError(f"{path}: {error.wrong}", error.cure) from None
    if not found:
        tell(Notice(str(path), InputError("it holds no article", "take it away, or write some")))
    elif found.told:
        tell(Notice(str(path), found.told))
    return plain(found.text) if found else ""


def _marked(path: Path, tell: Tell) -> Iterator[Labelled]:
    """The articles of a Markdown file; one without headings is an article as a whole."""
    text = _text(path, tell)
    heading = next((one for one in HEADINGS if one.search(text)), None)
    if not heading:
        yield from _whole(path, text)
        return
    for part in heading.split(text)[1:]:
        headline, *lines = part.strip().split("\n")
        paragraphs = [line.strip() for line in lines if line.strip()]
        named = {name: _named(paragraphs, mark) for name, mark in (("kicker", KICKER), ("subhead", SUBHEAD))}
        if paragraphs:
            yield Labelled(path.parent.name, path.stem, headline.strip(), tuple(paragraphs), **named)
        elif headline.strip():
            what = f"“{headline.strip()}” has no text under it and is passed over"
            tell(Notice(str(path), InputError(what, "write its paragraphs under the headline")))


def _named(paragraphs: list[str], mark: str) -> str | None:
    """The first paragraph without its mark, taken away where it has it."""
    return paragraphs.pop(0).removeprefix(mark).strip() if paragraphs and paragraphs[0].startswith(mark) else None


def _plain_text(path: Path, tell: Tell) -> Iterator[Labelled]:
    return _whole(path, _text(path, tell))


def _whole(path: Path, text: str) -> Iterator[Labelled]:
    """The one article of a text, its first line the headline if it is short and no sentence."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    headed = len(lines) > 1 and len(lines[0]) <= LONGEST_HEADLINE and not lines[0].endswith(STOPS)
    if lines:
        yield Labelled(path.parent.name, path.stem, lines[0] if headed else "", tuple(lines[headed:]))


def _from_list(path: Path, tell: Tell) -> Iterator[Labelled]:
    """The labelled articles of a list; raises InputError where no column holds labels."""
    if not _is(path, *LISTS):
        raise InputError(f"{path} is no corpus", "name a folder of domains, or a list (.csv, .xlsx, .jsonl)")
    try:
        found = list(open_file(read_bytes(path), str(path)))
    except InputError as error:
        raise InputError(f"{path}: {error.wrong}", error.cure) from None
    for failure in (one for one in found if isinstance(one, Failure)):
        tell(failure)
    articles = [one for one in found if isinstance(one, Article)]
    labels = [_label(article) for article in articles]
    if articles and not any(label is not None for label in labels):
        names = "、".join(dict.fromkeys(name for article in articles for name in article.extra)) or "no other columns"
        raise InputError(f"{path}: no column tells the domain ({names})", "call the one that does domain or 领域")
    kept = [(article, label) for article, label in zip(articles, labels, strict=True) if label and _says(article)]
    if lost := len(articles) - len(kept):
        what = f"{lost} of {len(articles)} articles have no label or no text and are passed over"
        tell(Notice(str(path), InputError(what, "fill their cells")))
    yield from (_labelled(article, label) for article, label in kept)


def _label(article: Article) -> str | None:
    """What a list says is the article's domain; None where it has no such column."""
    told = {bare(name): value for name, value in article.extra.items()}
    values = (told[name] for name in LABELS if name in told)
    return next((str(value).strip() for value in values if isinstance(value, str | int) and str(value).strip()), None)


def _says(article: Article) -> bool:
    return any(line.strip() for line in (article.headline or "", *article.body))


def _labelled(article: Article, label: str) -> Labelled:
    """The article under its label; a headline alone is its text. Each is a subject of its own."""
    headline = article.headline or ""
    body = tuple(filter(str.strip, article.body))
    if not body:
        headline, body = "", (headline,)
    return Labelled(label, article.id, headline, body, article.kicker, article.subhead)
