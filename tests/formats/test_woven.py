"""Columns side by side: parted where the gaps stand under each other, told where they do not, all else as it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import Notice
from articles.page import Page
from articles.widths import half_widths
from baozhai import load_models
from formats.doors import open_file
from formats.seams import Piece, best_seam, is_column
from formats.woven import unwoven
from reading.reader import read_page

CASES = Path(__file__).parents[1] / "cases/15-layout"
BRIDGE = (
    "　　本报讯（记者钟远帆）4月8日，横跨青水河的东门大桥封闭大修，工期四个月，过往车辆绕行南门大桥。",
    "　　大桥建于三十年前，桥面多处开裂。施工单位说，白天换板，夜里浇筑，遇到下雨就顺延，雨季到来之前要完成主体。",
    "　　封闭期间，公交十二路改走文昌路，沿线加设两个站点，老人过河可以坐社区的电瓶车。",
)
MARKET = (
    "　　本报讯（记者阮清和）岚川市的早市昨天搬进了新棚，二百四十个摊位按菜、肉、鱼、花分区，地面做了防滑。",
    "　　摊主老邬卖了十七年豆腐，他说从前下雨要撑伞，现在水电到摊，豆腐不怕晒了，收摊也能早半个小时。",
)
LIBRARY = (
    "　　本报讯（记者温若溪）云岭市图书馆新馆开馆，藏书六十万册，读者凭身份证即可入馆，周末开到晚上九点。",
    "　　馆长贺志强介绍，少儿阅览区单独设门，每周六有志愿者讲故事，盲文书架放在一楼，轮椅可以直接推到桌前。",
)


QUESTIONS = (
    "记者：新馆什么时候开门，要不要预约",
    "记者：周末会不会延长，学生能来自习吗",
    "记者：盲文书在哪里，轮椅方便不方便",
    "记者：还有什么新鲜的，给读者说说",
)
ANSWERS = (
    "馆长：每天九点，凭身份证直接进，不用预约",
    "馆长：会的，开到晚上九点，座位都给学生",
    "馆长：一楼右手边，门口有坡道，桌子能升降",
    "馆长：每周六有人讲故事，孩子们最爱来听",
)


def wrapped(paragraphs: Sequence[str], width: int) -> list[str]:
    """The lines of a column so many characters wide."""
    return [text[at : at + width] for text in paragraphs for at in range(0, len(text), width)]


def beside(columns: Sequence[Sequence[str]], width: int, gap: int = 6, blank: str = " ") -> list[str]:
    """The lines of columns printed side by side, each so many half-widths wide."""
    rows = range(max(map(len, columns)))
    cells = [[column[at] if at < len(column) else "" for column in columns] for at in rows]
    return [(blank * gap).join(cell + " " * (width - half_widths(cell)) for cell in row).rstrip() for row in cells]


def stories(text: str, name: str = "2025-04-09-p01.txt") -> list[tuple[str | None, tuple[str, ...]]]:
    """The headlines and the bodies of what is on a page."""
    [page] = (item for item in open_file(text.encode(), name) if isinstance(item, Page))
    return [(article.headline, article.body) for article in read_page(page, load_models().reader).articles]


def body(paragraphs: Sequence[str]) -> tuple[str, ...]:
    return tuple(text.strip("　") for text in paragraphs)


def test_two_stories_side_by_side_are_two() -> None:
    """Of two columns each is a story of its own, read from its headline to its end."""
    left = ["东门大桥封闭大修", "", *wrapped(BRIDGE, 15)]
    right = ["岚川早市搬进新棚", "", *wrapped(MARKET, 15)]
    assert stories("\n".join(beside([left, right], 30))) == [
        ("东门大桥封闭大修", body(BRIDGE)),
        ("岚川早市搬进新棚", body(MARKET)),
    ]


def test_bands_of_columns_are_read_one_after_the_other() -> None:
    """A headline over three columns of its story, and two stories beside each other under it."""
    lines = wrapped(BRIDGE, 12)
    third = -(-len(lines) // 3)
    top = beside([lines[:third], lines[third : 2 * third], lines[2 * third :]], 24, gap=3)
    low = beside([["早市搬进新棚", *wrapped(MARKET, 16)], ["图书馆新馆开馆", *wrapped(LIBRARY, 16)]], 32, gap=8)
    assert stories("\n".join([" " * 30 + "东门大桥封闭大修", "", *top, "", *low])) == [
        ("东门大桥封闭大修", body(BRIDGE)),
        ("早市搬进新棚", body(MARKET)),
        ("图书馆新馆开馆", body(LIBRARY)),
    ]


def test_a_grid_may_count_a_chinese_character_as_one_place() -> None:
    """Some programs align columns by characters, others by what they show."""
    left, right = wrapped(BRIDGE, 15), wrapped(LIBRARY, 15)
    lines = [one.ljust(15) + "    " + other for one, other in zip(left, right, strict=False)]
    told, unclear = unwoven("\n".join(lines))
    assert [line.strip() for line in told.split("\n") if line] == [
        line.strip("　 ") for line in [*left[: len(lines)], *right[: len(lines)]]
    ]
    assert not unclear


@pytest.mark.parametrize(
    "text",
    [
        "一网通办　便民惠企\n\n" + "\n".join(wrapped(LIBRARY, 17)),
        "\n".join(
            f"{one}    {other}"
            for one, other in zip(["镇名", "南坡", "北岭", "东河", "西滩"], "亩三五七九", strict=True)
        ),
        "\n".join(beside([["春风吹过青水河，", "两岸人家燕子多。", "老桥不语看流水，", "新月如钩照晚荷。"]] * 2, 16)),
        "\n".join(beside([["温若溪", "钟远帆", "阮清和", "贺志强", "邬大林"]] * 4, 8)),
        "\n".join(f"    if rows[{at}]:  # 第{at}行，没有内容就跳过      return {at}" for at in range(9)),
        "\n".join(f"| 第{at}中学学生食堂 | 每周一、三、五，中午 | 四菜一汤，另有水果 |" for at in range(9)),
        "\n".join(f"{at}. 带好身份证、户口簿　　到一楼大厅取号排队，叫号办理。" for at in range(1, 9)),
        "\n".join(f"{one}      {other}" for one, other in zip(QUESTIONS, ANSWERS, strict=True)),
        "\n".join(
            f"第{at}中学教学楼改造工程，含电梯、外墙    中标人：第{at}建筑公司，价格{at}20万元" for at in "一二三四五六"
        ),
        "\n".join(
            f"{at}:00  岚川新闻联播，昨日要闻回顾    {at}:30  电视剧《青水河》，老桥的故事" for at in range(10, 20)
        ),
    ],
    ids=["headline", "table", "poem", "names", "code", "pipes", "tips", "dialogue", "tenders", "programme"],
)
def test_what_has_no_columns_of_text_stays(text: str) -> None:
    """Gaps under each other alone are no columns: the text comes back to the letter, and nothing is told of it."""
    assert unwoven(text) == (text, False)


def test_a_table_in_a_story_stays_a_table() -> None:
    """Rows whose cells are no wrapped text are not taken apart, whatever stands around them."""
    table = [
        "镇名        户数        亩数",
        "南坡镇      1203        3400",
        "北岭镇      860         2100",
        "东河镇      977         2650",
    ]
    left, right = wrapped(BRIDGE, 15), wrapped(MARKET, 15)
    told, _ = unwoven("\n".join([*beside([left, right], 30), "", *table]))
    assert told.endswith("\n".join(table) + "\n")


def test_columns_that_are_not_clear_are_told_and_no_label_is_sure() -> None:
    """Where a gap is one blank wide a line tells what to do, and a person looks at each label of the page."""
    rows = zip(wrapped(BRIDGE * 3, 15), wrapped(MARKET * 4, 15), strict=False)
    text = "\n".join(" ".join(cell.strip("　") for cell in row) for row in rows)
    notice, page = open_file(text.encode(), "2025-04-09-p01.txt")
    assert isinstance(notice, Notice)
    assert "side by side" in str(notice)
    assert isinstance(page, Page)
    models = load_models()
    articles = read_page(page, models.reader).articles
    assert articles
    assert all(label.unsure for label in models.classifier.labels(articles))


def test_an_upright_headline_is_one_line() -> None:
    """Signs under each other between two columns are a headline, not lines of a text beside them."""
    head = [*"早市搬进新棚", *[""] * 9]
    left, right = wrapped(BRIDGE, 15), wrapped(MARKET, 15)
    told, _ = unwoven("\n".join(beside([left, head, right], 30, gap=4)))
    assert "早市搬进新棚" in told.split("\n") or "　　早市搬进新棚" in told.split("\n")


def test_a_seam_ends_where_a_line_runs_over_it() -> None:
    """From the first row with text on both sides to the last; a headline over both columns is no part of it."""
    cells = zip(wrapped(BRIDGE, 15)[:4], wrapped(LIBRARY, 15)[:4], strict=True)
    rows = [(Piece("青水河上的老桥和读者的新图书馆昨天都有了消息", 0, 44),)]
    rows += [(Piece(left, 0, 30), Piece(right, 34, 64, "    ")) for left, right in cells]
    seam = best_seam(rows, 1)
    assert seam
    assert (seam.first, seam.end, seam.edge, seam.cuts, seam.weight) == (1, 5, 34, (1,) * 4, 4)
    assert best_seam(rows[:4], 1) is None


def test_what_a_column_is() -> None:
    """Lines of one width that break off in mid-sentence, not sentences of one width."""
    assert is_column([line.strip("　") for line in wrapped(BRIDGE, 15)])
    assert not is_column(["新馆昨天开馆了。", "大桥昨天封闭了。", "早市昨天搬家了。", "球赛昨天开打了。"])
    assert not is_column(["南坡镇，一千二百三", "北岭", "东河镇，九百七十七户人家", "西滩乡"])


CELLS = st.sampled_from(
    ["新馆开馆，读者凭身份证入馆", "大桥封闭。", "", "岚", "4月8日，早市搬进新棚", "ab c", "　　本报讯"]
)


@given(st.lists(st.tuples(CELLS, st.integers(1, 9), CELLS, st.integers(1, 9), CELLS), max_size=40))
def test_nothing_is_lost(rows: list[tuple[str, int, str, int, str]]) -> None:
    """Every character that is no blank is there as often as before, whatever is set side by side."""
    text = "\n".join(f"{one}{' ' * gap}{two}{' ' * other}{three}" for one, gap, two, other, three in rows)
    assert sorted("".join(unwoven(text)[0].split())) == sorted("".join(text.split()))


def test_the_case() -> None:
    """Two stories beside each other are two; one over two columns is one."""
    two, one = (stories(path.read_text("utf-8")) for path in sorted(CASES.glob("*.txt")))
    assert [headline for headline, _ in two] == ["市消协公布预付卡调查结果", "两家小店老板的退役军人路"]
    assert two[1][1][-1] == "去年，两人合伙招了六名退役战友当学徒，包吃住，学满一年可以自己开店。"
    assert [headline for headline, _ in one] == ["市消协公布预付卡调查结果"]
    assert one[0][1] == two[0][1]
