"""Names: what people and their roles look like in print."""

import re

import pytest

from articles.names import NAME, PEOPLE, PERSON, ROLE, SURNAMES


@pytest.mark.parametrize(
    ("pattern", "printed", "other"),
    [
        (PERSON, ["周岚", "欧阳雪晴", "艾合买提·买买提", "卡尔·马克思"], ["周", "周岚 高原", "欧阳雪晴晴", "周岚·"]),
        (PEOPLE, ["周岚", "周岚 高原", "周岚、高原，罗安"], ["周岚 与", " ".join(["周岚"] * 7)]),
        (
            ROLE,
            ["记者", "本报记者", "本报首席记者", "新华社驻广州记者", "特约评论员", "编辑"],
            ["本报", "记", "记者站"],
        ),
        (NAME, ["周岚", "周岚晴", "欧阳雪", "司马光"], ["岚周", "周", "周岚晴雪", "春天"]),
    ],
)
def test_patterns(pattern: str, printed: list[str], other: list[str]) -> None:
    """What newspapers print is matched whole, what looks a little like it is not."""
    assert [text for text in printed if not re.fullmatch(pattern, text)] == []
    assert [text for text in other if re.fullmatch(pattern, text)] == []


def test_surnames_are_characters_each_once() -> None:
    """A guard for the list."""
    assert len(set(SURNAMES)) == len(SURNAMES)
    assert re.fullmatch("[\u4e00-\u9fff]+", SURNAMES)
