"""Narrow columns as they are pasted: with an indent or without, or a blank line under every line; whole stories."""

from pathlib import Path

import pytest

from articles.page import Page
from reading.reader import read_page
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
COUNCIL = (
    "本报讯（记者温若溪）4月1日，清禾市消费者协会公布预付卡消费调查结果。在走访的二百家商户中，六成没有与消费者签订书面合同，四成拒绝退还余额。",
    "调查显示，健身、美发、教育培训三类行业投诉最集中。市民曲小满办了一张三千元的健身卡，店铺换了老板，卡就不认了。",
    "市消协秘书长鲍立诚提醒，办卡前要查看商户是否备案，办卡时要留好合同和票据，遇到纠纷可拨打12315热线投诉。",
)
SHOPS = (
    "本报讯（记者严桂芬）退役军人柴正阳、邬大林回乡后各开了一家小店，一个修车，一个卖面，日子越过越红火。",
    "“当兵教会我守时。”柴正阳说，他修车从不误点，顾客都愿意等他。邬大林的面馆每天清晨五点开门，赶早市的菜农最爱来。",
    "去年，两人合伙招了六名退役战友当学徒，包吃住，学满一年可以自己开店。",
)
PAGES = [path for case in ("14-narrow", "16-indent", "39-noindent") for path in sorted((CASES / case).glob("*.txt"))]
# The first paragraph of its second story ends with a full line, and no indent tells that a new one begins.
UNTOLD = CASES / "14-narrow/2025-04-03-p01.txt"


def wanted(page: Path) -> dict[str, tuple[str, ...]]:
    """The stories of a page by their headlines."""
    if page.parent.name != "39-noindent":
        return {"市消协公布预付卡调查结果": COUNCIL, "两家小店老板的退役军人路": SHOPS}
    day = page.name[8:10]
    head = "市消协公布预付卡消费调查结果六成商户不签合同" if day == "04" else "市消协公布调查结果"
    shops = {"两家小店": (SHOPS[0], SHOPS[1].removesuffix("，赶早市的菜农最爱来。") + "。")}
    return {head: COUNCIL[:2]} | (shops if day != "06" else {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.name[8:10]}")
def test_every_story_is_whole_under_its_own_headline(page: Path) -> None:
    """Whatever the width, also where a headline is as wide as the column or wider; its paragraphs as they were."""
    articles = read_page(Page(page.read_text("utf-8"), page.name), MODELS.reader).articles
    stories = wanted(page)
    assert [article.headline for article in articles] == [*stories]
    for article, body in zip(articles, stories.values(), strict=True):
        assert "".join(article.body) == "".join(body)
        assert article.body == body or page == UNTOLD
