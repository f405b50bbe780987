"""Names: in one piece, and people, organizations and places told apart with how often each is said."""

import json

from articles.article import Article, dumps
from summarize.length import DAILY
from summarize.names import find_names
from summarize.rank import head_of, summarize
from summarize.summary import to_json
from summarize.whole import story_words, whole_words
from tests.trained import MODELS


def test_parted_names_are_whole() -> None:
    """A rare surname with its given name, a foreign name in syllables, the kind of a place behind its name."""
    assert whole_words(["栗", "远山", "说", "，", "栗", "远山"]) == ["栗远山", "说", "，", "栗远山"]
    assert whole_words(["栗", "远山", "说"]) == ["栗", "远山", "说"]
    assert whole_words(["扎", "帕罗夫", "到", "了"]) == ["扎帕罗夫", "到", "了"]
    assert whole_words(["清禾", "市柳塘", "街道"]) == ["清禾市", "柳塘", "街道"]


def test_names_of_people_have_all_their_characters_and_no_more() -> None:
    """The third character that always follows is of the name, a verb behind a name that is said alone is not."""
    assert whole_words(["程远", "和", "说", "，", "程远", "和", "到", "了"]).count("程远和") == 2
    assert whole_words(["程朗", "到", "，", "程朗", "说", "，", "程朗时"]) == [
        "程朗",
        "到",
        "，",
        "程朗",
        "说",
        "，",
        "程朗",
        "时",
    ]
    assert "程远" in whole_words(["程远", "和", "说", "，", "程远", "到", "了"])


def test_dots_and_ministries_are_whole() -> None:
    """A foreign name with its dot is one, and so is a ministry of two things; two ministries stay two."""
    assert whole_words(["布鲁诺", "·", "马里诺", "说"]) == ["布鲁诺·马里诺", "说"]
    assert whole_words(["文化", "和", "旅游部", "印发"]) == ["文化和旅游部", "印发"]
    assert whole_words(["教育部", "和", "财政部", "印发"]) == ["教育部", "和", "财政部", "印发"]


def test_an_example_and_a_deed_are_no_names() -> None:
    """李先生 names nobody; what was done with a body is no part of its name, and any body of its kind is none."""
    names = find_names(story_words("李先生参观清禾市博物馆，市民李先生说好。上级单位去了深山。"))
    assert not names.person
    assert [name for name, _ in names.organization] == ["清禾市博物馆"]
    assert not {"深山"} & {name for name, _ in names.place}


def test_names_are_told_apart() -> None:
    """The most frequent first; what only says what it is (公司, 医院) and what only looks like a name are none."""
    text = "鲍立诚到北京。鲍立诚说，清禾市公交公司在城市建设中成长，公司在北京有深度合作，卓越的医院也不少。"
    names = find_names(story_words(text))
    assert names.person == (("鲍立诚", 2),)
    assert [name for name, _ in names.organization] == ["清禾市公交公司"]
    assert ("北京", 2) in names.place
    assert not {"城市", "深度"} & {name for name, _ in names.place}


def test_who_acts_is_a_keyword() -> None:
    """Whom the headline names and whom the text names most; a column's name and an example once told are none."""
    body = (
        "4月1日，市长曲永年到双桥镇调研光伏电站，要求电站六月前并网发电，为全镇节约电费。",
        "电站站长鲍立诚介绍，光伏电站装机两千千瓦，年发电二百四十万度，鲍立诚和同事们已调试三个月。小张在旁边递水。",
        "光伏电站由镇里和企业合建，村民以屋顶入股，每户每年分红一千二百元，去年分红的村民有三百多户，今年还要增加。"
        * 2,
    )
    story = Article("a", headline="曲永年调研双桥镇光伏电站（见闻）", body=body)
    words = [word for word, _ in summarize(story, DAILY, MODELS.language).keywords]
    assert {"曲永年", "鲍立诚"} <= set(words)
    assert any("光伏" in word for word in words)
    assert not {"见闻", "小张", "电站六月", "同事们"} & set(words)
    assert head_of(story) == "曲永年调研双桥镇光伏电站"


def test_json_holds_the_names() -> None:
    """Three lists of names with their counts."""
    story = Article("a", headline="鲍立诚到北京", body=("鲍立诚到北京。",))
    row = json.loads(dumps(to_json(summarize(story, DAILY, MODELS.language))))
    assert row["names"] == {"person": [["鲍立诚", 2]], "organization": [], "place": [["北京", 2]]}
