"""Damage that real extracts have, each on a small invented page."""

import textwrap

import pytest

from tests.three_stories import BRIDGE, LIBRARY, ORCHARD, STORIES, only, page, plain_page, stories

MARKS = str.maketrans("，。：；？！（）", ",.:;?!()")


def wrapped(width: int, indent: str) -> str:
    """The three stories with every line broken at so many characters, and no blank line anywhere."""
    lines: list[str] = []
    for head, body in STORIES.items():
        lines.append(head)
        for text in body:
            full = indent + text
            lines += [full[at : at + width] for at in range(0, len(full), width)]
    return "\n".join(lines)


def test_the_page_itself() -> None:
    """Undamaged, the page gives its three stories."""
    assert stories(page(plain_page())) == STORIES
    assert page(plain_page()).furniture == ()


@pytest.mark.parametrize("apart", ["\n", "\r\n", "\n\n\n\n", "\n \u3000\t\n"])
def test_any_gap_between_paragraphs(apart: str) -> None:
    """A paragraph a line or with blank lines between, whatever ends the lines."""
    assert stories(page(plain_page(apart))) == STORIES


@pytest.mark.parametrize("indent", ["\u3000\u3000", "    ", "\t", "\u00a0\u00a0"])
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_indented_paragraphs(indent: str, apart: str) -> None:
    """Full-width spaces before a paragraph are no part of it."""
    assert stories(page(plain_page(apart, indent))) == STORIES


@pytest.mark.parametrize("width", [16, 20, 28, 40])
def test_wrapped_lines_without_blank_lines(width: int) -> None:
    """Lines broken at a fixed width become the paragraphs they were, by their indents."""
    assert stories(page(wrapped(width, "\u3000\u3000"))) == STORIES


@pytest.mark.parametrize("width", [20, 28])
def test_wrapped_blocks(width: int) -> None:
    """Lines broken at a fixed width inside blocks are one paragraph again."""
    blocks = ["\n".join(textwrap.wrap(text, width)) for head, body in STORIES.items() for text in (head, *body)]
    assert stories(page(*blocks)) == STORIES


@pytest.mark.parametrize("gap", [" ", "\u3000", "\u00a0", "  "])
def test_letter_spaced_headlines(gap: str) -> None:
    """A headline set with spaces between its characters is the same headline."""
    parts = [text for head, body in STORIES.items() for text in (gap.join(head), *body)]
    assert stories(page(*parts)) == STORIES


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_headline_in_two_lines(apart: str) -> None:
    """Both lines of a headline stand over the story, in their order, and none in its text; stacked they may be one."""
    lines = ("云岭市图书馆新馆4月8日正式开馆", "一千二百个座位迎来首批读者")
    article = only(page(apart.join(lines), *LIBRARY))
    assert "".join(filter(None, (article.kicker, article.headline, article.subhead))) == "".join(lines)
    assert article.body == LIBRARY


def test_a_headline_with_a_verb_and_no_mark() -> None:
    """市政协召开主席会议 reads as a sentence without its stop, and is a headline."""
    body = (
        "4月9日，市政协召开主席会议，市政协主席欧阳雪主持。会议审议了提案督办方案，研究了古城保护调研报告。",
        "欧阳雪强调，提案办理要听取委员和群众意见，办前办中办后都要沟通，古城保护要守住文化根脉。",
    )
    reading = page("市政协召开第七次主席会议", *body, "南坡镇万亩苹果园疏花忙", *ORCHARD)
    assert stories(reading) == {"市政协召开第七次主席会议": body, "南坡镇万亩苹果园疏花忙": ORCHARD}


@pytest.mark.parametrize(
    "subheads",
    [
        ("一、新馆更大", "二、开得更晚"),
        ("（一）新馆更大", "（二）开得更晚"),
        ("新馆更大", "开得更晚"),
    ],
)
def test_subheads_inside_a_story(subheads: tuple[str, str]) -> None:
    """A story with short lines between its paragraphs stays one story."""
    one, two = subheads
    reading = page(
        "云岭市图书馆新馆开馆", LIBRARY[0], one, LIBRARY[1], two, LIBRARY[2], "东门大桥封闭大修四个月", *BRIDGE
    )
    assert [article.headline for article in reading.articles] == ["云岭市图书馆新馆开馆", "东门大桥封闭大修四个月"]
    assert reading.articles[0].body == (LIBRARY[0], one, LIBRARY[1], two, LIBRARY[2])


def test_a_table_with_blank_lines_between_its_rows() -> None:
    """Rows of a table and of a list under a colon are text of their story, neither heads nor slogans."""
    rows = (
        "青溪区好又多超市 韭菜 腐霉利超标",
        "石桥县张记熟食店 卤猪蹄 大肠菌群超标",
        "白塔县绿源商行 豆芽 检出禁用农药",
    )
    told = ("本报讯 市市场监管局公布抽检结果，三批次食品不合格。不合格名单如下：", *rows, BRIDGE[2])
    assert only(page("抽检不合格食品名单公布", *told)).body == told
    listed = ("云岭市中学", "东门小学", "南坡镇中心小学")
    told = ("本报讯 下列学校被评为书香校园，每校获赠图书三千册：", *listed, LIBRARY[2])
    assert only(page("三所学校被评为书香校园", *told)).body == told


def test_a_headline_with_its_second_line() -> None:
    """A line over ——记… is the headline, however little the text bears it out."""
    body = ("罗长安在石桥县云头乡卫生院工作了二十三年，全乡八个村的路他都走过。", "他说，只要还走得动，就一直走下去。")
    article = only(page("走进深山里的“背篓医生”", "——记石桥县云头乡卫生院医生罗长安", *body))
    assert (article.headline, article.subhead) == ("走进深山里的“背篓医生”", "——记石桥县云头乡卫生院医生罗长安")


def test_a_list_of_tips() -> None:
    """Tips under their titles belong together, and not to the story before them."""
    tips = ("出门前\n查看天气预报\n带好雨具和饮水\n告诉家人去向", "在山上\n不要离开步道\n不要采食野果\n遇雷雨远离大树")
    reading = page("云岭市图书馆新馆开馆", *LIBRARY, "登山\n", *tips)
    first, second = reading.articles
    assert first.body == LIBRARY
    assert all(line in second.text for line in "\n".join(tips).split("\n"))


def test_a_table_of_names() -> None:
    """A list of names under a story stays with it and in one piece."""
    names = "一等奖\n田雨晴　贺志强\n二等奖\n孟凡　许明达　罗安\n三等奖\n周岚　高原　欧阳雪"
    text = "\n".join(
        text for article in page("云岭市图书馆新馆开馆", *LIBRARY, names).articles for text in article.body
    )
    assert names in text


def test_traditional_characters() -> None:
    """A page in traditional characters is read as one in simplified characters is."""
    one = (
        "本報訊（記者田雨晴）4月8日，雲嶺市圖書館新館開館。新館位於文昌路北側，藏書六十萬冊，讀者憑身份證即可入館。",
        "館長賀志強介紹，新館延長了夜間開放時間，週二至週日開到晚上九點，少兒閱覽區單獨設門，家長可以陪著孩子看繪本。",
    )
    two = (
        "本報訊（記者高原）連日來，南坡鎮的蘋果園裡一片忙碌，果農們抓緊疏花、授粉。今年花期比往年早了六天。",
        "農技員孟凡說，花期最怕倒春寒，果園要備好柴草和熏煙的用具，夜裡氣溫低於零度就點火。",
    )
    reading = page("雲嶺市圖書館新館開館", *one, "南坡鎮萬畝蘋果園疏花忙", *two)
    assert stories(reading) == {"雲嶺市圖書館新館開館": one, "南坡鎮萬畝蘋果園疏花忙": two}


@pytest.mark.parametrize(
    "header",
    [
        "2025年4月9日 星期三 第2版",
        "2025年4月9日　星期三　责任编辑：周岚　版式：罗安",
        "云岭日报",
        "02版 要闻",
        "要闻",
        "第2版",
        "责编 高原 美编 陶然",
        "国内统一刊号：CN14-0099 总第8123期",
        "新闻热线：0358-8220011",
    ],
)
def test_page_headers(header: str) -> None:
    """What the page says of itself is furniture, over the stories, between them or under them."""
    for at in (0, 4, 12):
        parts = plain_page().split("\n\n")
        parts[at:at] = [header]
        reading = page(*parts)
        assert (stories(reading), reading.furniture) == (STORIES, (header,))


@pytest.mark.parametrize(
    "advert", ["订购热线：0358-8220011", "云岭牌净水机 喝出好心情", "千亩花海 等你来", "南岭酒业 百年匠心"]
)
def test_an_advertisement_between_two_stories(advert: str) -> None:
    """A slogan between two stories takes nothing from either, neither a headline nor a paragraph, and adds none."""
    parts = plain_page().split("\n\n")
    reading = page(*parts[:4], advert, *parts[4:])
    assert stories(reading) == STORIES


def test_an_advertisement_inside_a_story() -> None:
    """A slogan between two pieces of a story is furniture."""
    cut = 40
    reading = page(
        "云岭市图书馆新馆开馆", LIBRARY[0], LIBRARY[1][:cut], "南岭酒业 百年匠心", LIBRARY[1][cut:], LIBRARY[2]
    )
    assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY}
    assert reading.furniture == ("南岭酒业 百年匠心",)


@pytest.mark.parametrize("slogan", ["千亩花海 等你来", "云岭牌净水机 喝出好心情"])
def test_a_paragraph_is_whole_over_an_advertisement(slogan: str) -> None:
    """However well the slogan itself would carry the paragraph on."""
    reading = page("云岭市图书馆新馆开馆", LIBRARY[0], LIBRARY[1][:40], slogan, LIBRARY[1][40:], LIBRARY[2])
    assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY}
    assert reading.furniture == (slogan,)


def test_half_width_marks() -> None:
    """Marks of half the width change nothing."""
    reading = page(plain_page().translate(MARKS | {ord("。"): "。"}))
    assert [article.headline for article in reading.articles] == list(STORIES)


def test_a_headline_that_its_story_repeats() -> None:
    """A headline stays one, though a paragraph says it again word for word."""
    head = "东门大桥封闭大修四个月过往车辆须绕行南门大桥通行"
    body = (*BRIDGE[:2], f"{head}，这是记者从市住建局得到的消息。")
    reading = page("云岭市图书馆新馆开馆", *LIBRARY, head, *body)
    assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY, head: body}


def test_a_report_by_a_photographer_is_a_report() -> None:
    """摄影报道 ends a paragraph, 摄 a caption."""
    told = "4月9日，果农在南坡镇的果园里授粉，今年的花期比往年早了六天。（本报记者 高原 摄影报道）"
    assert only(page("南坡镇果园授粉忙", told)).body == (told,)


def test_the_lines_around_a_story() -> None:
    """Kicker, byline, caption, sign-off and jump line go to their fields."""
    article = only(
        page(
            "贺志强在图书馆调研时强调",
            "让新馆成为市民的大书房",
            "本报记者 田雨晴",
            *LIBRARY,
            "（周岚 罗安）",
            "图为读者在新馆看书。 本报记者 田雨晴 摄",
            "（下转第3版）",
        )
    )
    assert (article.kicker, article.headline) == ("贺志强在图书馆调研时强调", "让新馆成为市民的大书房")
    assert (article.byline, article.signoff) == ("本报记者 田雨晴", "（周岚 罗安）")
    assert article.captions == ("图为读者在新馆看书。 本报记者 田雨晴 摄",)
    assert (article.body, article.dateline, article.continues) == (LIBRARY, "4月8日", "第3版")
