"""Jump lines: told from the text around them, and in which direction they point."""

import re

import pytest

from articles.block import Block
from articles.jump_lines import JUMP_REACH, PAGE_REF, comes_from, part_jumps


def parts(text: str) -> list[str]:
    return [part.text for part in part_jumps(Block(text))]


@pytest.mark.parametrize("line", ["（下转第3版）", "(紧转A2版)", "下转第三版", "【下接第 4 版】", "（下转第3版·要闻）"])
def test_a_paragraph_ends_with_a_jump_line(line: str) -> None:
    """However it is written, it is a part of its own; alone it stays whole."""
    assert parts(f"他说，要办好。{line}") == ["他说，要办好。", line]
    assert parts(line) == [line]


@pytest.mark.parametrize("line", ["（上接第1版）", "(紧接第二版)", "（接第1版）"])
def test_a_paragraph_begins_with_a_jump_line(line: str) -> None:
    """In brackets only: a sentence may begin with 接."""
    assert parts(f"{line}子看绘本。") == [line, "子看绘本。"]
    assert parts("接第1版读者来信。") == ["接第1版读者来信。"]


def test_a_headline_ends_with_where_its_text_comes_from() -> None:
    """In brackets only, as at the start."""
    assert parts("新馆开馆（上接第1版）") == ["新馆开馆", "（上接第1版）"]
    assert parts("新馆开馆 上接第1版") == ["新馆开馆 上接第1版"]


def test_both_ends_and_the_level() -> None:
    """A middle part comes and goes on; a heading keeps its level."""
    assert parts("（上接第1版）子看绘本，周（下转第5版）") == ["（上接第1版）", "子看绘本，周", "（下转第5版）"]
    assert part_jumps(Block("新馆开馆（下转第3版）", 2))[0] == Block("新馆开馆", 2)


def test_only_the_ends_are_looked_at() -> None:
    """A jump line is no further from the end than its own length."""
    far = "（下转第3版）" + "很" * JUMP_REACH
    assert parts(far) == [far]


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("（上接第1版）", True),
        ("（紧接第一版）", True),
        ("（接第1版）", True),
        ("（承接第2版）", True),
        ("（下转第3版）", False),
        ("（下接第3版）", False),
        ("（转第3版）", False),
    ],
)
def test_where_a_jump_line_points(line: str, back: bool) -> None:
    """上接 says where the story began, 下接 where it goes on."""
    assert comes_from(line) is back


def test_how_a_page_is_named() -> None:
    """What papers print is matched from end to end, what looks a little like it is not."""
    assert all(re.fullmatch(PAGE_REF, text) for text in ("第3版", "A2版", "第 12 版", "３版", "第十二版", "3版"))
    assert not any(re.fullmatch(PAGE_REF, text) for text in ("第3", "第版", "第1234版"))
