"""Keywords: things, persons, places and deeds by their whole names, the same whichever segmenter is installed."""

import re
from pathlib import Path

import pytest

from articles import words as segmenter
from articles.corpus import read_corpus
from articles.words import words
from summarize import word_types
from summarize.keywords import find_keywords
from summarize.word_types import WORD_TYPES, WordTypes

CORPUS = read_corpus(Path(__file__).parents[2] / "seeds")
# A text, what it must be known by, and crumbs that it must not leave.
STORIES = (
    (
        "柏向东主持召开市政府第38次常务会议。柏向东主持市政府第38次常务会议时说，要了解案件。",
        "柏向东",
        "市政府第 柏向东主持 了解",
    ),
    ("推进“高效办成一件事”。全市推行“高效办成一件事”，先问有没有。", "高效办成一件事", "高效办成 有没有"),
    ("协商老旧小区加装电梯。老旧小区加装电梯已办120部，老旧管网同改。", "老旧小区加装电梯", "老旧"),
    ("产业园在青溪区开工。青溪区开工的产业园今年投产，青溪区有园区三个。", "青溪区", "青溪 青溪区开工"),
    ("近日，记者获悉，我市首批经营者获贷款。经营者说，贷款快。", "经营者", "近日 记者 我市 经营"),
    ("《数据安全法》施行。", "数据安全法", "数据 安全法"),
)


@pytest.mark.parametrize(("text", "name", "crumbs"), STORIES, ids=[name for _, name, _ in STORIES])
def test_names_are_whole(text: str, name: str, crumbs: str) -> None:
    """A person without the verb behind, a place with its kind, a quoted name from mark to mark."""
    found = [word for word, _ in find_keywords(words(text))]
    assert name in found
    assert not set(crumbs.split()) & set(found)


def test_a_phrase_takes_the_place_of_its_word_only_if_it_weighs_enough() -> None:
    """A story on patents that names a handbook of them once is on patents; one on the handbook is on that."""
    often = "专利转化提速。专利许可增长。专利质押放开。专利入园开讲。专利展出。专利多。专利好。"
    handbook = "《专利导航手册》印发。"
    assert find_keywords(words(often + handbook), 1)[0][0] == "专利"
    assert find_keywords(words("专利转化提速。" + handbook), 1)[0][0] == "专利导航手册"


def test_no_keyword_is_a_newsroom_word_or_ends_in_a_number() -> None:
    """Over the corpus no keyword is a reporter, a day or a part of 第38次."""
    for article in CORPUS[::10]:
        for word, _ in find_keywords(words("\n".join((article.headline, *article.body)))):
            assert not re.search("记者$|^近日$|^[我本全]市$|第$|^日[电讯]$", word), article.headline


def test_jieba_alone_gives_the_same_keywords(monkeypatch: pytest.MonkeyPatch) -> None:
    """An office without rjieba gets the same keywords, weight for weight."""
    pytest.importorskip("rjieba")
    texts = [words("\n".join((article.headline, *article.body))) for article in CORPUS[::40]]
    WORD_TYPES.clear()
    fast = [find_keywords(text) for text in texts]
    monkeypatch.setattr(segmenter, "_rust", lambda: None)
    WORD_TYPES.clear()
    assert [find_keywords(text) for text in texts] == fast
    WORD_TYPES.clear()


def test_words_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words come, no more than REMEMBERED are kept, and each is of the same kind again."""
    monkeypatch.setattr(word_types, "REMEMBERED", 3)
    remembered = WordTypes()
    for word in 2 * ("知识产权", "保护", "老旧", "主持", "顾怀远"):
        assert remembered[word] == WORD_TYPES[word]
        assert len(remembered) <= 3
