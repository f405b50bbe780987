"""Words: whichever segmenter is installed, the tokens are jieba's."""

from pathlib import Path

import pytest

from articles.corpus import read_corpus
from articles.words import python_words, stop_words, words

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
