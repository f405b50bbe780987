"""The words of a text: one segmenter, in one place."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

# jieba cuts runs of ASCII so; rjieba leaves Wi-Fi, v1.2.3 and a_b whole.
ASCII_PARTS = re.compile(r"[a-zA-Z0-9]+(?:\.\d+)?%?|\r\n|.", re.DOTALL)
# With a set of characters in front it is found four times as fast as with [a-zA-Z0-9]*.
MARKED_RUN = re.compile(r"[-+#&._%\ra-zA-Z0-9](?:(?<=[-+#&._%\r])|[a-zA-Z0-9]*[-+#&._%\r])[-+#&._%a-zA-Z0-9\n]*")
ASCII = re.compile(r"[\x00-\x7f]")
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
    if not (rust := _rust()):
        return python_words
    cut: Callable[[str], list[str]] = rust.cut
    return lambda text: _split(cut(text)) if any(map(_falls_apart, MARKED_RUN.findall(text))) else cut(text)


@cache
def _rust() -> Any:
    try:
        return import_module("rjieba")  # it has loaded its dictionary: one of our own would double the start
    except ImportError:
        return None


def dictionary_words(text: str) -> list[str]:
    """The words by jieba's dictionary alone, each character that is in none of them by itself.

    >>> dictionary_words("臧小亮主持"), words("臧小亮主持")
    (['臧', '小', '亮', '主持'], ['臧小亮', '主持'])
    """
    if (rust := _rust()) and not ASCII.search(text):
        plain: list[str] = rust.cut(text, False)
        return plain
    route: dict[int, tuple[float, int]] = {}
    tokenizer = import_module("jieba").dt
    tokenizer.calc(text, tokenizer.get_DAG(text), route)
    found, at = [], 0
    while at < len(text):
        found.append(text[at : route[at][1] + 1])
        at = route[at][1] + 1
    return found


def python_words(text: str) -> list[str]:
    """The words by jieba's own code."""
    jieba = import_module("jieba")
    jieba.setLogLevel("ERROR")
    found: list[str] = jieba.lcut(text)
    return found


def tags(word: str) -> list[str]:
    """The parts of speech of a word's parts by jieba's dictionary: mostly one, x for a part that it has not.

    n: noun, nr: person, ns: place, v: verb, vn: verb as a noun, a: adjective, d: adverb, m: number, and so on
    (after the corpus of Peking University, 1998).

    >>> tags("市政协"), tags("召开"), tags("初心")
    (['j'], ['v'], ['f', 'n'])
    """
    if (rust := _rust()) and not ASCII.search(word):
        return [tag for _, tag in rust.tag(word, False)]
    return [_tag(part) for part in dictionary_words(word)]


def _tag(part: str) -> str:
    if rust := _rust():
        return str(rust.tag(part)[0][1])
    import_module("jieba").setLogLevel("ERROR")
    return str(import_module("jieba.posseg").dt.word_tag_tab.get(part, "x"))


def in_dictionary(word: str) -> bool:
    """Whether jieba's dictionary has a word; others it makes up from how characters follow each other.

    >>> in_dictionary("开工"), in_dictionary("由沅安")
    (True, False)
    """
    if rust := _rust():
        return bool(rust.has_word(word))
    jieba = import_module("jieba")
    jieba.setLogLevel("ERROR")
    return bool(jieba.get_FREQ(word))


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
