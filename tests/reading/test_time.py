"""Time: whatever a page holds, four times as much of it takes about four times as long."""

import random
import time
from collections.abc import Callable

import pytest

from articles.block import Block
from articles.jump_lines import part_jumps
from articles.page import Page
from formats.text import parse_page
from reading.blocks.label import find_rule
from reading.blocks.rules import RULES
from reading.reader import read_page
from tests.trained import MODELS

LINEAR, SLACK, ENOUGH = 4, 2.2, 0.01
LETTERS = "市图书馆召开读者座谈会听取意见新馆藏书阅览座位夜间开放果园疏花授粉农技员讲课大桥封闭维修绕行"

rng = random.Random(7)


def prose(length: int, marks: str = "") -> str:
    """So many characters, one like the other."""
    return "".join(rng.choice(LETTERS + marks) for _ in range(length))


# Each is a page of some 20,000 characters at size 1, made of what makes a reader look back or ahead without end.
PAGES: dict[str, Callable[[int], str]] = {
    "one line": lambda size: prose(20_000 * size, "，。"),
    "one line without a mark": lambda size: prose(20_000 * size),
    "white space inside a line": lambda size: "会" + " " * 20_000 * size + "议",
    "white space in a jump line": lambda size: "（上接第" + " " * 20_000 * size + "版）",
    "jump lines without end": lambda size: "（下转第3版" * 4_000 * size,
    "hashes": lambda size: "#" * 20_000 * size,
    "digits": lambda size: "1" * 20_000 * size,
    "line feeds": lambda size: "\r\n" * 10_000 * size + "会",
    "letter-spaced": lambda size: " ".join(prose(10_000 * size)),
    "quotes never closed": lambda size: "“" * 10_000 * size + "。" * 10_000 * size,
    "brackets one in another": lambda size: "（" * 5_000 * size + "）" * 5_000 * size,
    "closing marks": lambda size: "。" + "”" * 20_000 * size + "会",
    "a list": lambda size: "\n".join(prose(12) for _ in range(1_500 * size)),
    "wrapped lines": lambda size: "\n".join(f"{prose(17)}，{prose(5)}" for _ in range(800 * size)),
    "repeats": lambda size: "\n\n".join("全市各部门逐渐形成共识。" * (1 + at % 5) for at in range(500 * size)),
    "names": lambda size: "\n\n".join(["周岚晴 田雨晴 周岚"] * 1_000 * size),
    "photographs": lambda size: "\n\n".join(f"图为{prose(20)} 本报记者 高原 摄" for _ in range(500 * size)),
}

# At size 1 these fill a part of a page, the most blocks that are compared with one another.
PARTS: dict[str, Callable[[int], str]] = {
    "short lines": lambda size: "\n\n".join(prose(12) for _ in range(240 * size)),
    "loose ends": lambda size: "\n\n".join(prose(60, "，") for _ in range(240 * size)),
    "stories": lambda size: "\n\n".join(f"## {prose(14)}\n\n{prose(90, '，。')}。" for _ in range(120 * size)),
    "any characters": lambda size: "\n\n".join(
        "".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(240)) for _ in range(240 * size)
    ),
}


@pytest.mark.parametrize("name", [*PAGES, *PARTS])
def test_four_times_the_page_takes_four_times_as_long(name: str) -> None:
    """No page, whatever it holds, takes more than linear time."""
    make = PAGES.get(name) or PARTS[name]
    small, large = Page(make(1), "page.txt"), Page(make(LINEAR), "page.txt")
    seconds(lambda: read_page(small, MODELS.reader))
    assert_linear(lambda: read_page(small, MODELS.reader), lambda: read_page(large, MODELS.reader))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_looks_back_without_end(rule: object) -> None:
    """The hardest block that a rule looks at is named in a moment."""
    assert isinstance(rule, type(RULES[0]))
    hard = [char * (rule.most - 1) + "会" for char in " 。，、本图摄第版第1（：·"]
    hard += [(rule.example * rule.most)[: rule.most - 1] + "\x00", ("记者 " * rule.most)[: rule.most - 1] + "\x00"]
    assert seconds(lambda: [find_rule(Block(text)) for text in hard]) < len(hard) * ENOUGH


def test_the_ends_of_a_long_block_are_looked_at_alone() -> None:
    """A jump line is found at the end of a paragraph of any length, and nothing before it is gone through."""
    long = Block("下转 " * 500_000 + "。（下转第3版）")
    assert part_jumps(long)[-1] == Block("（下转第3版）")
    assert seconds(lambda: part_jumps(long)) < ENOUGH


def test_the_day_is_looked_for_in_linear_time() -> None:
    """A page of digits has no day, and is soon done with."""
    small, large = ("2024" * 20_000 * size + "\n" + "第" * 20_000 for size in (1, LINEAR))
    assert_linear(lambda: parse_page(small, "page"), lambda: parse_page(large, "page"))


def assert_linear(small: Callable[[], object], large: Callable[[], object]) -> None:
    """Work four times as large takes no more than some nine times as long, at one of three tries."""
    tries = []
    for _ in range(3):
        tries.append((seconds(small), seconds(large)))
        if tries[-1][1] <= LINEAR * SLACK * tries[-1][0] + ENOUGH:
            return
    pytest.fail(f"seconds for the one and for four times as much: {tries}")


def seconds(work: Callable[[], object]) -> float:
    """Processor time that a work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began
