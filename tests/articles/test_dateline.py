"""Datelines: agency, place, day and reporters of every form that papers print, and no sentence taken for one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dateline import LONGEST, Dateline, is_lead, parse_dateline

SENTENCE = "4月8日，市图书馆新馆开馆。"
WEN, BAO, QU = "温若溪", "鲍立诚", "曲小满"

# What is printed before the sentence: agency, place, day, reporters.
FORMS: list[tuple[str, str | None, str | None, str | None, tuple[str, ...]]] = [
    ("本报讯 ", "本报", None, None, ()),
    ("●本报讯 ", "本报", None, None, ()),
    ("本报讯（记者温若溪）", "本报", None, None, (WEN,)),
    ("本报讯(清禾日报-清禾新闻网记者温若溪)", "本报", None, None, (WEN,)),
    ("本报讯 （记者 温若溪 见习记者 鲍立诚）", "本报", None, None, (WEN, BAO)),
    ("本报讯（记者 温若溪 通讯员 鲍立诚 实习生 曲小满）", "本报", None, None, (WEN, BAO, QU)),
    ("本报讯（记者 欧阳雪 田雨）", "本报", None, None, ("欧阳雪", "田雨")),
    ("本报讯（记者 倪 弋 艾合买提·买买提 文/图）", "本报", None, None, ("倪弋", "艾合买提·买买提")),
    ("本报讯（记者乌兰其木格）", "本报", None, None, ("乌兰其木格",)),
    ("本报讯（记者温若溪/文 鲍立诚/图）", "本报", None, None, (WEN, BAO)),
    ("本报讯（记者温若溪从白塔发回报道）", "本报", None, None, (WEN,)),
    ("本报讯 记者 温若溪 ", "本报", None, None, (WEN,)),
    ("本报清禾讯 记者温若溪报道 ", "本报", "清禾", None, (WEN,)),
    ("本报4月1日讯（记者温若溪 通讯员鲍立诚 摄影报道）", "本报", None, "4月1日", (WEN, BAO)),
    ("本报北京12月31日讯 记者陈雁报道：", "本报", "北京", "12月31日", ("陈雁",)),
    ("本报北京1月8日讯新华社记者周岚、田雨，本报记者罗峥报道：", "本报", "北京", "1月8日", ("周岚", "田雨", "罗峥")),
    ("本报大连电", "本报", "大连", None, ()),
    ("本报西安十二月三十一日电", "本报", "西安", "十二月三十一日", ()),
    ("【本报讯】（记者温若溪）", "本报", None, None, (WEN,)),
    ("【本报讯 记者温若溪】", "本报", None, None, (WEN,)),
    ("【本報訊】（記者溫若溪）", "本報", None, None, ("溫若溪",)),
    ("記者溫若溪/本報訊 ", "本報", None, None, ("溫若溪",)),
    ("〔記者溫若溪／台北報導〕", None, "台北", None, ("溫若溪",)),
    ("（中央社記者溫若溪台北14日電）", "中央社", "台北", "14日", ("溫若溪",)),
    ("清禾晚报讯（首席记者 温若溪）", "清禾晚报", None, None, (WEN,)),
    ("岚川日报讯 ", "岚川日报", None, None, ()),
    ("光明日报讯（记者温若溪）", "光明日报", None, None, (WEN,)),
    ("清禾市融媒体中心讯 ", "清禾市融媒体中心", None, None, ()),
    ("科技日报北京3月14日电 （记者温若溪）", "科技日报", "北京", "3月14日", (WEN,)),
    ("新华社北京3月16日电（记者温若溪、鲍立诚）", "新华社", "北京", "3月16日", (WEN, BAO)),
    ("新华社杭州1999年12月9日电 ", "新华社", "杭州", "1999年12月9日", ()),
    ("新华社达沃斯（瑞士）1月29日电（记者温若溪）", "新华社", "达沃斯（瑞士）", "1月29日", (WEN,)),
    ("新华社“雪龙2”号1月6日电 ", "新华社", "“雪龙2”号", "1月6日", ()),
    ("新华社维也纳1月9日电（记者温若溪）", "新华社", "维也纳", "1月9日", (WEN,)),
    ("新华社记者温若溪报道：", "新华社", None, None, (WEN,)),
    ("据新华社电  （记者温若溪）", "新华社", None, None, (WEN,)),
    ("据新华社电 ", "新华社", None, None, ()),
    ("据新华社北京4月1日电（记者温若溪）", "新华社", "北京", "4月1日", (WEN,)),
    ("法新社巴黎3月2日电 ", "法新社", "巴黎", "3月2日", ()),
    ("路透社消息：", "路透社", None, None, ()),
    ("中新社北京3月2日电 (记者 温若溪)", "中新社", "北京", "3月2日", (WEN,)),
    ("中新网北京3月2日电（温若溪 鲍立诚）", "中新网", "北京", "3月2日", (WEN, BAO)),
    ("人民网北京4月1日电 （记者温若溪）", "人民网", "北京", "4月1日", (WEN,)),
    ("【明報專訊】", "明報", None, None, ()),
    ("【記者溫若溪台北報導】", None, "台北", None, ("溫若溪",)),
    ("本报3月14日白塔电（记者温若溪）", "本报", "白塔", "3月14日", (WEN,)),
    ("本报讯：（记者温若溪）", "本报", None, None, (WEN,)),
    ("岚川融媒记者 温若溪 报道：", "岚川融媒", None, None, (WEN,)),
    ("据《岚川日报》消息：", "岚川日报", None, None, ()),
    ("岚川日报·岚川新闻网讯（记者 温若溪）", "岚川日报·岚川新闻网", None, None, (WEN,)),
    ("央视新闻消息：", "央视新闻", None, None, ()),
    ("央视网消息(新闻联播)：", "央视网", None, None, ()),
    ("央视网(新闻联播)消息：", "央视网", None, None, ()),
    ("本台消息，", "本台", None, None, ()),
    ("（记者罗峥）", None, None, None, ("罗峥",)),
    ("(记者 温若溪 通讯员 鲍立诚 曲小满)", None, None, None, (WEN, BAO, QU)),
    ("（融媒体中心记者 温若溪）", None, None, None, (WEN,)),
    ("全媒体记者 温若溪 报道：", None, None, None, (WEN,)),
    ("本报记者 温若溪 鲍立诚 北京报道：", "本报", "北京", None, (WEN, BAO)),
    ("■本报记者 温若溪 ", "本报", None, None, (WEN,)),
]


@pytest.mark.parametrize(("printed", "agency", "place", "day", "reporters"), FORMS, ids=[form[0] for form in FORMS])
def test_every_form_is_parsed(
    printed: str, agency: str | None, place: str | None, day: str | None, reporters: tuple[str, ...]
) -> None:
    """Each form tells what it tells, and the sentence begins where it ends."""
    assert parse_dateline(printed + SENTENCE) == Dateline(agency, place, day, reporters, len(printed))


@pytest.mark.parametrize(
    "text",
    [
        "本报通讯员来信。",
        "本报讯员来信。",
        "本报电话：0358。",
        "本报电影周刊今日出版。",
        "本报北京3月1日电力供应充足。",
        "本报收到贺电。",
        "本报刚刚报道了两县告别贫困的消息，又传来喜讯。",
        "本报记者近日赴白塔采访，走近他们的青春。",
        "新华社电视台开播。",
        "新华社今天播发长篇通讯，题目是：春天。",
        "人民网牵头策划的灯光秀在多省份上演。",
        "国家电网青溪供电公司检修线路。",
        "电讯行业协会昨日开会。",
        "据他说，本报讯 春来了",
        "记者从市医保局获悉，价格降了。",
        "记者：这次有何不同？",
        "【记者观察】",
        "【记者体验】高铁让乘客轻松出行",
        "□本报记者 温若溪",
        "新华社记者 温若溪 鲍立诚",
        "本报记者 温若溪 摄",
        "（记者罗峥）",
        "（新华社北京10月27日电）\xa0",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    """A paragraph that only has such words is none, nor is a byline or a bracket that stands alone."""
    assert parse_dateline(text) is None
    assert not is_lead(text)


def test_a_bare_item_is_no_lead() -> None:
    """本报电 alone opens an item of a roundup, not a story."""
    assert is_lead("本报北京4月8日电 大桥封闭。")
    assert parse_dateline("本报电 大桥封闭。")
    assert not is_lead("本报电 大桥封闭。")


@given(st.text() | st.text("本报讯電新华社记者通员（）【】()：，、/ 温若溪4月1日北京报道摄●·\n", max_size=80))
def test_any_text_is_parsed(text: str) -> None:
    """Whatever a paragraph holds, the sentence begins inside it, and names stand in what is before."""
    if found := parse_dateline(text):
        assert 0 < found.end <= len(text)
        printed = "".join(text[: found.end].split())
        told = (found.agency, found.place, found.day, *found.reporters)
        assert all(one in printed for one in told if one)


HARD = (
    *(
        "（",
        " ",
        "记者",
        "本报",
        "本报讯（记者",
        "本报讯 记者 温若溪 ",
        "新华社温若溪",
        "【",
        "报",
        "日报记者温",
        "驻温若",
    ),
    *("1", "讯\n", "《", "·报", "一月"),
)


@pytest.mark.parametrize("unit", HARD)
@pytest.mark.parametrize("opening", ["", "本报讯", "本报讯（记者", "新华社记者", "（记者"])
def test_only_the_start_is_looked_at(unit: str, opening: str) -> None:
    """The hardest paragraph of a megabyte takes a moment, as nothing is read behind its start."""
    text = opening + unit * (1_000_000 // len(unit))
    seconds = []
    for _ in range(3):
        began = time.process_time()
        parse_dateline(text)
        seconds.append(time.process_time() - began)
    assert min(seconds) < 0.02
    found = parse_dateline(text)
    assert found is None or found.end <= LONGEST
