"""What a sentence tells: slogans and questions lose, and under a headline facts win and scenes lose.

Withheld headlines hold slogans and questions too, so that these terms, brevity apart, earn nothing by them: they are
what a reader asks for, and `python -m benchmarks.summarize GOLD` shows that they cost next to nothing.
"""

from collections.abc import Callable, Mapping
from math import exp

import numpy as np

from articles.expressions import expression
from articles.names import SURNAMES
from summarize.bigram_terms import Story
from summarize.bigrams import Floats

# What fills a sentence without telling anything: greetings, praise, slogans.
# Each alternative starts with plain characters, so that the search can skip.
HOLLOW = expression(
    r"高度重视|深入(?:学习)?贯彻|贯彻落实|认真(?:学习|贯彻|落实|履行)|坚决(?:贯彻|落实|扛牢)|"
    r"全面(?:贯彻|落实)|切实(?:增强|提高|加强|把|做到)|提高(?:政治)?(?:站位|认识)|"
    r"增强\S{0,6}(?:责任感|使命感|意识)|强化\S{0,6}(?:责任感|使命感|意识|担当)|紧迫感|使命感|凝心聚力|"
    r"踔厉奋发|笃行不怠|勇毅前行|砥砺奋进|谱写\S{0,12}篇章|开创\S{0,20}新局面|上新台阶|迈上新台阶|"
    r"贡献\S{0,4}力量|作出(?:新的|更大|应有|积极)贡献|提供(?:了)?(?:强大|坚强|有力)|"
    r"强大(?:支撑|动力|助力)|坚强(?:支撑|保障)|有力(?:支撑|保障)|狠抓落实|真抓实干|统一思想|"
    r"主动(?:担当)?作为|履职尽责|精神为指引|思想为指导|伟大旗帜|良好(?:氛围|局面|风尚)|营造\S{0,12}氛围|"
    r"表示\S{0,16}(?:祝贺|问候|感谢|敬意|慰问)|致以\S{0,16}(?:祝贺|问候|敬意)|"
    r"祝贺\S{0,12}(?:召开|成立|开幕)|圆满(?:成功|召开|闭幕|完成)|胜利(?:召开|闭幕|完成)|"
    r"扎实(?:推进|做好|有效)|走深走实|落地见效|全力(?:支持|以赴|做好|推动)|"
    r"进一步(?:加强|提高|提升|完善|推动|优化|增强)|大力(?:加强|推进|弘扬)|"
    r"不断(?:提高|提升|加强|推进|完善|优化)|着力(?:提升|推动|构建|打造|开创)|同心共向|携手同心|"
    r"心手相[牵连]|患难与共|众志成城|同舟共济|风雨同舟|锐意进取|开拓创新|奋发有为|再接再厉|聚焦聚力|协同联动|"
    r"齐抓共管|凝聚\S{0,4}(?:力量|共识|合力)|新格局|勇于担[负当]|积极发挥|新的\S{0,4}使命|光荣\S{0,4}使命|"
    r"交上\S{0,8}答卷|交出\S{0,8}答卷|一步一个脚印|美好愿景|久久为功|蔚然成风"
)
DEMAND = expression(r"(?:^|[，,；;：:、。])\s*(?:一|二|三|四)?(?:是)?要(?!求|闻|素|点|件|案)")
FACT = expression(  # with the set in front the search can skip
    r"[\d.．百《](?:(?<=[\d.．])[\d.．]*"
    r"(?:[%％]|多?[万亿件家名人个项元吨米次户所台辆亩倍种起场岁]|公里|公斤|小时|平方米|个百分点|余)"
    r"|(?<=百)分之[一-龥]|(?<=《)[^《》]{2,30}》)"
)


def substance(sentence: str) -> float:
    """Sentences of slogans and greetings lose by the share of them that is such."""
    return exp(-3.0 * sum(map(len, HOLLOW.findall(sentence))) / len(sentence))


def exhortation(sentence: str) -> float:
    """要……；要……；要……: a row of demands says what meetings always say."""
    return 0.7 if sentence.count("要") >= 2 and len(DEMAND.findall(sentence)) >= 2 else 1.0


def question(sentence: str) -> float:
    """A question asks for what the summary should tell."""
    return 0.7 if sentence.endswith(("？", "?")) else 1.0


def brevity(sentence: str) -> float:
    """Of two sentences that say as much the shorter is better (the scaled cost of Lin and Bilmes, NAACL 2010)."""
    return float(len(sentence) ** -0.15)


# The gain of a sentence is that of its bigrams times these.
SENTENCE_TERMS: Mapping[str, Callable[[str], float]] = {
    term.__name__: term for term in (substance, exhortation, question, brevity)
}


# A voice, a time of day without its day or at some place, a mood: the curtain rises, nothing has happened yet.
SCENE = expression(
    r"[“「『][^“”「」『』]*[，,。！？!?]"
    r"|(?:每天|这天|当天|周[一二三四五六日末])?(?:一大?早|清[早晨]|早[上晨]|凌晨|上午|中午|午后|下午|傍晚|夜[晚里色幕]|入夜)"
    r"|[^，,]{0,12}[晨早晚午][，,](?:在|走进|来到|步入)(?!.*(?:[召举]开|举[行办]|开展|启动|会见|主持|出席|签署|宣布|获|夺))"
    r"|(?:[^，,]{0,16}[，,])?每(?:个?周|天|到|逢)|当[^，,]{4,40}(?:的时候|之时|之际)[，,]|[^。]{0,30}(?:弥漫|洋溢)着"
    r"|[^，,]{0,14}一天(?:[上下中]午|[清早]晨|早上|晚上|傍晚|夜里)?[，,]"
    r"|走进|来到|步入|[^，,]{0,6}(?:游人如织|人头攒动|人来人往|热闹非凡|灯火通明|暖意融融|书声琅琅|春意盎然)"
)


def scene(sentence: str) -> float:
    """A scene or a voice that opens a feature tells nothing of what the headline announces."""
    return 0.5 if SCENE.match(sentence) else 1.0


# Who else was there: 顾怀远、江映雪、罗世安等参加了座谈。
ROLL = expression(r"[^。；;\d]*(?:出席|参加|陪同|列席|在座)[^，,。；;]{0,14}。$")

ACTED = expression(r"(?:出席|参加)[^。]*并(?:宣布|讲话|致[辞词]|发[表言]|作)")


def roll(sentence: str) -> float:
    """A roll of names tells nothing of what was done."""
    return 0.4 if sentence.count("、") >= 2 and ROLL.match(sentence) and not ACTED.search(sentence) else 1.0


def asking(sentence: str) -> float:
    """Under a headline a question is worth still less: what answers it is the news."""
    return 0.5 if sentence.endswith(("？", "?")) else 1.0


# What a court or an organ decided, and what only one side says or what the law says of such cases.
JUDGED = expression(
    r"判决|判处|判令|判定|宣判|裁定|驳回|改判|不予支持|承担[^，。]{0,12}责任|立案(?:侦查|调查|审查|\d|[一二三四五六七八九十])|"
    r"刑事拘留|移送(?:审查)?起诉|提起公诉|给予[^，。]{0,24}处分|留党察看|撤职|开除党籍|追责|问责|罚款|没收|抓获|查获|破获"
)
CLAIMED = expression(
    r"诉至|诉称|辩称|起诉称|主张|请求(?:法院)?判令|诉请|要求[^，。]{0,16}(?:赔偿|返还|支付)|不服|"
    r"接到[^，。]{0,20}(?:投诉|举报|报警)"
)
LAW = expression(
    r"(?:根据|依据|依照|按照)[^，。]{0,12}《[^》]*[法例定则释]》|《[^》]*[法例释]》(?:第|[^，。]{0,8}规定)|规定[，：:]"
)


def judgment(sentence: str) -> float:
    """Of a case the judgment is the news, not what a party claims, nor what the law says."""
    if JUDGED.search(sentence):
        return 1.25
    return 0.5 if CLAIMED.search(sentence) else 0.6 if LAW.search(sentence) else 1.0


RESULT = expression(
    r"会议决定|最终，|\d+[∶：:比]\d+(?:战胜|击败|[大小]?胜|不敌|[负战逼]平?)|夺得[^，。]{0,16}(?:冠军|金牌|奖)|"
    r"(?:审议|表决|投票)[^，。]{0,8}通过|通过了|自[^，。]{2,14}起(?:正式)?(?:施行|实施|执行)|获批|正式(?:成立|启用|开通|投|发布)"
)
PROPOSAL = expression(
    r"会议建议|建议[将把对]|议程|(?:拟|将)(?:提请|审议)|提请[^，。]{0,8}审议|草案(?:规定|提出)|征求意见"
)


def result(sentence: str) -> float:
    """What was decided is news before what is proposed."""
    return 1.25 if RESULT.search(sentence) else 0.85 if PROPOSAL.search(sentence) else 1.0


SOMEBODY = expression(
    rf"[小老](?:[{SURNAMES}])(?![\u4e00-\u9fff]{{0,2}}[村镇县区市])|(?:[{SURNAMES}])(?:女士|先生|大爷|大妈|阿姨|大夫|奶奶|某)|今年[\d〇一二三四五六七八九十百]{{1,4}}岁"
)


def example(sentence: str) -> float:
    """张女士, 小张 and 黄先生 are examples of the news."""
    return 0.6 if SOMEBODY.search(sentence) else 1.0


# Under a headline a summary is to add to it. The factors of marks are how often the sentence nearest to the headline
# bears one, as a share of how often the sentences of the same stories do (`python -m benchmarks.marks`, half of 1998,
# 2019-20 and of broadcast news): claims 0.5 (112 stories), law 0.6 (100), rolls 0.4 (168), proposals 0.8 (88), demands
# 0.7 (68), results 1.3 (168), judgments 0.9 (153), but 1.25 where courts and police act (38), 曾是 and 一度 0.7 (178),
# older years 0.8 (364). Scenes and examples stand in headlines as often as anything (1.1, 1.0), and are set by withheld
# subheads: 120 characters hold 39.4%, 38.1 without the one, 39.2 without the other (173 articles of 2019-20).
ADDING_TERMS: Mapping[str, Callable[[str], float]] = {
    term.__name__: term for term in (scene, roll, asking, judgment, result, example)
}

# A term is 1 where a story has none of its marks.
MARKS = {"judgment": (JUDGED, CLAIMED, LAW), "result": (RESULT, PROPOSAL), "example": (SOMEBODY,)}

# What a fact is worth beside the chances of bigrams (a good sentence holds two or three), and how many count.
FACT_WORTH, MOST_FACTS = 0.1, 4


def facts(story: Story, without: str = "") -> Floats:
    """What sentences are worth beside their bigrams: figures with their units and titles, which a digest is asked for.

    No other sentence holds them, so that no recurrence could speak for them. Of 19 summaries that this changed, 14 were
    the better for it to a reader who did not know which was which; withheld subheads do not care.
    """
    if not story.headed or without == "facts":
        return np.zeros(len(story.candidates))
    return FACT_WORTH * np.array(
        [min(MOST_FACTS, len(FACT.findall(c.text)) + 2 * bool(JUDGED.search(c.text))) for c in story.candidates]
    )
