"""Introductions: who is named bare, and whether the reader has met him."""

import pytest

from summarize.introductions import strangers

LEAD, FIRST, BETWEEN = "昨天开市。", "养蜂人庄小满有六十箱蜂。", "槐花开了。"


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
    assert strangers([LEAD, FIRST, BETWEEN, text], "花开蜂来") == [False, False, False, stranger]


def test_the_headline_and_the_lead_introduce() -> None:
    """Whoever stands there is no stranger; the sentence right before may be left out, and introduces nobody."""
    bare = "庄小满说，今年花开得早。"
    assert strangers([LEAD, FIRST, bare], "花开蜂来") == [False, False, True]
    assert strangers([LEAD, FIRST, bare], "庄小满的蜂箱") == [False, False, False]
    assert strangers([FIRST, BETWEEN, bare], "花开蜂来") == [False, False, False]
