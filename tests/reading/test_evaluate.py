"""Evaluation: what counts as restored, found and right, at the bounds."""

import json
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import InputError
from reading.evaluate import evaluate, fold, score_readings, to_json, to_text
from reading.reading import Join, Reading
from tests.three_stories import STORIES, plain_page
from tests.trained import MODELS

BODY = (
    "新馆位于文昌路北侧建筑面积一万八千平方米藏书六十万册设阅览座位一千二百个读者凭身份证即可入馆少儿阅览区单独设门"
    "家长可以陪着孩子看绘本每周六有志愿者讲故事。馆长介绍新馆延长夜间开放时间周二至周日开到晚上九点还书点三十。"
)
OTHER = (
    "横跨青水河的东门大桥封闭大修工期四个月过往车辆须绕行南门大桥公交改道沿线增设临时站牌"
    "交警部门将在南门大桥早晚高峰加派警力疏导。"
)
LENGTH = len(BODY)


def truth(body: str = BODY, headline: str | None = "新馆开馆") -> dict[str, object]:
    return {"headline": headline, "body": [body]}


def article(body: str = BODY, headline: str | None = "新馆开馆") -> Article:
    return Article("a", headline=headline, body=(body,))


def cut(share: float) -> str:
    """A body that is so much like the whole one (1 - deletions / length of both)."""
    deleted = round(2 * LENGTH * (1 - share) / (2 - share))
    return BODY[:-deleted] if deleted else BODY


@pytest.mark.parametrize(
    ("body", "restored", "found"),
    [(cut(1), 1, 1), (cut(0.975), 1, 1), (cut(0.96), 0, 1), (cut(0.82), 0, 1), (cut(0.78), 0, 0)],
)
def test_restored_and_found(body: str, restored: float, found: float) -> None:
    """At least 0.97 alike, at least 0.8."""
    score = score_readings([([truth()], Reading((article(body),)))])
    assert (score.restored, score.found, score.stories) == (restored, found, 1)


def test_white_space_width_and_paragraphs_do_not_matter() -> None:
    """Nor do heading hashes."""
    assert fold(["# 新馆，", " 开馆（ １ ）"]) == "新馆,开馆(1)"
    assert score_readings([([truth()], Reading((article(f"{BODY[:9]}\n {BODY[9:]}"),)))]).restored == 1


def test_each_story_has_one_article() -> None:
    """The best of all pairings; an article too many is spurious if it is long enough, for each story."""
    pair = [truth(), truth(OTHER, "大桥封闭")]
    assert score_readings([(pair, Reading((article(OTHER, "大桥封闭"), article())))]).restored == 1
    long, short = article("晴" * 61, None), article("晴" * 60, None)
    assert score_readings([(pair, Reading((article(OTHER, "大桥封闭"), article(), long, short)))]).spurious == 0.5
    assert score_readings([(pair, Reading((article(),)))]).similarity == pytest.approx(0.5)
    assert score_readings([(pair, Reading(()))]).found == 0


def test_headlines_count_to_the_letter_where_there_is_one() -> None:
    """Of the story's own article."""
    pairs = [
        ([truth()], Reading((article(headline="新馆  开馆"),))),
        ([truth()], Reading((article(headline="新馆开馆了"),))),
        ([truth(headline=None)], Reading((article(headline=None),))),
    ]
    assert score_readings(pairs).headlines == 0.5
    assert score_readings(pairs[2:]).headlines == 1
    assert score_readings([([truth()], Reading((article("晴" * 99),)))]).headlines == 0


def test_a_join_is_right_where_the_truth_prints_it() -> None:
    """Eight characters on each side of the gap."""
    right, wrong = Join(BODY[:20], BODY[20:40], 1.0), Join(BODY[:20], BODY[21:40], 1.0)
    score = score_readings([([truth()], Reading((article(),), joins=(right, right, wrong)))])
    assert (score.joins_right, score.joins_wrong) == (2, 1)


def test_a_truth_file_is_evaluated(tmp_path: Path) -> None:
    """The pages lie beside it; what is no truth, or lacks its page, is one line."""
    stories = [{"headline": head, "body": list(body)} for head, body in STORIES.items()]
    (tmp_path / "p.txt").write_text(plain_page(), "utf-8")
    (tmp_path / "truth.json").write_text(json.dumps({"p.txt": stories}), "utf-8")
    score = evaluate(tmp_path / "truth.json", MODELS.folder)
    assert (score.stories, score.restored, score.headlines, score.spurious) == (3, 1, 1, 0)
    assert to_text(score).splitlines()[:2] == ["stories           3", "restored          1"]
    assert to_json(score)["joins_right"] == 0
    for text, told in (
        ("[]", "no truth"),
        ("{", "no truth"),
        ('{"q.txt": []}', "page q.txt is missing"),
        ("{}", "no stories"),
    ):
        (tmp_path / "truth.json").write_text(text, "utf-8")
        with pytest.raises(InputError, match=told):
            evaluate(tmp_path / "truth.json", MODELS.folder)
