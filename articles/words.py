"""The words of a text: one segmenter, in one place."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

# jieba cuts runs of ASCII so; rjieba leaves Wi-Fi, v1.2.3 and a_b whole.
ASCII_PARTS = re.compile(r"[a-zA-Z0-9]+(?:\.\d+)?%?|\r\n|.", re.DOTALL)
ASCII_MARK = r"[\x00-/:-@\[-`{-\x7f]"
DOUBTFUL = re.compile(rf"{ASCII_MARK}[\x00-\x7f]|[\x00-\x7f]{ASCII_MARK}")
# With a set of characters in front it is found four times as fast as with [a-zA-Z0-9]*.
MARKED_RUN = re.compile(r"[-+#&._%\ra-zA-Z0-9](?:(?<=[-+#&._%\r])|[a-zA-Z0-9]*[-+#&._%\r])[-+#&._%a-zA-Z0-9\n]*")
ONE_PART = re.compile(r"[a-zA-Z0-9]+(?:\.\d+)?%?|.")


def words(text: str) -> list[str]:
    """The words of a text in their order, as jieba cuts them (with its HMM); nothing is left out.

    >>> words("市政协召开主席会议。")
    ['市政协', '召开', '主席', '会议', '。']
    """
    return segmenter()(text)


@cache
def segmenter() -> Callable[[str], list[str]]:
    """rjieba (the same dictionary and algorithm in Rust) when it is installed, else jieba itself."""
    try:
        rust = import_module("rjieba").Jieba().cut
    except ImportError:
        return python_words
    return lambda text: _split(rust(text)) if any(map(_falls_apart, MARKED_RUN.findall(text))) else rust(text)


def python_words(text: str) -> list[str]:
    """The words by jieba's own code."""
    jieba = import_module("jieba")
    jieba.setLogLevel("ERROR")
    found: list[str] = jieba.lcut(text)
    return found


def _falls_apart(run: str) -> bool:
    return not ONE_PART.fullmatch(run)


def _split(found: list[str]) -> list[str]:
    return [part for word in found for part in (_as_jieba(word) if word.isascii() else (word,))]


def _as_jieba(word: str) -> list[str]:
    return ASCII_PARTS.findall(word) if len(word) > 1 and not word.isalnum() else [word]


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about a story: particles, pronouns, newsroom formulas (记者, 本报讯)."""
    return frozenset((Path(__file__).parent / "stopwords.txt").read_text("utf-8").split())
