"""Pages whose bytes and characters are damaged: the articles are those of the page as it was printed."""

from pathlib import Path

import pytest

import baozhai
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
PRICES = ("市医保局公布检查新价格", "温若溪", "4月1日")
CASE = ("市中级人民法院发布知识产权典型案例", "温若溪")
NIGHT = [("市医院开设中医夜诊", "温若溪", "4月2日"), ("少年乒乓球赛开打", "鲍立诚", "4月2日")]
PAGES = {
    "02-kangxi/2025-04-01-p01": [("消费者投诉手机质量问题大幅下降", "温若溪", "4月1日")],
    "03-spaced/2025-04-01-p01": [(*CASE, "4月1日")],
    "03-spaced/2025-04-02-p01": [(*CASE, "4月2日")],
    "08-big5/2025-04-01-p01": [
        ("消委會接獲投訴 網購電器三成不合格", "溫若溪", None),
        ("醫院管理局推出流感疫苗接種計劃", "溫若溪", None),
    ],
    "10-zerowidth/2025-04-01-p01": [("市人民医院开设中医夜间门诊", "温若溪", "4月1日")],
    "10-zerowidth/2025-04-03-p01": [("消费者协会发布提示", "温若溪", "4月3日")],
    "11-rare/2025-04-01-p01": [("𠮷家面馆老板𠅤永年获评诚信商户👍", "温若溪", "4月1日")],
    "32-damage/2025-04-02-p01-kangxi": [PRICES],
    "32-damage/2025-04-03-p01-compat": [PRICES],
    "32-damage/2025-04-06-p01-spaced3": [PRICES],
    "32-damage/2025-04-07-p01-nbsp": [PRICES],
    "32-damage/2025-04-08-p01-ideo": [PRICES],
    "32-damage/2025-04-09-p01-english": [PRICES],
    **{f"37-zwend/2025-04-0{day}-p01": NIGHT for day in "123"},
    **{f"09-enc/2025-04-{day:02}-p01": [("社区诊所开夜诊", "温若溪", "4月1日")] for day in (*range(1, 6), 10, 11)},
    "09-enc/2025-04-09-p01": [(head, "温若溪", "4月1日") for head in ("社区诊所开夜诊", "社区诊所开早诊")],
}


@pytest.mark.parametrize("page", PAGES)
def test_the_articles_are_those_that_were_printed(page: str) -> None:
    """Headline, byline and day of each, and no notice: nothing was lost."""
    told: list[baozhai.Failure] = []
    articles = baozhai.read(CASES / f"{page}.txt", models=MODELS, errors=told)
    assert [(article.headline, article.byline, article.dateline) for article in articles] == PAGES[page]
    assert told == []


@pytest.mark.parametrize(("page", "line"), [("utf8-one-bad-p01", 41), ("cesu-p04", 13)])
def test_a_page_with_a_bad_byte_has_all_its_articles(page: str, line: int) -> None:
    """Eight stories, and one line that names the place."""
    told: list[baozhai.Failure] = []
    assert len(baozhai.read(CASES / f"40-badbyte/{page}.txt", models=MODELS, errors=told)) == 8
    (notice,) = map(str, told)
    assert f"in line {line} (byte " in notice
