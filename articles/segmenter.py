"""jieba: the one that all share, or one of our own that has own words too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib import import_module
from typing import Any

from articles.expressions import expression
from articles.lexicon import OwnWord

# jieba cuts runs of ASCII so; rjieba leaves Wi-Fi, v1.2.3 and a_b whole.
ASCII_PARTS = expression(r"[a-zA-Z0-9]+(?:\.\d+)?%?|\r\n|.", re.DOTALL)
# With a set of characters in front it is found four times as fast as with [a-zA-Z0-9]*.
MARKED_RUN = expression(r"[-+#&._%\ra-zA-Z0-9](?:(?<=[-+#&._%\r])|[a-zA-Z0-9]*[-+#&._%\r])[-+#&._%a-zA-Z0-9\n]*")
ASCII = expression(r"[\x00-\x7f]")
ONE_PART = expression(r"[a-zA-Z0-9]+(?:\.\d+)?%?|.")


class Segmenter:
    """rjieba (the same dictionary and algorithm in Rust) when it is installed, else jieba itself.

    With own words it is an instance of its own: who else uses jieba in this process has its words as they were.
    """

    def __init__(self, own: Sequence[OwnWord] = ()) -> None:
        self.own = own
        self.tags_of_own = {one.word: one.tag for one in own}
        # rjieba has loaded its dictionary: one of our own would double the start.
        self._rust = _with_own(_rjieba().Jieba(), own) if own and _rjieba() else _rjieba()

    @cached_property
    def _python(self) -> Any:
        jieba = _jieba()
        tokenizer = jieba.Tokenizer() if self.own else jieba.dt
        tokenizer.initialize()
        return _with_own(tokenizer, self.own)

    def words(self, text: str) -> list[str]:
        """The words of a text in their order, with jieba's hidden Markov model."""
        if not self._rust:
            return self.python_words(text)
        found: list[str] = self._rust.cut(text)
        return self._split(found) if any(map(_falls_apart, MARKED_RUN.findall(text))) else found

    def python_words(self, text: str) -> list[str]:
        """The words by jieba's own code."""
        found: list[str] = self._python.lcut(text)
        return found

    def dictionary_words(self, text: str) -> list[str]:
        """The words by the dictionary alone, each character that is in none of them by itself."""
        if self._rust:
            return list(self._singled(self._rust.cut(text, False)))
        route: dict[int, tuple[float, int]] = {}
        tokenizer = self._python
        tokenizer.calc(text, tokenizer.get_DAG(text), route)
        found, at = [], 0
        while at < len(text):
            found.append(text[at : route[at][1] + 1])
            at = route[at][1] + 1
        return found

    def _singled(self, found: Iterable[str]) -> Iterator[str]:
        """The words, runs of ASCII that are in no dictionary as their characters."""
        for word in found:
            if len(word) > 1 and word.isascii() and not self._rust.has_word(word):
                yield from word
            else:
                yield word

    def tags(self, word: str) -> list[str]:
        """The parts of speech of a word's parts by the dictionary: mostly one, x for a part that it has not."""
        if self._rust and not ASCII.search(word):
            return [tag for _, tag in self._rust.tag(word, False)]
        return [self._tag(part) for part in self.dictionary_words(word)]

    def has(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        if self._rust:
            return bool(self._rust.has_word(word))
        return bool(self._python.FREQ.get(word))

    def _tag(self, part: str) -> str:
        if own := self.tags_of_own.get(part):
            return own
        if self._rust:
            return str(self._rust.tag(part)[0][1])
        _jieba()
        return str(import_module("jieba.posseg").dt.word_tag_tab.get(part, "x"))

    def _split(self, found: list[str]) -> list[str]:
        return [part for word in found for part in (self._as_jieba(word) if word.isascii() else (word,))]

    def _as_jieba(self, word: str) -> list[str]:
        apart = len(word) > 1 and not word.isalnum() and word not in self.tags_of_own
        return ASCII_PARTS.findall(word) if apart else [word]


def _with_own(segmenter: Any, own: Sequence[OwnWord]) -> Any:
    """The same with the words added; both libraries call it alike."""
    for one in own:
        segmenter.add_word(one.word, one.weight, one.tag)
    return segmenter


@cache
def _rjieba() -> Any:
    try:
        return import_module("rjieba")
    except ImportError:
        return None


def _jieba() -> Any:
    jieba = import_module("jieba")
    jieba.setLogLevel("ERROR")
    return jieba


def _falls_apart(run: str) -> bool:
    return not ONE_PART.fullmatch(run)
