"""Sign-offs at a paragraph's end: parted where the text before them breaks off."""

import pytest

from articles.block import Block
from reading.blocks.signoffs import LEAST, part_signoff

TEXT = "新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，读者凭身"


@pytest.mark.parametrize("names", ["（周岚 高原）", "(罗安、田雨晴)", "（记者 周岚）", "（本报记者：罗安）"])
def test_names_behind_a_text_that_breaks_off_stand_alone(names: str) -> None:
    """The text goes on elsewhere; one that ends its sentence keeps them."""
    assert [part.text for part in part_signoff(Block(TEXT + names))] == [TEXT, names]
    assert [part.text for part in part_signoff(Block(f"{TEXT}份证入馆。{names}"))] == [f"{TEXT}份证入馆。{names}"]


@pytest.mark.parametrize("text", [TEXT + "（见图）", TEXT + "（周岚）", TEXT[: LEAST - 1] + "（周岚 高原）"])
def test_other_brackets_are_text(text: str) -> None:
    """One name may be explained, and a short line is a headline."""
    assert [part.text for part in part_signoff(Block(text))] == [text]
