"""The words that rules are made of match what papers print, whole."""

import re

import pytest

from reading.blocks import vocabulary

PRINTED = {
    "PHOTO": (["摄", "摄影", "供图", "/图", "文/图", "图/文"], ["文", "影", "图"]),
    "NUMERAL": (["一", "十", "〇", "○", "零"], ["百", "1"]),
    "DAY": (
        ["2024年3月16", "2024-3-16", "1998.01.02", "2024/03/16", "2025 年 4 月 1", "二〇二五年四月一"],
        ["1824年3月16", "24年3月16"],
    ),
    "PAGE_NUMBER": (["02版", "第2版", "A02", "第 12 版", "5", "第三版"], ["第", "版", "AA2", "三版"]),
    "BUNDLE": (["新闻速递", "简讯", "国际快讯", "社会短波"], ["新闻", "快讯社", "今天的简讯"]),
    "SECTION": (["要闻", "民生新闻", "政务动态", "本报综合", "县域", "广告"], ["图书馆", "要闻里的春天", "新闻"]),
    "NOTICE": (["公告", "启事", "致歉"], ["公告栏", "启"]),
    "NOTE": (["●市", "■ 双", "·一"], ["●", "市●", "-市"]),
    "PICTURE_LABEL": (["图片新闻", "光影", "摄影报道", "看图说话"], ["新闻", "图片新闻社"]),
    "OFFICE": (["清禾市教育局", "中共清禾市委组织部", "清禾日报社"], ["教育局长", "局", "他说，教育局"]),
    "OFFERS": (["旺铺", "诚聘", "出租"], ["商店", "聘任", "租"]),
    "REPLIES": (["面议", "电话：13800001234", "微信: 8220011"], ["面", "电话", "电话：110"]),
}


def test_every_word_is_asked() -> None:
    """A pattern more needs its examples here."""
    assert {name for name in vars(vocabulary) if name.isupper()} == PRINTED.keys()


@pytest.mark.parametrize("name", PRINTED)
def test_patterns_match_what_is_printed(name: str) -> None:
    """What papers print is matched from end to end, what looks a little like it is not."""
    pattern = re.compile(getattr(vocabulary, name))
    printed, other = PRINTED[name]
    assert [text for text in printed if not pattern.fullmatch(text)] == []
    assert [text for text in other if pattern.fullmatch(text)] == []
