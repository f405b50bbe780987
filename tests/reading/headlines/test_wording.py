"""Wording: the features of a short line, and what the trained model makes of them."""

import pytest

from reading.headlines.wording import wording_features
from tests.trained import MODELS


def test_the_features_of_a_line() -> None:
    """Its words, its particles and marks, both its ends and its length in fours."""
    found = wording_features("市政协召开主席会议")
    assert {"word 召开", "first 市政协", "first 市政协 召开 of two", "last 会议", "last 主席 会议 of two"} <= set(found)
    assert {"opens 3", "ends 2", "from 市政", "to 会议", "length 2"} <= set(found)
    assert "holds 的" in wording_features("图书馆里的春天")
    assert "length 12" in wording_features("馆" * 80)
    assert wording_features("新馆,开馆") == wording_features("新馆，开馆")
    assert wording_features("")


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        ("市政协召开主席会议", "的提案办理工作，市政协"),
        ("东门大桥封闭大修", "桥面多处开裂，伸缩缝"),
        ("让专利走下“书架”走上“货架”", "专利从书架上走下来，到了"),
    ],
)
def test_headlines_are_worded_as_headlines(head: str, piece: str) -> None:
    """The model gives a headline better odds than a piece of a paragraph."""
    headed, cut = MODELS.reader.wording.logits([wording_features(head), wording_features(piece)])
    assert headed > 0 > cut
