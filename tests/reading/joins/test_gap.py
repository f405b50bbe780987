"""Over the gap: strings, words and quotation marks that two pieces share between them."""

import numpy as np
import pytest

from articles.bigrams import char_codes
from reading.joins.gap import closing_pairs, strings_seen, words_across


def seen(left: str, right: str, *texts: str) -> float:
    """How long a string over the gap the texts hold."""
    return float(strings_seen(char_codes(left).reshape(1, 2), char_codes(right).reshape(1, 2), texts)[0, 0])


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("东门大桥", 4),
        ("门大桥", 3),
        ("大桥", 1),
        ("大桥头", 3),
        ("东门大", 0),
        ("桥", 0),
        ("大。桥", 0),
        ("大桥头，东门大桥", 4),
        ("门大桥，大桥头", 4),
    ],
)
def test_the_longest_string_counts(text: str, length: int) -> None:
    """门大|桥头: two characters are 1, three 3, four or both threes 4; what stops at the gap is none."""
    left, right = "门大", "桥头"
    text = text.replace("东门大桥", "门大桥头")
    assert seen(left, right, "新馆开馆。", text) == length


def test_a_string_that_a_weak_character_opens_is_none() -> None:
    """的 and the marks within a sentence stand before anything."""
    assert seen("新的", "桥面", "新的桥面") == 0
    assert seen("新，", "桥面", "新，桥面") == 0


def test_strings_end_with_their_text() -> None:
    """The end of one text and the start of the next are no string, the last characters of the page are."""
    assert seen("门大", "桥头", "东门大", "桥头") == 0
    assert seen("门大", "桥头", "门大桥头") == 4


def test_words_that_run_across() -> None:
    """A word that begins left of the gap and ends right of it, where it is asked."""
    asked = np.ones((2, 2), dtype=np.bool_)
    assert words_across(["登记专", "登记专利"], ["利三百件", "三百件"], asked).tolist() == [[1, 0], [0, 0]]
    assert not words_across(["登记专"], ["利三百件"], ~asked[:1, :1]).any()


@pytest.mark.parametrize(("opener", "closer"), ["“”", "‘’", "《》", "（）", "()", "『』", "「」"])
def test_pairs_that_close(opener: str, closer: str) -> None:
    """The right piece closes what the left one left open; what is closed or opened on one side is no pair."""
    lefts = [f"他说{opener}要办", f"他说{opener}要办{closer}好", "他说要办"]
    rights = [f"好{closer}他又说", f"好{opener}他{closer}又说", "好"]
    assert closing_pairs(lefts, rights).tolist() == [[1, 0, 0], [0, 0, 0], [0, 0, 0]]


def test_pairs_within_pairs() -> None:
    """What is closed inside leaves the outer one open; what is closed from within outwards leaves nothing open."""
    lefts = ["他说“《桥》要", "他说“《桥》好”"]
    assert closing_pairs(lefts, ["办好”他又说", "（“《桥》好”）他说"]).tolist() == [[1, 0], [0, 0]]
