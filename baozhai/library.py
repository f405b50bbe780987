"""The verbs as functions."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page
from baozhai import places
from baozhai.gather import read_days, storyless_pages
from baozhai.inputs import collect, gather_inputs
from classify.label import Label
from digest.edition import edition
from digest.issue import of_day, only_day
from digest.models import Models
from digest.profile import EMPTY
from digest.render import RENDERERS
from digest.story import Digest
from formats.doors import open_file
from summarize.length import Length
from summarize.rank import METHODS
from summarize.rank import summarize as summarize_article
from summarize.summary import Summary

Source = str | Path | bytes | Sequence[str | Path]
SENTENCES = 3


def load_models(folder: str | Path | None = None) -> Models:
    """The models in a folder, those that came with the package by default; each is read when it is first needed."""
    return Models(Path(folder) if folder else places.MODELS)


def read(
    source: Source, *, name: str | None = None, models: Models | None = None, errors: list[Failure] | None = None
) -> list[Article]:
    """The articles on pages, the pages of each day read together.

    source: a path, several, a folder, or the bytes of a file called `name`.
    errors: takes what could not be read; without it the first failure is raised as InputError.
    """
    items = _items(source, name, errors)
    readings = read_days(items, models or load_models())
    storyless = storyless_pages(items, readings)
    if errors is None:
        for failure in storyless[:1]:
            raise failure.named()
    else:
        errors.extend(storyless)
    return [article for reading in readings for article in reading.articles]


def classify(articles: Iterable[Article], *, models: Models | None = None, unsure: float | None = None) -> list[Label]:
    """The domain of each article; unsure: a confidence below which a label is unsure, in place of the model's own."""
    return (models or load_models()).classifier.labels(list(articles), unsure)


def summarize(
    article: Article,
    *,
    sentences: int | None = None,
    chars: int | None = None,
    method: str = "default",
    models: Models | None = None,
) -> Summary:
    """The sentences that say what an article says, and its keywords.

    sentences or chars: how long it may be, three sentences by default; method: `default`, or `classic` for the ranking
    of textrank4zh. Raises InputError for a length or a method that is none.
    """
    if method not in METHODS:
        raise InputError(f"there is no method {method!r}", f"the methods are {', '.join(METHODS)}")
    return summarize_article(article, _length(sentences, chars), (models or load_models()).language, method)


def digest(
    source: Source | Iterable[Article],
    *,
    date: datetime.date | str | None = None,
    paper: str | None = None,
    sentences: int | None = None,
    chars: int | None = None,
    method: str = "default",
    models: Models | None = None,
    errors: list[Failure] | None = None,
) -> Digest:
    """The digest of one day's pages, or of articles.

    date: the day, where the pages are of several; those that name none are of that day.
    Raises InputError where the pages are of several days and none is named, or where no page is of the day.
    """
    items = _items(source, None, errors)
    day = _day(date) or only_day(items)
    if day:
        items = of_day(items, day)
    profile = EMPTY if paper is None else type(EMPTY)(paper=paper)
    told = tuple(map(str, errors or ()))
    return edition(items, models or load_models(), _length(sentences, chars), profile, failures=told, method=method)


def render(digest: Digest, form: str = "html") -> str | bytes:
    """The digest in a format; raises InputError for one that is none."""
    if form not in RENDERERS:
        raise InputError(f"there is no format {form!r}", f"the formats are {', '.join(RENDERERS)}")
    return RENDERERS[form](digest)


def train(seeds: str | Path, models: str | Path) -> Models:
    """Learn from a folder of seeds and put the models into a folder, all at once or not at all."""
    from baozhai.train import train as train_folder

    train_folder(Path(seeds), Path(models))
    return load_models(models)


def _items(source: Source | Iterable[Article], name: str | None, errors: list[Failure] | None) -> list[Page | Article]:
    """What a source holds; the first failure is raised where no list takes it."""

    def fail(failure: Failure) -> None:
        if errors is None:
            raise failure.named()
        errors.append(failure)

    if isinstance(source, bytes):
        if not name:
            raise InputError("bytes come without a name", 'say what they are: name="page.txt"')
        return collect(lambda: open_file(source, name), name, fail)
    things = [source] if isinstance(source, str | Path) else list(source)
    articles = [thing for thing in things if isinstance(thing, Article)]
    paths = [str(thing) for thing in things if not isinstance(thing, Article)]
    return [*articles, *gather_inputs(paths, fail).items]


def _length(sentences: int | None, chars: int | None) -> Length:
    if sentences and chars:
        raise InputError("both sentences and chars are given", "give one of them")
    try:
        return (
            Length(chars=chars)
            if chars is not None
            else Length(sentences=SENTENCES if sentences is None else sentences)
        )
    except ValueError:
        raise InputError("a summary of no length", "give 1 or more") from None


def _day(date: datetime.date | str | None) -> datetime.date | None:
    if not isinstance(date, str):
        return date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        raise InputError(f"{date!r} is no date", "write it as 2024-03-16") from None
