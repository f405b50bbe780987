"""A day of an invented city's paper, labelled and summarized by hand, and a hostile one."""

import datetime

from articles.article import Article
from classify.label import Label
from digest.story import Digest, LeftOut, Section, Story
from summarize.summary import Sentence, Summary

DAY = datetime.date(2025, 4, 25)
NAMES = {"ip": "知识产权", "health": "卫生健康", "consumer": "消费维权", "governance": "政务治理", "other": "其他"}
TOPICS = {
    "ip": "medtop:20000206",
    "health": "medtop:07000000",
    "consumer": "medtop:20000353",
    "governance": "medtop:20000593",
}


def label(domain: str, confidence: float, *evidence: tuple[str, float], unsure: bool = False) -> Label:
    rest = round((1 - confidence) / (len(NAMES) - 1), 4)
    scores = {key: confidence if key == domain else rest for key in NAMES}
    return Label(domain, confidence, scores, evidence, unsure)


def summary(article: Article, places: tuple[tuple[int, int], ...], *keywords: str) -> Summary:
    """The sentences at (paragraph, place), scored in their order."""
    chosen = [
        Sentence(
            [part + "。" for part in article.body[p].split("。") if part][s].split("）", 1)[-1], p, s, 0.9 - 0.1 * n
        )
        for n, (p, s) in enumerate(places)
    ]
    return Summary(tuple(chosen), tuple((word, round(0.3 - 0.03 * n, 3)) for n, word in enumerate(keywords)))


PATENTS = Article(
    "2025-04-25-p01-a01",
    source="2025-04-25-p01.txt",
    date=DAY,
    page=1,
    headline="云岭专利转化“加速跑”",
    kicker="世界知识产权日特别报道",
    subhead="一季度专利许可合同金额突破亿元",
    byline="周岚",
    dateline="4月24日",
    body=(
        "本报讯（记者周岚）4月24日，市知识产权局发布一季度数据：全市登记专利许可合同212件，合同金额1.06亿元，同比增长41.3%。"
        "其中，高校院所向中小企业许可的专利占六成以上。",
        "“过去专利躺在证书里，现在专利跑进车间里。”云岭学院副院长贺志强说，学院去年把38件闲置专利公开挂牌，"
        "企业先试用、后付费，半年内有17件签约。",
        "为让专利找得到买家，我市建起专利转化公共平台，把存量专利按产业链分类，向一千二百余家企业定向推送。",
        "记者在高新区一家轴承企业看到，由专利改造的生产线正在调试，预计投产后废品率可由百分之三降到千分之五，",
        "下一步，市知识产权局将扩大专利质押融资试点，为轻资产企业开辟绿色通道。",
    ),
    captions=("图为工程师在调试由专利改造的生产线。高原 摄",),
    continues="第3版",
    pages=(1,),
    open_ends=(3,),
    places=((1, 0.04, 0.12, 0.52, 0.17), (1, 0.04, 0.18, 0.27, 0.5), (1, 0.29, 0.18, 0.52, 0.46)),
)
FAKES = Article(
    "2025-04-25-p01-a02",
    date=DAY,
    page=1,
    headline="两县联手端掉一处假冒商标茶叶窝点",
    byline="高原",
    dateline="4月22日",
    body=(
        "本报讯（记者高原）4月22日，南屏县与青石县市场监管部门联合行动，查获假冒“云雾尖”注册商标的茶叶礼盒1460盒、包装2.3万个。",
        "经查，当事人自去年十月起从外地购入散茶，灌装进仿制礼盒，通过网店销往五省。案件已移送公安机关。",
        "“云雾尖”是我市第一件地理标志证明商标。两县已约定，今后商标案件线索互通、证据互认。",
    ),
    pages=(1,),
    places=((1, 0.56, 0.12, 0.96, 0.3),),
)
CLINICS = Article(
    "2025-04-25-p02-a01",
    date=DAY,
    page=2,
    headline="家门口的诊室，夜里也亮着灯",
    kicker="健康云岭",
    byline="田雨晴",
    body=(
        "晚上八点半，青石街社区卫生服务中心的诊室仍亮着灯。陪孩子看咳嗽的居民孟女士说，以前下班只能去大医院排队，如今走十分钟就能看上医生。",
        "从今年三月起，我市46家社区卫生服务中心全部开设夜间门诊，开诊到晚上九点，常见病用药由医共体统一调配，医保当场结算。",
        "市卫生健康委统计，夜间门诊开设以来共接诊2.9万人次，其中儿童占四成，三家市级医院的夜间急诊量下降了两成。",
    ),
    pages=(2,),
)
FLU = Article(
    "2025-04-25-p02-a02",
    date=DAY,
    page=2,
    headline=None,
    body=(
        "疾控专家提醒：\n一、出现发热、咳嗽等症状，先居家休息，症状加重及时就医。\n二、室内每天通风两次，每次不少于半小时。\n三、老人和慢性病患者可在医生指导下接种疫苗。",
    ),
    signoff="（市疾控中心供稿）",
    pages=(2,),
)
CARDS = Article(
    "2025-04-25-p02-a03",
    date=DAY,
    page=2,
    headline="预付卡退费难？七天内可以反悔",
    subhead="《云岭市单用途预付卡管理办法》下月施行",
    byline="许明达",
    body=(
        "健身房换了老板，没用完的卡还算不算数？5月1日起施行的《云岭市单用途预付卡管理办法》给出答案：经营者变更的，承接者应当继续履行。",
        "办法规定，消费者自付款之日起七天内未兑付商品或者服务的，有权要求退款，经营者应当自收到申请之日起五日内一次性退清。",
        "去年，全市12315平台受理预付卡投诉3187件，占服务类投诉的三成一，健身、美容、校外培训居前三位。",
        "市消费者协会提醒，办卡前先查备案，充值金额不要超过三个月的用量，合同和付款凭证要留好。",
    ),
    pages=(2, 3),
    places=((2, 0.04, 0.1, 0.96, 0.4), (3, 0.04, 0.7, 0.5, 0.96)),
)
COUNCIL = Article(
    "2025-04-25-p01-a03",
    date=DAY,
    page=1,
    headline="市政府常务会议研究老旧小区改造和防汛备汛",
    body=(
        "4月24日，市政府召开第58次常务会议，研究2025年老旧小区改造、防汛备汛等工作。",
        "会议指出，今年计划改造老旧小区73个，惠及居民2.1万户，要坚持居民点单、部门接单，先改水电气，再改路绿灯，工程质量由居民代表全程监督。",
        "会议强调，防汛备汛要往前赶，五月底前完成全部堤坝、水库和地下空间的隐患排查，责任落实到人。",
        "会议还研究了其他事项。",
    ),
    pages=(1,),
)
WAGES = Article(
    "2025-04-25-p03-a01",
    date=DAY,
    page=3,
    headline="一张“维权卡”，帮十六名工友讨回工钱",
    kicker="基层治理一线",
    byline="罗安",
    body=(
        "在南屏县劳动监察大队，工友老魏把一面锦旗递到调解员手里。三天前，他和十五名工友拿到了被拖欠的二十四万元工资。",
        "从今年起，南屏县在每个工地的门口贴上“维权卡”，写明项目经理、监管人员和法律援助律师的电话，扫码就能反映欠薪。",
        "截至四月中旬，全县通过“维权卡”化解欠薪纠纷39起，平均用时4.6天。",
    ),
    pages=(3,),
    continued_from="第2版",
)
HARVEST = Article(
    "2025-04-25-p03-a02",
    date=DAY,
    page=3,
    headline="万亩春茶开采，茶农用上无人机运茶",
    byline="欧阳雪",
    body=(
        "清晨六点，青石县云雾山的茶园里人声渐起，茶农把装满鲜叶的竹篓挂上无人机，四分钟后，鲜叶就送到了山下的茶厂。",
        "往年背一趟茶下山要走五十分钟，鲜叶容易发热变红。今年合作社租来六架无人机，每公斤运费三角钱，鲜叶的一级品率提高了九个百分点。",
    ),
    pages=(3,),
)
MARKET = Article(
    "2025-04-25-p03-a03",
    date=DAY,
    page=3,
    headline="老街夜市重开，食客和管理者都松了一口气",
    body=(
        "停了半年的老街夜市上周重开。摊位少了四十个，油烟净化器和价目牌多了起来，城管、市场监管和居民代表组成的理事会每周碰一次头。",
        "“价目牌上写的是多少，结账就是多少。”一位食客说。",
    ),
    pages=(3,),
)
LOTTERY = Article(
    "2025-04-25-p03-a04", date=DAY, page=3, headline="体彩开奖公告", body=("第25046期开奖结果见本报网站。",), pages=(3,)
)


def day() -> Digest:
    """The invented day: every kind of story, one unsure, one left out, one paragraph twice, one file that failed."""
    stories = [
        Story(
            PATENTS,
            label("ip", 0.98, ("专利", 0.46), ("知识产权", 0.21), ("专利许可", 0.08)),
            summary(PATENTS, ((0, 0), (2, 0), (4, 0)), "专利转化", "专利许可", "知识产权局", "高校院所"),
        ),
        Story(
            FAKES,
            label("ip", 0.91, ("商标", 0.38), ("假冒", 0.17), ("地理标志", 0.12)),
            summary(FAKES, ((0, 0), (2, 1)), "假冒商标", "云雾尖", "联合行动"),
            must="云雾尖",
        ),
        Story(
            CLINICS,
            label("health", 0.99, ("门诊", 0.31), ("卫生", 0.2), ("医保", 0.11)),
            summary(CLINICS, ((1, 0), (2, 0)), "夜间门诊", "社区卫生服务中心", "医共体"),
        ),
        Story(FLU, label("health", 0.96, ("疫苗", 0.3), ("疾控", 0.24)), summary(FLU, ((0, 0),), "发热", "疫苗接种")),
        Story(
            CARDS,
            label("consumer", 0.97, ("预付卡", 0.33), ("消费者", 0.22), ("12315", 0.1)),
            summary(CARDS, ((0, 0), (1, 0), (2, 0)), "预付卡", "退款", "12315平台"),
        ),
        Story(
            COUNCIL,
            label("governance", 0.95, ("常务会议", 0.35), ("会议指出", 0.18)),
            summary(COUNCIL, ((0, 0), (1, 0)), "老旧小区改造", "防汛备汛", "常务会议"),
        ),
        Story(
            WAGES,
            label("governance", 0.88, ("欠薪", 0.28), ("劳动监察", 0.19)),
            summary(WAGES, ((1, 0), (2, 0)), "维权卡", "欠薪纠纷", "南屏县"),
        ),
        Story(
            HARVEST,
            label("other", 0.93, ("茶农", 0.27), ("鲜叶", 0.2)),
            summary(HARVEST, ((0, 0), (1, 1)), "春茶", "无人机", "茶农"),
        ),
    ]
    unsure = Story(
        MARKET,
        label("consumer", 0.47, ("价目牌", 0.22), ("食客", 0.09), unsure=True),
        summary(MARKET, ((0, 0), (0, 1)), "老街夜市", "价目牌"),
    )
    lottery = Story(LOTTERY, label("other", 0.9), Summary((), ()))
    lead = {0: 0, 2: 1, 4: 1, 5: 1, 6: 1}
    return Digest(
        DAY,
        "云岭日报",
        3,
        tuple((stories[n].summary.sentences[s].text, stories[n]) for n, s in lead.items()),
        (("专利转化", 0.21), ("夜间门诊", 0.18), ("预付卡", 0.16), ("老旧小区改造", 0.12)),
        tuple(
            Section(key, name, tuple(story for story in stories if story.label.domain == key))
            for key, name in NAMES.items()
        ),
        (unsure,),
        ("奋力谱写高质量发展新篇章", "责任编辑：周岚　版式：罗小安"),
        ("为让专利找得到买家，我市建起专利转化公共平台，把存量专利按产业链分类，向一千二百余家企业定向推送。",),
        ("2025-04-25-p04.txt: the file is empty; extract the page's text again",),
        NAMES,
        TOPICS,
        (LeftOut(lottery, "含不收的词“体彩”"),),
    )


EVIL = (
    '=HYPERLINK("http://evil.invalid","点") <script>alert(1)</script> ]]> & &amp; </style> '
    "\u202e倒\u200f序 {{ 7*7 }} `x` *y* \x00\x1b\x7f\ufffe 𠮷"
)


def hostile() -> Digest:
    """A day whose every text is an attack on some format."""
    fields = dict.fromkeys(
        ("source", "paper", "section", "headline", "kicker", "subhead", "byline", "dateline", "signoff", "continues"),
        EVIL,
    )
    article = Article(
        "../" + EVIL, date=DAY, page=1, body=(EVIL, EVIL + "。"), captions=(EVIL,), pages=(1,), open_ends=(0,), **fields
    )
    story = Story(
        article,
        Label("ip", 0.9, {"ip": 0.9, "other": 0.1}, ((EVIL, 0.5),), False),
        Summary((Sentence(EVIL, 0, 0, 1.0), Sentence("-1+1" + EVIL, 1, 0, 0.5)), ((EVIL, 0.5), ("@sum", 0.1))),
        must=EVIL,
    )
    return Digest(
        DAY,
        EVIL,
        1,
        ((EVIL, story),),
        ((EVIL, 0.5),),
        (Section("ip", EVIL, (story,)),),
        (story,),
        (EVIL,),
        (EVIL,),
        (EVIL,),
        {"ip": EVIL, "other": "其他"},
        {"ip": "medtop:20000206"},
        (LeftOut(story, EVIL),),
    )
