"""Keywords: things, persons, places and deeds by their whole names, the same whichever segmenter is installed."""

import re
from pathlib import Path

import numpy as np
import pytest

from articles.words import PLAIN
from formats.corpus import read_corpus
from summarize import word_types
from summarize.keywords import _best, _weights, _whole_name, find_keywords
from summarize.whole import story_words
from summarize.word_types import WordTypes, known_types

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
    found = [word for word, _ in find_keywords(story_words(text))]
    assert name in found
    assert not set(crumbs.split()) & set(found)


def test_a_phrase_takes_the_place_of_its_word_only_if_it_weighs_enough() -> None:
    """A story on patents that names a handbook of them once is on patents; one on the handbook is on that."""
    often = "专利转化提速。专利许可增长。专利质押放开。专利入园开讲。专利展出。专利多。专利好。"
    handbook = "《专利导航手册》印发。"
    assert find_keywords(story_words(often + handbook), 1)[0][0] == "专利"
    assert find_keywords(story_words("专利转化提速。" + handbook), 1)[0][0] == "专利导航手册"


def test_a_name_is_quoted_twice_a_title_once() -> None:
    """“夜间门诊” once is but said so, twice it is a name, and 《…》 always is; a name is of nine words at most."""
    for text, named in (
        ("“夜间门诊”开通。", False),
        ("“夜间门诊”开通。“夜间门诊”好。", True),
        ("「夜间门诊」开通。“夜间门诊”好。", False),
        ("《夜间门诊》开通。", True),
        ("《夜间门诊开通。", False),
        ("《夜间，门诊》开通。", False),
    ):
        assert ("夜间门诊" in dict(find_keywords(story_words(text)))) is named, text
    assert not [word for word, _ in find_keywords(story_words("《夜间，门诊》开通。")) if "，" in word]
    for count, named in ((9, True), (10, False)):
        title = [*"甲乙丙丁戊己庚辛壬癸"[:count]]
        assert ("".join(title) in dict(find_keywords(["《", *title, "》", "印发", "。"]))) is named


def best(text: str = "", most: int = 8, **weights: float) -> list[str]:
    """The chosen of words and phrases with their weights, heaviest first."""
    return [word for word, _ in _best(weights, most, text)]


def test_of_a_phrase_and_its_word_the_longer_is_chosen() -> None:
    """From 0.3 of the word's weight on, and with the greater of both weights; a part of a chosen phrase is none."""
    assert best(专利=1.0, 专利转化=0.3) == ["专利转化"]
    assert best(专利=1.0, 专利转化=0.29) == ["专利"]
    assert best(专利转化=1.0, 专利=0.9) == ["专利转化"]
    assert best(专利=1.0, 转化=0.9, 专利转化=0.29, 医院=0.1) == ["专利", "转化", "医院"]
    assert _best({"专利": 1.0, "医院": 0.8, "专利转化": 0.5}, 2, "") == (("专利转化", 1.0), ("医院", 0.8))


def test_pieces_of_something_longer_are_chosen_once() -> None:
    """Where the end of one is the start of the other in the text; short words stand beside each other."""
    text = "高新技术产业园区管理办公室"
    assert best(text, 高新技术产业园=1.0, 产业园区管理=0.9) == ["高新技术产业园"]
    assert best("", 高新技术产业园=1.0, 产业园区管理=0.9) == ["高新技术产业园", "产业园区管理"]
    assert best(text, 产业园区管理=1.0, 高新技术产业园=0.9) == ["产业园区管理"]
    assert best("政协委员会", 政协委员=1.0, 委员会=0.9) == ["政协委员", "委员会"]
    assert best("市政协委员会", 政协委员=1.0, 委员会议=0.9, 医院=0.8) == ["政协委员", "委员会议", "医院"]
    assert best("政协委员会议", 政协委员=1.0, 委员会议=0.9) == ["政协委员"]


def test_so_many_keywords_and_no_more() -> None:
    """The heaviest; a phrase may still take the place of its word when all places are taken."""
    assert best(most=2, 专利=1.0, 医院=0.9, 大桥=0.8) == ["专利", "医院"]
    assert best(most=2, 专利=1.0, 医院=0.9, 专利转化=0.8) == ["专利转化", "医院"]


def test_words_that_keep_company_are_a_phrase() -> None:
    """Twice at least, and a quarter of the times of each."""
    assert "专利许可" not in dict(find_keywords(story_words("专利许可，医院。专利好。许可多。")))
    for times, phrase in ((6, True), (7, False)):
        told = "专利许可了。" * 2 + "专利多。" * times
        assert ("专利许可" in dict(find_keywords(story_words(told), 8))) is phrase


def test_what_mostly_stands_in_something_longer_is_a_part_of_it() -> None:
    """More than every second time for a word, every second time for a phrase: then it is none of its own."""
    vocabulary, types, ranks = ["专利", "许可", "转化"], "nnn", np.array([0.5, 0.3, 0.2])

    def found(phrases: dict[tuple[int, ...], int], *often: int) -> set[str]:
        return set(_weights(phrases, often, types, vocabulary, ranks))

    assert found({(0, 1): 2}, 4, 2, 1) == {"专利", "转化", "专利许可"}
    assert found({(0, 1): 2}, 3, 2, 1) == {"转化", "专利许可"}
    assert found({(0, 1): 5, (0, 1, 2): 2}, 9, 5, 2) == {"专利许可", "专利许可转化"}
    assert found({(0, 1): 4, (0, 1, 2): 2}, 9, 5, 2) == {"专利", "专利许可转化"}


def test_a_phrase_weighs_what_its_words_do_by_its_share_of_their_times() -> None:
    """Three words that stand together every second time weigh half of what they weigh together."""
    weights = _weights({(0, 1): 2}, [4, 2], "nn", ["专利", "许可"], np.array([0.5, 0.3]))
    assert weights["专利许可"] == pytest.approx((0.5 + 0.3) * 2 / 4)
    assert weights["专利"] == 0.5
    assert "专利" * 4 + "许可" * 4 in _weights({(0, 1): 2}, [4, 2], "nn", ["专利" * 4, "许可" * 4], np.ones(2))
    assert "专利许可专利" not in _weights({(0, 1): 2}, [4, 2], "nn", ["专利许可", "专利"], np.ones(2))
    assert "专" * 17 not in _weights({(0, 1): 2}, [4, 2], "nn", ["专" * 9, "专" * 8], np.ones(2))


def test_the_heaviest_words_are_found_among_many() -> None:
    """A long text's keywords are its own, however many words it has."""
    others = [left + right for left in "桥路河山湖" for right in "东西南北中前后上下里"]
    text = [mark for word in others for mark in (word, "，")]
    assert find_keywords(["专利", "，", "专利", "，", *text, "专利", "。"], 1)[0][0] == "专利"


def test_early_words_weigh_more() -> None:
    """Of two that come as often, the one that comes first."""
    found = dict(find_keywords(["门诊", "，", "大桥", "。"]))
    assert found["门诊"] > found["大桥"]


def test_a_crumb_is_no_keyword() -> None:
    """Two characters that no dictionary has and the text says once, unless they are a person."""
    assert not {"建局", "住建"} & set(dict(find_keywords(["市", "住", "建局", "开会", "。"])))
    assert "建局" in dict(find_keywords(["建局", "开会", "，", "建局", "。"]))


def test_a_name_is_made_whole() -> None:
    """By the surname that always stands before it, in two places at least; not where others stand there too."""
    assert _whole_name("俊宁", "李俊宁说好。李俊宁介绍。") == "李俊宁"
    assert _whole_name("俊宁", "李俊宁说好。") == "俊宁"
    assert _whole_name("俊宁", "李俊宁说好。王俊宁介绍。") == "俊宁"
    assert _whole_name("专利", "高专利好。高专利多。") == "专利"
    assert _whole_name("李俊", "李俊宁说好。李俊民介绍。") == "李俊"


def test_no_keyword_is_a_newsroom_word_or_ends_in_a_number() -> None:
    """Over the corpus no keyword is a reporter, a day or a part of 第38次."""
    for article in CORPUS[::10]:
        for word, _ in find_keywords(story_words("\n".join((article.headline, *article.body)))):
            assert not re.search("记者$|^近日$|^[我本全]市$|(?<!法拉)第$|^日[电讯]$", word), article.headline


def test_jieba_alone_gives_the_same_keywords(monkeypatch: pytest.MonkeyPatch) -> None:
    """An office without rjieba gets the same keywords, weight for weight."""
    pytest.importorskip("rjieba")
    texts = [story_words("\n".join((article.headline, *article.body))) for article in CORPUS[::40]]
    known_types().clear()
    fast = [find_keywords(text) for text in texts]
    monkeypatch.setattr(PLAIN.segmenter, "_rust", None)
    known_types().clear()
    assert [find_keywords(text) for text in texts] == fast
    known_types().clear()


def test_words_are_not_remembered_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words come, no more than REMEMBERED are kept, and each is of the same kind again."""
    monkeypatch.setattr(word_types, "REMEMBERED", 3)
    remembered = WordTypes()
    for word in 2 * ("知识产权", "保护", "老旧", "主持", "顾怀远"):
        assert remembered[word] == known_types()[word]
        assert len(remembered) <= 3
