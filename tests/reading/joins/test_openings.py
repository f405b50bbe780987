"""Openings: the features of a text's start, and what the trained model makes of them."""

import pytest

from reading.joins.openings import START, opening_features
from tests.trained import MODELS


def test_only_the_start_is_looked_at() -> None:
    """Ten characters, half-width marks as full-width ones; an empty text has features too."""
    start = "市政协召开主席会议，"
    assert len(start) == START
    assert opening_features(start + "甲") == opening_features(start + "乙")
    assert opening_features(start[:-1] + ",") == opening_features(start)
    assert opening_features("")


def test_the_features_of_a_text() -> None:
    """The first two words, the first characters together and alone."""
    found = set(opening_features("市政协召开会议"))
    assert {
        "word 市政协",
        "words 市政协 召开",
        "then 召开",
        "length 3",
        "first 市政",
        "at 0 市",
        "pair 1 政协",
    } <= found


@pytest.mark.parametrize(
    ("start", "middle"),
    [
        ("本报讯 4月8日，新馆开馆。", "开馆以来的第一个周末，"),
        ("近日，市政协召开会议。", "的提案办理情况。"),
        ("馆长贺志强介绍，", "，新馆延长了时间。"),
    ],
)
def test_a_sentence_begins_as_sentences_do(start: str, middle: str) -> None:
    """The model gives a beginning better odds than a middle."""
    begun, torn = MODELS.reader.openings.logits([opening_features(start), opening_features(middle)])
    assert begun > torn
