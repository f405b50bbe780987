"""Own words: words in every room while they are in use, with jieba and rjieba alike, and the shared jieba as it was."""

import re
import threading
from pathlib import Path

import jieba
import pytest

from articles.article import Article
from articles.lexicon import NONE, Lexicon, OwnWord
from articles.segmenter import Segmenter
from articles.words import dictionary_words, in_dictionary, in_use, stop_words, tags, using, words
from articles.workers import spread
from classify.features import story_words
from formats.corpus import read_corpus
from summarize.classic import rank_classic
from summarize.keywords import find_keywords
from summarize.tagger import tagged_words

TEXT = "青溪法院宣判一起假冒岚川毛尖的案子，岚川毛尖获赔。"
OWN = Lexicon(
    (OwnWord("岚川毛尖", None, "nz"), OwnWord("一件事", 3000, "n"), OwnWord("Wi-Fi7", 10)), frozenset(["法院"])
)
CHINESE = re.compile("[一-龥]+|Wi-Fi7")
CORPUS = read_corpus(Path(__file__).parents[2] / "seeds")


def test_own_words_are_words() -> None:
    """They are cut as one, are in the dictionary and bear their tag; their stop words are stop words."""
    assert "岚川毛尖" not in words(TEXT)
    with using(OWN):
        assert words(TEXT).count("岚川毛尖") == 2
        assert "岚川毛尖" in dictionary_words(TEXT)
        assert in_dictionary("岚川毛尖")
        assert tags("岚川毛尖") == ["nz"]
        assert {"法院", "的"} <= stop_words()
        assert "Wi-Fi7" in words("新装Wi-Fi7设备，v1.2.3")


def test_afterwards_all_is_as_it_was() -> None:
    """The words of other calls, of other threads, and of who uses jieba itself in this process."""
    before = words(TEXT), jieba.lcut(TEXT), tags("岚川毛尖")
    found: list[object] = []
    with using(OWN):
        with using(NONE):
            assert words(TEXT) == before[0]
        thread = threading.Thread(target=lambda: found.append(words(TEXT)))
        thread.start()
        thread.join()
        assert Segmenter(OWN.words).python_words(TEXT).count("岚川毛尖") == 2
        assert jieba.lcut(TEXT) == before[1]
    assert found == [before[0]]
    assert (words(TEXT), jieba.lcut(TEXT), tags("岚川毛尖")) == before
    assert in_use() == NONE
    assert "法院" not in stop_words()


def test_jieba_and_rjieba_are_alike() -> None:
    """With own words too both cut the corpus into the same words, and tag them alike."""
    pytest.importorskip("rjieba")
    rust, python = Segmenter(OWN.words), Segmenter(OWN.words)
    python._rust = None
    for text in [TEXT, "高效办成一件事，装Wi-Fi7", *("\n".join((one.headline, *one.body)) for one in CORPUS[::40])]:
        cut = rust.words(text)
        assert cut == python.words(text)
        for word in filter(CHINESE.fullmatch, set(cut)):
            assert (rust.tags(word), rust.has(word)) == (python.tags(word), python.has(word)), word


def test_they_reach_every_room() -> None:
    """Labels, keywords and both ways of summarizing have them; stop words speak for no label and are no keyword."""
    article = Article("", headline="岚川毛尖获赔", body=(TEXT,))
    with using(OWN):
        assert story_words(article).count("岚川毛尖") == 4
        assert "法院" not in story_words(article)
        keywords = [word for word, _ in find_keywords(words(TEXT))]
        assert "岚川毛尖" in keywords
        assert "法院" not in keywords
        assert "岚川毛尖" in tagged_words(TEXT)
        own = rank_classic(["岚川毛尖开采", "岚川毛尖入市", "天晴转多云"])
    assert "岚川毛尖" not in tagged_words(TEXT)
    plain = rank_classic(["岚川毛尖开采", "岚川毛尖入市", "天晴转多云"])
    assert own != plain


def _cut(text: str) -> list[str]:
    return words(text)


def test_processes_that_share_the_work_have_them() -> None:
    """Whatever the number of jobs, the same words."""
    with using(OWN):
        alone = list(spread(_cut, [TEXT] * 8, 1, lambda _: 1.0))
        assert list(spread(_cut, [TEXT] * 8, 2, lambda _: 1.0)) == alone
    assert "岚川毛尖" in alone[0]
