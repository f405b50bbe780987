"""Reads raw Chinese newspaper pages, labels and summarizes their articles, writes the day's digest.

>>> import baozhai
>>> page = "市图书馆新馆开馆\\n\\n本报讯（记者田雨晴）4月8日，市图书馆新馆开馆，藏书六十万册。"
>>> [article] = baozhai.read(page.encode(), name="2025-04-09-p01.txt")
>>> article.headline, article.byline
('市图书馆新馆开馆', '田雨晴')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articles.article import Article
    from articles.errors import Failure, InputError
    from baozhai.library import classify, digest, load_models, read, render, summarize, train
    from classify.estimator import DomainClassifier
    from classify.label import Label
    from digest.models import Models
    from digest.story import Digest
    from summarize.summary import Summary

# Where each public name is defined; a name is imported when it is first asked for, so that the command starts at once.
_DEFINED = {
    "Article": "articles.article",
    "Digest": "digest.story",
    "DomainClassifier": "classify.estimator",
    "Failure": "articles.errors",
    "InputError": "articles.errors",
    "Label": "classify.label",
    "Models": "digest.models",
    "Summary": "summarize.summary",
    **dict.fromkeys(
        ("classify", "digest", "load_models", "read", "render", "summarize", "train"),
        "baozhai.library",
    ),
}

__all__ = [
    "Article",
    "Digest",
    "DomainClassifier",
    "Failure",
    "InputError",
    "Label",
    "Models",
    "Summary",
    "classify",
    "digest",
    "load_models",
    "read",
    "render",
    "summarize",
    "train",
]


def __getattr__(name: str) -> Any:
    if name not in _DEFINED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_DEFINED[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
