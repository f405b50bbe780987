"""Unwrapping: the width of a column is learned from its lines, and each line says by it whether it goes on."""

import time

import pytest

from articles.block import Block
from articles.widths import half_widths
from reading.blocks.split import split_blocks
from reading.blocks.unwrap import Measure, find_measure, glued, unwrap

NEWS = (
    "本报讯（记者田雨晴）四月八日，云岭市图书馆新馆开馆。新馆位于文昌路北侧，藏书六十万册，设阅览座位一千二百个。",
    "馆长贺志强介绍，新馆延长了夜间开放时间，周二至周日开到晚上九点，少儿阅览区单独设门，每周六有志愿者讲故事。",
    "图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还，开馆当天有五千多名读者前来。",
)
# Eighteen characters, no sentence's end.
FULL = "新馆延长了夜间开放时间，周二至周日开"
NARROW = Measure(18, justified=False)


def lines_of(text: str, width: int = 18) -> list[str]:
    """A text broken at so many characters."""
    return [text[at : at + width] for at in range(0, len(text), width)]


def page_of(*texts: str, width: int = 18) -> list[str]:
    """The lines of all the texts."""
    return [line for text in texts for line in lines_of(text, width)]


def whole(*lines: str, width: int = 18) -> list[str]:
    """The paragraphs of lines of a column."""
    return list(unwrap(lines, Measure(width, justified=False)))


def texts(*lines: str) -> list[str]:
    """The blocks of a page."""
    return [block.text for block in split_blocks("\n".join(lines))]


@pytest.mark.parametrize("width", [8, 13, 20, 30])
def test_the_width_is_learned_in_characters(width: int) -> None:
    """It is the one that most lines have, whatever it is."""
    assert find_measure(page_of(*NEWS, width=width)) == Measure(width, justified=False)


def test_the_width_of_justified_type_is_learned_in_half_widths() -> None:
    """Where figures and Latin letters stand, lines of one width have many numbers of characters; some are squeezed."""
    lines = [
        "开馆当天有5126名读者，借出图书7",
        "034册，新馆的藏书达到60万册，阅",
        "览座位有1200个，读者可上网预约，",
        "网址是lib.yunling.cn，也可以到馆",
        "里的服务台办证，办证只要3分钟。",
    ]
    measure = find_measure(lines)
    assert measure
    assert measure.justified
    assert [measure.is_full(line, "") for line in lines] == [True, True, True, True, True]
    assert list(unwrap(lines, measure)) == ["".join(lines)]
    assert not measure.is_full("览座位有1200个，读者可上网", "")


@pytest.mark.parametrize(
    ("line", "width"), [("人均GDP", 7), ("（行）", 6), ("abc", 3), ("“馆”", 4), ("", 0), ("——馆", 4)]
)
def test_half_widths(line: str, width: int) -> None:
    """A Chinese character and its full-width marks are two, all else is one."""
    assert half_widths(line) == width


@pytest.mark.parametrize(
    "lines",
    [
        # Two lines are too few to tell.
        [FULL, FULL],
        # A paragraph a line, each of its own length.
        list(NEWS),
        # Lines of one length that end as sentences do.
        [
            "新馆位于文昌路北侧，藏书六十万册。",
            "读者凭身份证即可入馆，办证免费了。",
            "少儿阅览区另有门，周六讲故事呢。",
        ],
        # Lines of one length of which as many as not do.
        [FULL[:17] + "。", FULL, FULL[:17] + "。", FULL],
        # Tips of one length: no comma and no full stop.
        ["出门前查看天气", "上山时带好雨具", "遇雷雨远离大树", "下山后换上干衣"],
        # Tips with commas, of lengths of their own.
        ["出门，看天气", "上山，带好雨具雨衣", "雷雨，远离大树", "下山，换衣"],
        # Too narrow, and too wide.
        page_of(*NEWS, width=6),
        page_of("".join(NEWS).replace("。", "，") * 9 + "。", width=61),
        # Half of the lines are no wider than others.
        [*page_of(*NEWS)[:4], *(FULL[:size] for size in range(8, 17))],
        [],
    ],
)
def test_a_page_without_wrapped_lines_has_no_width(lines: list[str]) -> None:
    """Nothing is made of it."""
    assert find_measure(lines) is None


def test_lines_without_a_sentences_end_are_wrapped_where_nearly_all_are_full() -> None:
    """A piece of a paragraph from which both ends are cut is as wide all through."""
    lines = lines_of(NEWS[1])[:2] + lines_of(NEWS[2])[:2]
    assert find_measure(lines) == Measure(18, justified=False)
    assert find_measure([*lines, "到馆"]) == Measure(18, justified=False)
    assert find_measure([*lines, "到馆", "办证"]) is None


def test_a_line_that_ends_at_the_width_goes_on_and_a_shorter_one_ends() -> None:
    """Also where a paragraph has one line alone."""
    assert whole(*page_of(*NEWS, width=20), width=20) == list(NEWS)
    assert whole(FULL, FULL, "到九点。", FULL, "到十点。") == [FULL * 2 + "到九点。", FULL + "到十点。"]
    assert whole(FULL, "到九点。", "闭馆。", FULL) == [FULL + "到九点。", "闭馆。", FULL]


def test_a_line_may_end_short_of_the_width_for_the_sake_of_the_next() -> None:
    """No line begins with a mark, so the sign before it comes along; and none ends with an opening mark, which goes."""
    lent = FULL[:17]
    for after in ("开，到九点。", "开》到九点。", "“开到九点”。", "（开到九点）。"):
        assert whole(lent, after) == [lent + after]
    for after in ("开到，九点。", "，开到九点。", "开"):
        assert whole(lent, after) == [lent, after]
    assert whole(FULL[:16], "开，到九点。") == [FULL[:16], "开，到九点。"]


def test_a_line_may_go_beyond_the_width_by_hanging_marks() -> None:
    """It is full as others are, and goes on; by a character or more than three marks it is no line of the column."""
    for hung in ("，", "。”", "。”）"):
        assert whole(FULL, FULL + hung, "到九点。") == [FULL + FULL + hung + "到九点。"]
        assert not NARROW.is_beyond(FULL + hung)
    assert NARROW.is_beyond(FULL + "到")
    assert NARROW.is_beyond(FULL + "。”）”")
    assert not NARROW.is_beyond(FULL)


def test_justified_type_has_some_slack() -> None:
    """A line may be three half-widths short or too wide, four where the next one took its last sign."""
    measure = Measure(36, justified=True)
    assert measure.is_full("馆" * 16 + "a", "")
    assert not measure.is_full("馆" * 16, "")
    assert measure.is_full("馆" * 15 + "a", "开，")
    assert not measure.is_full("馆" * 15, "开，")
    assert not measure.is_beyond("馆" * 19 + "a")
    assert measure.is_beyond("馆" * 20)
    assert not measure.is_beyond("馆" * 19 + "。")


@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u2003", "\u2003\u2003", "  ", "    ", "\t", "\u00a0\u00a0"])
def test_an_indented_line_begins_a_paragraph(indent: str) -> None:
    """Also under a full line; one blank is no indent."""
    wide = 18 - len(indent)
    lines = [indent + FULL[:wide], FULL, indent + FULL[:wide], "到九点。"]
    assert whole(*lines) == [FULL[:wide] + FULL, FULL[:wide] + "到九点。"]
    assert whole(FULL, " " + FULL[:17], "到九点。") == [FULL + FULL[:17] + "到九点。"]


def test_where_paragraphs_are_indented_a_short_line_in_mid_sentence_goes_on() -> None:
    """From a paragraph's third line on; without indents, and over its second line, it ends one."""
    first = "　　" + FULL[:16]
    assert whole(first, FULL, "周二至周日", "开到九点。") == [FULL[:16] + FULL + "周二至周日开到九点。"]
    assert whole(first, "周二至周日", "开到九点。") == [FULL[:16] + "周二至周日", "开到九点。"]
    assert whole(FULL, FULL, "周二至周日", "开到九点。") == [FULL * 2 + "周二至周日", "开到九点。"]


def test_a_dateline_begins_a_story() -> None:
    """Under a full line, also one that is broken over two lines; a word for it inside a sentence does not."""
    broken = lines_of("本报讯（记者田雨晴、高原、许明达）四月八日，新馆开馆。", 13)
    assert whole("云岭图书馆新馆四月八日开馆", *broken, width=13) == ["云岭图书馆新馆四月八日开馆", "".join(broken)]
    narrow = lines_of("本报云岭四月八日电（记者田雨晴）新馆开馆。", 8)
    assert whole("图书馆新馆今开馆", *narrow, width=8) == ["图书馆新馆今开馆", "".join(narrow)]
    bracketed = lines_of("本报讯（记者田雨晴）四月八日，新馆开馆。", 10)
    assert whole(*bracketed, width=10) == ["".join(bracketed)]
    assert whole(FULL, "他说，" + FULL[3:], "到九点。") == [FULL + "他说，" + FULL[3:] + "到九点。"]


def test_a_headline_stands_behind_a_full_line_that_ends_a_sentence() -> None:
    """What ends a paragraph and no sentence is one, of up to three lines and fifty characters."""
    body = [FULL, "到晚上九点，少儿阅览区单独设门开放。"]
    head = "南坡镇万亩果园疏花忙"
    assert whole(*body, head, "　　" + FULL[:16]) == ["".join(body), head, FULL[:16]]
    two = ["南坡镇万亩苹果园果农抓紧疏花授粉忙", "今年花期早六天"]
    assert len(two[0]) == 17
    two[0] = "在" + two[0]
    assert whole(*body, *two, "　　" + FULL[:16]) == ["".join(body), "".join(two), FULL[:16]]
    assert whole(*body, *two[:1] * 2, *two, "　　" + FULL[:16])[0] == "".join([*body, *two[:1] * 2, *two])
    assert whole(*body, FULL[:9] + "。" + FULL[:8], two[1])[0] == "".join([*body, FULL[:9] + "。" + FULL[:8], two[1]])


def test_a_headline_wider_than_the_column_is_one() -> None:
    """It goes over more than one column; neither the text over it nor that under it is a part, a second line is."""
    head = "云岭市图书馆新馆四月八日开馆读者盼来大书房"
    assert whole(FULL, head, FULL, "到九点。") == [FULL, head, FULL + "到九点。"]
    assert whole(FULL, head, "开到九点。") == [FULL, head, "开到九点。"]
    assert whole(FULL, head, "今年花期早六天", FULL, "到九点。") == [FULL, head + "今年花期早六天", FULL + "到九点。"]


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("要“时长”，更要“效率”（行与思）", True),
        ("要“时长”，更要“效率”(行与思)", True),
        ("要“时长”，更要“效率”（行与思）的", False),
        ("云岭图书馆开馆 读者盼来大书房", True),
        ("“一村一策”见效　山区群众富起来", True),
        ("图书馆开馆，读者 盼来大书房了呀", False),
        ("开馆OK 云岭市图书馆读者盼来了", False),
    ],
)
def test_a_headline_that_fills_its_line_is_known_by_its_end_or_its_blank(head: str, parts: bool) -> None:
    """The name of a column in brackets closes it; a blank between two clauses parts it."""
    width = len(head)
    body = lines_of(NEWS[1], width)
    assert whole(head, *body, width=width) == ([head, NEWS[1]] if parts else [head + NEWS[1]])


def test_a_headline_of_two_full_lines_may_end_with_a_columns_name() -> None:
    """Up to fifty characters; a line that ends its paragraph right after is its own."""
    head = ["让群众在家门口就有书读有座位有灯光", "也有人讲故事和答疑问（云岭纵横谈）"]
    body = lines_of(NEWS[1], 17)
    assert whole(*head, *body, width=17) == ["".join(head), NEWS[1]]
    assert whole(head[1], "周六讲故事", width=17) == [head[1] + "周六讲故事"]
    assert whole("有灯光的" * 4 + "馆", *head, *body, width=17) != ["有灯光的" * 4 + "馆" + "".join(head), NEWS[1]]


def test_headings_broken_in_two_are_one() -> None:
    """A heading that fills its line goes on in the next, unless that is a heading too; the text under it is its own."""
    head = "## 云岭市图书馆新馆开馆读者盼来了"
    body = page_of(*NEWS)
    assert split_blocks("\n".join([head, "大书房", "", *body]))[0] == Block(head[3:] + "大书房", 2)
    assert split_blocks("\n".join([head[:15], "大书房", "", *body]))[:2] == [
        Block(head[3:15], 2),
        Block("大书房", under=True),
    ]
    assert split_blocks("\n".join([head, "## 大书房", "", *body]))[:2] == [
        Block(head[3:], 2),
        Block("大书房", 2, under=True),
    ]


def test_a_list_on_a_wrapped_page_keeps_its_lines() -> None:
    """Its lines neither reach the width nor end sentences."""
    tips = ["佩戴口罩", "使用清洁的水", "多喝水，适当锻炼"]
    page = texts(*page_of(*NEWS), "", *tips, "", *page_of(*NEWS))
    assert page[page.index("\n".join(tips)) - 1].endswith("。")
    assert "\n".join(tips) in page


def test_a_short_paragraph_on_a_wrapped_page_is_broken_at_its_width() -> None:
    """Two lines are too few to tell a width; the page's own is known."""
    two = [FULL, "到九点"]
    assert "".join(two) in texts(*page_of(*NEWS), "", *two, "", *page_of(*NEWS))
    assert texts(*two) == two
    three = [FULL, "到九点。", "周一闭馆。"]
    assert texts(*page_of(*NEWS), "", *three)[-2:] == ["".join(three[:2]), three[2]]


def test_a_blank_line_under_every_line_parts_nothing() -> None:
    """Of a wrapped page; where lines stand together a blank line parts."""
    body = page_of(*NEWS, width=20)
    apart = [line for one in body for line in (one, "")]
    assert texts(*apart) == list(NEWS)
    assert len(texts(*apart, *body[:2])) > len(NEWS)
    assert texts("佩戴口罩", "", "使用清洁的水", "", "多喝水") == ["佩戴口罩", "使用清洁的水", "多喝水"]


def test_broken_lines_are_glued() -> None:
    """A blank stands only where two Latin words meet."""
    assert glued(["用Open", "Library借书", "3", "册"]) == "用Open Library借书3册"
    assert glued(["", "a"]) == "a"
    assert glued([]) == ""


PAGES = {
    "prose": page_of("".join(NEWS)) * 2000,
    "one paragraph": [FULL] * 20_000,
    "a heading over all": ["# " + FULL[:16], *[FULL] * 20_000],
    "names of columns": ["要时长更要效率也有用（云岭谈）读读", FULL] * 10_000,
    "indented": ["　　" + FULL[:16], FULL[:9], FULL] * 6_666,
    "brackets": ["（" * 18] * 20_000,
    "blanks": ["云岭 市图 书馆 新馆 开馆 了"] * 20_000,
    "blank lines between": [FULL, ""] * 10_000,
    "short lines": ["云岭", "云岭市图"] * 10_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_twenty_thousand_lines_take_a_time_in_bounds(name: str) -> None:
    """Four times the lines take about four times as long, never sixteen times."""
    lines = PAGES[name]
    took = [min(seconds(lines[:count]) for _ in range(2)) for count in (5_000, 20_000)]
    assert took[1] < 4
    assert took[1] < 9 * took[0]


def seconds(lines: list[str]) -> float:
    """How long the lines take, processor time."""
    half_widths.cache_clear()
    begun = time.process_time()
    split_blocks("\n".join(lines))
    return time.process_time() - begun
