"""Three small stories of an invented town, and a page of them read."""

from articles.article import Article
from articles.page import Page
from reading.reader import read_page
from reading.reading import Reading
from tests.trained import MODELS

LIBRARY = (
    "本报讯（记者田雨晴）4月8日，云岭市图书馆新馆开馆。新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，设阅览座位一千二百个，读者凭身份证即可入馆。",
    "馆长贺志强介绍，新馆延长了夜间开放时间，周二至周日开到晚上九点。少儿阅览区单独设门，家长可以陪着孩子看绘本，每周六上午有志愿者讲故事。",
    "图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还。开馆当天有五千多名读者前来，借出图书七千余册。",
)
ORCHARD = (
    "本报讯（记者高原）连日来，南坡镇的苹果园里一片忙碌，果农们抓紧疏花、授粉。今年花期比往年早了六天，镇里请来农技员到地头讲课。",
    "农技员孟凡说，花期最怕倒春寒，果园要备好柴草和熏烟的用具，夜里气温低于零度就点火。全镇一万两千亩苹果已有九成疏完了花。",
    "去年南坡镇苹果卖了一亿三千万元，合作社把果子卖到了沿海的超市。今年合作社新建了冷库，果农不用急着出手。",
)
BRIDGE = (
    "本报讯（记者许明达）横跨青水河的东门大桥4月7日封闭大修，工期四个月，过往车辆须绕行南门大桥。",
    "东门大桥建于三十年前，桥面多处开裂，伸缩缝老化。市住建局请专家做了检测，决定更换全部支座，重铺桥面。",
    "施工期间，公交12路、27路改道，沿线增设临时站牌。交警部门将在南门大桥早晚高峰加派警力疏导。",
)
STORIES = {
    "云岭市图书馆新馆开馆": LIBRARY,
    "南坡镇万亩苹果园疏花忙": ORCHARD,
    "东门大桥封闭大修四个月": BRIDGE,
}


def page(*parts: str, apart: str = "\n\n") -> Reading:
    """A page of the parts, read."""
    return read_page(Page(apart.join(parts), "page.txt"), MODELS.reader)


def plain_page(apart: str = "\n\n", indent: str = "") -> str:
    """The three stories, nothing else."""
    return apart.join(line for head, body in STORIES.items() for line in (head, *(indent + text for text in body)))


def stories(reading: Reading) -> dict[str | None, tuple[str, ...]]:
    """The bodies by their headlines."""
    return {article.headline: article.body for article in reading.articles}


def only(reading: Reading) -> Article:
    """The one article of a reading."""
    (article,) = reading.articles
    return article
