"""The words of a text: one segmenter, in one place, and the own words that are in use."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from articles.lexicon import NONE, Lexicon
from articles.segmenter import Segmenter

R = TypeVar("R")
KEPT = 4  # vocabularies whose segmenters stay in memory


class Vocabulary:
    """A lexicon in use: its segmenter and its stop words, made when they are first asked for."""

    def __init__(self, lexicon: Lexicon = NONE) -> None:
        self.lexicon = lexicon

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts words."""
        return Segmenter(self.lexicon.words)

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Ours, and those of the lexicon."""
        return frozenset((Path(__file__).parent / "stopwords.txt").read_text("utf-8").split()) | self.lexicon.stop


PLAIN = Vocabulary()
_in_use: ContextVar[Vocabulary] = ContextVar("vocabulary", default=PLAIN)


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Within it own words are words in every room; other threads and what comes after have theirs."""
    token = _in_use.set(_vocabulary(lexicon) if lexicon != NONE else PLAIN)
    try:
        yield
    finally:
        _in_use.reset(token)


@lru_cache(maxsize=KEPT)
def _vocabulary(lexicon: Lexicon) -> Vocabulary:
    return Vocabulary(lexicon)


def in_use() -> Lexicon:
    """The own words that are in use."""
    return _in_use.get().lexicon


def remembered(function: Callable[[], R]) -> Callable[[], R]:
    """Remembers what a function makes of the words in use, as long as they are in use."""
    kept = lru_cache(maxsize=KEPT)(lambda vocabulary: function())
    return wraps(function)(lambda: kept(_in_use.get()))


def words(text: str) -> list[str]:
    """The words of a text in their order, as jieba cuts them (with its HMM); nothing is left out.

    >>> words("市政协召开主席会议。")
    ['市政协', '召开', '主席', '会议', '。']
    """
    return _in_use.get().segmenter.words(text)


def dictionary_words(text: str) -> list[str]:
    """The words by jieba's dictionary alone, each character that is in none of them by itself.

    >>> dictionary_words("臧小亮主持"), words("臧小亮主持")
    (['臧', '小', '亮', '主持'], ['臧小亮', '主持'])
    """
    return _in_use.get().segmenter.dictionary_words(text)


def python_words(text: str) -> list[str]:
    """The words by jieba's own code."""
    return _in_use.get().segmenter.python_words(text)


def tags(word: str) -> list[str]:
    """The parts of speech of a word's parts by jieba's dictionary: mostly one, x for a part that it has not.

    n: noun, nr: person, ns: place, v: verb, vn: verb as a noun, a: adjective, d: adverb, m: number, and so on
    (after the corpus of Peking University, 1998).

    >>> tags("市政协"), tags("召开"), tags("初心")
    (['j'], ['v'], ['f', 'n'])
    """
    return _in_use.get().segmenter.tags(word)


def in_dictionary(word: str) -> bool:
    """Whether jieba's dictionary has a word; others it makes up from how characters follow each other.

    >>> in_dictionary("开工"), in_dictionary("由沅安")
    (True, False)
    """
    return _in_use.get().segmenter.has(word)


def own_tags() -> Mapping[str, str]:
    """The own words that are in use, each with its part of speech."""
    return _in_use.get().segmenter.tags_of_own


def stop_words() -> frozenset[str]:
    """Words that say nothing about a story: particles, pronouns, newsroom formulas (记者, 本报讯)."""
    return _in_use.get().stop_words
