"""The verbs as functions: what `import baozhai` gives.

A call without `models` loads those that came with the package; load them once and hand them on where calls are many.
"""

import datetime
import warnings
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.page import Page
from articles.visible import as_line
from articles.words import using
from baozhai import places
from baozhai.days import read_days, storyless_pages
from baozhai.inputs import Tell, collect, gather_inputs, told
from classify.label import Label
from digest.edition import edition
from digest.issue import of_day, only_day
from digest.models import Models
from digest.profile import Profile, checked
from digest.render import RENDERERS, rendered
from digest.story import Digest
from formats.doors import open_file
from summarize.length import DAILY, Length
from summarize.rank import METHODS
from summarize.rank import summarize as summarize_article
from summarize.summary import Summary

Source = str | Path | bytes | Iterable[str | Path | Article]
SENTENCES = 3


def load_models(folder: str | Path | None = None) -> Models:
    """The models in a folder, those that came with the package by default; each is read when it is first needed."""
    return Models(places.MODELS if folder is None else Path(folder))


def read(
    source: Source, *, name: str | None = None, models: Models | None = None, errors: list[Failure] | None = None
) -> list[Article]:
    """The articles on pages, the pages of each day read together; articles already cut pass as they are.

    source: a path, several, a folder, or the bytes of a file called `name`.
    errors: takes what could not be read; without it the first failure is raised as InputError.
    """
    fail = _taker(errors)
    models = models or load_models()
    items = _items(source, name, fail)
    with using(models.lexicon):
        readings = read_days(items, models)
    articles = [article for reading in readings for article in reading.articles]
    for failure in storyless_pages(items, articles):
        fail(failure)
    return articles


def classify(articles: Iterable[Article], *, models: Models | None = None, unsure: float | None = None) -> list[Label]:
    """The domain of each article; unsure: a confidence below which a label is unsure, in place of the model's own."""
    models = models or load_models()
    with using(models.lexicon):
        return models.classifier.labels(list(articles), unsure)


def summarize(
    article: Article,
    *,
    sentences: int | None = None,
    chars: int | None = None,
    whole: bool = False,
    method: str = "default",
    models: Models | None = None,
) -> Summary:
    """The sentences that say what an article says, and its keywords.

    sentences or chars: how long it may be, three sentences by default; whole: whether no sentence is shortened to fit
    into so many characters; method: `default`, or `classic` for the ranking of textrank4zh. Raises InputError for a
    length or a method that is none.
    """
    length = replace(_length(sentences, chars, Length(sentences=SENTENCES)), whole=whole)
    method, models = checked(method, METHODS, "method"), models or load_models()
    with using(models.lexicon):
        return summarize_article(article, length, models.language, method)


def digest(
    source: Source,
    *,
    name: str | None = None,
    date: datetime.date | str | None = None,
    paper: str | None = None,
    sentences: int | None = None,
    chars: int | None = None,
    whole: bool = False,
    method: str = "default",
    unsure: float | None = None,
    pictures: bool = False,
    models: Models | None = None,
    errors: list[Failure] | None = None,
) -> Digest:
    """The digest of one day's pages, or of articles; `render` writes it.

    source, name, errors: as `read` takes them; sentences, chars, whole, method: as `summarize` does, but 120
    characters a story by default, and 160 for the one that opens page one; unsure: as `classify`.
    date: the day, where the pages are of several; what names no day is of that day.
    pictures: whether HTML shows beside each story its place on its page, where the page tells it.
    Raises InputError where the pages are of several days and none is named, or where none is of the day.
    """
    length, method = replace(_length(sentences, chars, DAILY), whole=whole), checked(method, METHODS, "method")
    told: list[Failure] = []
    fail = _taker(errors, told)
    items = _items(source, name, fail)
    day = _day(date) or only_day(items)
    if day:
        items = of_day(items, day)
    lines = tuple(map(str, told))
    models = models or load_models()
    with using(models.lexicon):
        made = edition(items, models, length, Profile(paper=paper), unsure, lines, method, pictures)
    for failure in storyless_pages(items, (story.article for story in made.stories)):
        fail(failure)
    return made


def render(digest: Digest, form: str = "html") -> str | bytes:
    """The digest in a format, bytes for docx and xlsx; raises InputError for one that is none or cannot be made."""
    return rendered(checked(form, RENDERERS, "format"), digest)


def train(seeds: str | Path, models: str | Path) -> Models:
    """Learn from a folder of seeds and put the models into a folder, all at once or not at all."""
    from baozhai.training import train as train_folder  # scikit-learn is for those who learn

    train_folder(Path(seeds), Path(models))
    return load_models(models)


def _taker(errors: list[Failure] | None, told: list[Failure] | None = None) -> Tell:
    """What is called with a failure: the lists take it; without `errors` the first is raised, a notice a warning."""

    def fail(failure: Failure) -> None:
        if errors is not None:
            errors.append(failure)
        elif isinstance(failure, Notice):
            warnings.warn(str(failure), stacklevel=2)
        else:
            raise failure.named()
        if told is not None:
            told.append(failure)

    return fail


def _items(source: Source, name: str | None, fail: Tell) -> list[Page | Article]:
    """What a source holds, in the order given."""
    if isinstance(source, bytes):
        if not name:
            raise InputError("bytes come without a name", 'say what they are: name="page.txt"')
        return list(told(collect(lambda: open_file(source, as_line(name)), as_line(name)), fail))
    items: list[Page | Article] = []
    things = [source] if isinstance(source, str | Path) else source
    for cut, some in groupby(things, lambda thing: isinstance(thing, Article)):
        if cut:
            items += (thing for thing in some if isinstance(thing, Article))
            continue
        inputs = gather_inputs(map(str, some), fail)
        items += inputs.items
        for failure in inputs.empty:
            fail(failure)
    return items


def _length(sentences: int | None, chars: int | None, usual: Length) -> Length:
    if sentences is None and chars is None:
        return usual
    try:
        return Length(sentences, chars)
    except ValueError as error:
        raise InputError(str(error), "give sentences=3, or chars=120") from None


def _day(date: datetime.date | str | None) -> datetime.date | None:
    if isinstance(date, datetime.datetime):
        return date.date()
    if not isinstance(date, str):
        return date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        raise InputError(f"{date!r} is no date", "write it as 2024-03-16") from None
