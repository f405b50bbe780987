"""What stands twice is told once, and nothing that stands once is taken for a copy."""

import random
from pathlib import Path

import pytest

from formats.corpus import read_corpus
from reading.blocks.repeats import find_repeats, is_line, spare_stories

LONG = 40
PARAGRAPHS = [line for one in read_corpus(Path(__file__).parents[3] / "seeds") for line in one.body if len(line) > LONG]


def test_no_text_is_lost_however_often_it_stands_and_is_cut() -> None:
    """Of paragraphs printed up to three times, each time cut anywhere, every two characters stay somewhere."""
    rng = random.Random(1)
    for _ in range(200):
        paragraphs = rng.sample(PARAGRAPHS, 4)
        prints = [_cut(paragraph, rng) for paragraph in paragraphs for _ in range(rng.choice((1, 1, 2, 3)))]
        rng.shuffle(prints)
        keys = [piece for pieces in prints for piece in pieces]
        copies = find_repeats(keys)
        assert all(copies[holder] == holder for holder in copies)
        kept = _pairs([key for at, key in enumerate(keys) if copies[at] == at])
        assert all(len(_pairs([paragraph]) - kept) <= 3 for paragraph in paragraphs)  # a pair at a cut may be gone


def _cut(paragraph: str, rng: random.Random) -> list[str]:
    cuts = sorted(rng.sample(range(3, len(paragraph) - 3), rng.randrange(3)))
    return [paragraph[start:end] for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True)]


def _pairs(texts: list[str]) -> set[str]:
    return {text[at : at + 2] for text in texts for at in range(len(text) - 1)}


def test_a_run_is_repeated_with_its_short_lines() -> None:
    """A line too short to be a copy alone is one where what stands around it is printed again too."""
    short, long = "新馆开馆。", "新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，设阅览座位一千二百个。"
    other = "横跨青水河的东门大桥封闭大修，工期四个月。"
    assert find_repeats([short, long, other, short, long]) == (0, 1, 2, 0, 1)
    assert find_repeats([long, short, other, long, short]) == (0, 1, 2, 0, 1)
    assert find_repeats([short, long, other, short]) == (0, 1, 2, 3)
    assert find_repeats([short, long, short, long, short, long]) == (0, 1, 0, 1, 0, 1)


@pytest.mark.parametrize(
    "keys",
    [
        ("学习贯彻全会精神", "推动高质量发展", "全市干部收听收看了会议。", "学习贯彻全会精神推动高质量发展"),
        ("晴转多云", "晴转多云有小雨", "有小雨"),
        ("2024年", "2024年第一季度", "第一季度全市生产总值增长百分之六。"),
        (
            "本公司已注销。",
            "请债权人自公告之日起申报债权。",
            "特此公告。",
            "本社已注销。",
            "请债权人自公告之日起申报债权。",
            "特此公告。",
        ),
        ("大河啊，请你慢些流，请你听我唱。", "我家住在山那边。", "大河啊，请你慢些流，请你听我唱。"),
    ],
)
def test_standing_phrases_are_no_copies(keys: tuple[str, ...]) -> None:
    """Short lines that happen to say the same stay where they are."""
    assert find_repeats(keys) == tuple(range(len(keys)))


LEAD = "本报讯（记者罗安）4月8日，云岭市图书馆新馆建成开馆，藏书六十万册，读者凭身份证即可入馆。"
MORE = "新馆位于文昌路北侧，建筑面积一万八千平方米，设阅览座位一千二百个，夜间也开放到九点。"


def spared(*texts: str) -> tuple[int, ...]:
    """The repeats of a page; what ends no sentence may be a line of a headline."""
    return spare_stories(find_repeats(texts), texts, [is_line(text) for text in texts])


def test_a_story_that_another_prints_too_is_no_copy() -> None:
    """A line of its own with a lead and all under it, up to the next line; both stories keep their text."""
    assert spared("新馆开馆", LEAD, "读者盼来新馆", LEAD) == (0, 1, 2, 3)
    assert spared("新馆开馆", LEAD, MORE, "读者盼来新馆", LEAD, MORE, "东门大桥封闭") == tuple(range(7))


def test_any_other_repeat_is_a_copy() -> None:
    """Under the same line or none, among other text, or without a lead."""
    assert spared("新馆开馆", LEAD, "新馆开馆", LEAD)[3] == 1
    assert spared(LEAD, "读者盼来新馆", LEAD)[2] == 0
    assert spared("新馆开馆", LEAD, "读者盼来新馆", LEAD, "馆长贺志强介绍，新馆延长了开放时间。")[3] == 1
    assert spared("新馆开馆", MORE, "读者盼来新馆", MORE)[3] == 1
    assert spared("新馆开馆", LEAD, "大桥今日封闭。", LEAD)[3] == 1
