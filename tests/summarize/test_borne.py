"""What a text bears out: whole names, terms that stand free, no halves of phrases and nothing generic."""

import pytest

from summarize.keywords import find_keywords
from summarize.whole import story_words

# Longer than a text that says everything once.
FILL = "街上的树绿了，河边的人走着，雨停了又下。" * 12


def keywords(text: str, head: str = "") -> set[str]:
    """The keywords of a story with so much else in it."""
    return {word for word, _ in find_keywords(story_words(f"{head}\n{text}{FILL}"), head=head)}


@pytest.mark.parametrize(
    ("text", "whole", "piece"),
    [
        ("今年的进博会很大。进博会开了，进博会好。", "进博会", "博会"),
        ("让慢病患者少跑医院。就让慢病患者少跑医院。", "", "病患者少跑医院"),
        ("第33届首脑会议开了。第34届首脑会议也开了。", "", "届首脑会议"),
    ],
)
def test_no_half_of_a_phrase(text: str, whole: str, piece: str) -> None:
    """What always stands beside a piece makes it whole, or it is none."""
    found = keywords(text)
    assert piece not in found
    assert not whole or whole in found


def test_a_word_said_in_passing_is_none() -> None:
    """A word that the head does not name and that is light is left out, however often it comes."""
    text = (
        "口罩厂很大，口罩厂忙着，来了口罩厂，口罩厂的工人多。口罩厂不小，他在口罩厂。"
        + "有人带来花生，花生好吃，花生香。"
    )
    assert "口罩厂" in keywords(text, "口罩厂复工")
    assert "花生" not in keywords(text, "口罩厂复工")


def test_what_the_head_opens_with_is_one() -> None:
    """The head's subject that the text comes back to is a keyword, though no name list has it."""
    assert "利禾药厂" in keywords("利禾药厂管得严。利禾药厂的药多。", "利禾药厂强化管理")


def test_a_sentence_in_quotation_marks_is_none() -> None:
    """What somebody said is no name, however often it is quoted; a title in 《》 may be as long."""
    said = "我们的行动不会停止的决心"
    assert said not in keywords(f"他说“{said}”，她说“{said}”。")
    assert "城市规划环境保护设计方法" in keywords("《城市规划环境保护设计方法》出版，《城市规划环境保护设计方法》好。")
