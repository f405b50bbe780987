"""Introductions: who is named bare, and whether the reader has met him."""

import pytest

from summarize.introductions import strangers

FIRST, BETWEEN = "养蜂人庄小满有六十箱蜂。", "槐花开了。"


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("庄小满说，今年花开得早。", True),
        ("和庄小满一样，邻居也添了蜂箱。", True),
        ("村支书庄小满说，今年花开得早。", False),
        ("庄小满主任说，今年花开得早。", False),
        ("曲永年说，今年花开得早。", False),
        ("今年花开得早。", False),
    ],
)
def test_a_bare_name_that_was_introduced_before_is_a_stranger(text: str, stranger: bool) -> None:
    """Not with what he is beside the name, and not one who is named here for the first time."""
    assert strangers([FIRST, BETWEEN, text]) == [False, False, stranger]


def test_the_sentence_right_before_introduces() -> None:
    """What follows at once may stand beside it."""
    assert strangers([FIRST, "庄小满说，今年花开得早。"]) == [False, False]
