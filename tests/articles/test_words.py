"""Words: whichever segmenter is installed, the tokens are jieba's."""

import re
from pathlib import Path

import pytest

from articles.words import dictionary_words, in_dictionary, python_words, stop_words, tags, words
from formats.corpus import read_corpus

CORPUS = read_corpus(Path(__file__).parents[2] / "seeds")
HARD = [
    "Wi-Fi 6E和v1.2.3版，a_b-c",
    "增长12.5%，GLP-1、PM2.5",
    "http://a.cn/x?id=1&b=2",
    "  两个空格\t\r\n",
    "U.S. 5G+AI",
    "—…“”",
    "",
]


def test_rust_cuts_as_jieba_does() -> None:
    """On every text of the corpus and on tricky ones rjieba's words are jieba's own, one by one."""
    pytest.importorskip("rjieba")
    for text in [*HARD, *("\n".join((article.headline, *article.body)) for article in CORPUS)]:
        assert words(text) == python_words(text)


@pytest.mark.parametrize("text", HARD)
def test_words_hold_every_character(text: str) -> None:
    """Nothing is left out, and nothing is put in."""
    assert "".join(words(text)) == text


def test_stop_words_are_words() -> None:
    """The list holds newsroom formulas and particles, each once, none with a mark in it."""
    path = Path(__file__).parents[2] / "articles" / "stopwords.txt"
    found = path.read_text("utf-8").split()
    assert len(found) == len(set(found))
    assert all(word.isalpha() for word in found)
    assert {"的", "记者", "本报讯", "我市", "近日"} <= stop_words()


def test_the_dictionary_is_one() -> None:
    """The dictionary's own words, and which words it has, are the same by rjieba and by jieba."""
    pytest.importorskip("rjieba")
    jieba = pytest.importorskip("jieba")
    for article in CORPUS[::20]:
        for part in filter(str.isalpha, article.body[0].replace("，", "。").split("。")):
            if not re.search("[a-zA-Z]", part):
                assert dictionary_words(part) == jieba.lcut(part, HMM=False)
        for word in set(words("".join(article.body))):
            assert in_dictionary(word) == bool(jieba.get_FREQ(word))
    assert dictionary_words("人均GDP和T恤、AA制3.5%") == ["人均", *"GDP", "和", "T恤", "、", "AA制", *"3.5%"]


def test_tags_are_jiebas() -> None:
    """Each part of a word bears the tag that it has in jieba's dictionary."""
    pytest.importorskip("rjieba")
    table = pytest.importorskip("jieba.posseg").dt.word_tag_tab
    for article in CORPUS[::20]:
        for word in filter(str.isalpha, set(words("".join(article.body)))):
            if not word.isascii():
                assert tags(word) == [table.get(part, "x") for part in dictionary_words(word)]
