"""What of a story can stand in a summary: its sentences, datelines cut, and which of them need another one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.dateline import parse_dateline
from articles.expressions import expression
from articles.sentences import QUOTES_CLOSE, QUOTES_OPEN, sentences

CLOSERS = (*QUOTES_CLOSE, "’")
NOTE = "editors' note"
# Stands for a closing and an opening mark in the patterns below.
OPEN, CLOSE = f"[{QUOTES_OPEN}‘]", f"[{QUOTES_CLOSE}’]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the line that called for it."""

    name: str
    pattern: re.Pattern[str]
    example: str


def rule(name: str, pattern: str, example: str) -> Rule:
    return Rule(name, expression(pattern), example)


# Behind a closing quotation mark it only says who spoke, and is one sentence with the quotation.
ATTRIBUTION = rule(
    "attribution of the quotation before",
    rf"[^。！？{QUOTES_OPEN}{QUOTES_CLOSE}：:]*(?<!作了)(?<!的)(?:说道?|表示|介绍|坦言|[感慨笑]叹?道|告诉(?:记者|笔者|我们))[。！!]$",
    "3月12日，在智造园的车间里，教师邵文远指着一台正在调试的竹材烘干设备对记者说。",
)

# Never chosen, whatever they weigh.
UNFIT = (
    rule("no sentence", rf"(?!.*(?:(?:[。｡！？!?…]|[\u4e00-\u9fff][.．]){CLOSE}*|[）)])$)", "优环境促倍增"),
    rule("sign-off, jump line or note", r"[（(【\[〔][^（()）】\]〕]{0,60}[）)】\]〕]。?$", "（下转第3版）"),
    rule("caption", r"(?:[▲▼]|[上下左右题]?图[为：:]|图片说明|（附图)|.*摄[）)]?。?$", "图为比赛现场。"),
    rule(
        "list item",
        r"(?:[●○■□◆◇▲★☆·•]|[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、]|\d{1,2}[.．](?!\d))",
        "1.准备两份材料。",
    ),
    rule(
        NOTE,
        r"(?:编者按|编后|编辑|责任?编|本版|相关链接|作者(?:单位|系|为)|（?据《)",
        "编者按：今年是个好年。",
    ),
    rule("address", r"(?:[各诸]位|同志们|朋友们|女士们|先生们|谢谢|祝(?:大家|您|你们)).{0,30}$", "同志们，朋友们！"),
    rule("quotation without its speaker", rf"(?:{OPEN}[^“”「」『』]*{CLOSE})+[。？?]?$", "“心里才踏实。”"),
    rule("speaker without the quotation", ATTRIBUTION.pattern.pattern, "住在三号楼的严桂芬老人说。"),
    rule("crumb", r".{0,7}$", "好消息！"),
)

FURNITURE = ("sign-off, jump line or note", "caption", NOTE)
# What says something, so that another sentence may point to it, and is never chosen; and what then is not either.
ORPHAN = "pointing to what is never chosen"
SAYING = ("list item", "quotation without its speaker", "speaker without the quotation", ORPHAN)

# Chosen only together with the sentence before.
DEPENDENT = (
    rule(
        "someone named before",
        r"[他她它](?:们)?(?!人|乡|国|山)|前者|后者|[两二三四]人[，,]|双方|早年|先后|曾(?!孙)|多次|生前|年仅|[听说看]罢|闻言|见状|话音",
        "他说，要办好。",
    ),
    rule(
        "something named before",
        r"这(?![几两些]?[天年]|段时间|[个一][国春中元端五假周夏冬秋])|那|此[次举项事前后]|该|其(?!实)|上述|如此"
        r"|当地(?!时间)|同日|当年|(?:近|约|超|超过)?[一二三四五六七八九](?:成|分之)",
        "这一做法受到欢迎。",
    ),
    rule(
        "time or matter named before",
        r"[在从对就为以由与](?:[他她它]们?的|这(?:期间|之[前后]|一|种|些[方情问]|个(?:过程|问题|基础|方面)|方面|里)|此(?:期间|基础|过程|之[前后]))",
        "在这期间，托马斯将接替已在空间站上工作了4个月的同伴。",
    ),
    rule(
        "part or addition",
        r"(?:同比|环比)?(?:增长|下降|上升|提高|减少|增加)[\d近约超]|(?:其中|此外|另外|另据|与此同时|同时|并且|而且|还|也|又|再|除此之外|不仅如此|更|尤其|特别是)",
        "其中，鲜菜上涨8.4%。",
    ),
    rule(
        "who did it left out",
        r"(?:成立|建立|组建|设立|产生|实现|形成|吸引|达成|完成|开展|推出|带动|解决)了|力求|争取|希望|期待|祝愿|使得|导致|累计|祝(?![贺愿福])",
        "力求“共兴双赢”。",
    ),
    rule(
        "answer or reason",
        r"(?:对此|为此|因此|因而|所以|于是|由此|从而|故|可见|结果|原来|正因)",
        "对此，市里作出部署。",
    ),
    rule(
        "turn",
        r"(?:[最更][^，。]{1,6}的是|关键[在是]|但|然而|不过|可是|可(?=[，是])|而(?!立)|却|尽管如此|相反|反之)",
        "然而，难题也有。",
    ),
    rule(
        "order",
        r"(?:[一二三四]是|首先|其次|再次|第[一二三四五六][，个种类步点]|另[一有外]|余下|剩下|随后|前后脚|接着|然后|之后|最后|末了|紧接着|当[时天日晚]|届时)",
        "随后，代表们参观了展厅。",
    ),
    rule("example", r"(?:例如|比如|譬如|像|如[，：])", "比如，一张表就能办成。"),
    rule(
        "pointing back in its first clause",
        r"[^，,。]{0,12}(?<![说示绍为称露诉者言])[，,][他她]们?(?![人国山])"
        r"|(?:今年|去年|如今|现在|后来|那年|\d+[年岁])[他她]|[^，,。]{0,10}[令让使给对向把被跟][他她]们?(?![人国山])"
        r"|(?:[^，,。]{0,8}[，,])?[^，,。“”]{0,6}这一|[^，,。]{1,8}[，,]也是"
        r"|[^，,。“”]{0,24}(?:这样的|如此)"
        r"|[^，,。]{0,24}《(?:决定|通知|意见|办法|条例|规定|方案|规划|报告|公告|草案|纲要|计划|措施)》"
        r"|(?:通过|经过|面对|凭借?|为了?|在|当|从)[^。“”]{0,40}[，,][他她]们?(?![人国山])"
        r"|(?:[^，,。]{0,8}[，,])?[^，,。]{0,24}(?:[这那该此]一?[个位种次场些名起项家支座张份里条身片段套批类股番块幅首部篇句道]|[该此][案县市区省村镇乡街校院所局厂公集园馆店社队开]|上述|这些)",
        "会后，这个项目开工。",
    ),
    rule("end of a quotation", r"’|[^“「『]*[”」』]", "这些都激发了企业的热情。”负责人介绍说。"),
)


def _any_of(rules: Sequence[Rule]) -> re.Pattern[str]:
    """All patterns as one, which is read once for each sentence; the group that matched is the rule."""
    return expression("|".join(f"(?P<r{number}>{rule.pattern.pattern})" for number, rule in enumerate(rules)))


ANY_UNFIT, ANY_DEPENDENT = _any_of(UNFIT), _any_of(DEPENDENT)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the story, its dateline cut.

    paragraph, place: where it stands, both from 0; rule: what keeps it out of every summary, empty where nothing does;
    needs_previous: whether it is chosen only together with the one before.
    part: which part of its sentence it is, from 0; cuts: the rules that cut it; leaves: the rule by which the sentence
    may end behind it, empty where it ends anyway.
    """

    text: str
    paragraph: int
    place: int
    rule: str
    needs_previous: bool
    part: int = 0
    cuts: tuple[str, ...] = ()
    leaves: str = ""

    @property
    def fit(self) -> bool:
        """Whether it may be chosen."""
        return not self.rule

    @property
    def told(self) -> bool:
        """Whether it is of the story itself; sign-offs, captions and editors' notes are not."""
        return self.rule not in FURNITURE


def find_candidates(paragraphs: Sequence[str]) -> list[Candidate]:
    """All sentences of the paragraphs in their order.

    >>> found = find_candidates(["本报讯（记者李明）1月5日，大会召开。其中，青年占三成。", "（下转第3版）"])
    >>> [candidate.text for candidate in found if candidate.fit]
    ['1月5日，大会召开。', '其中，青年占三成。']
    """
    found: list[Candidate] = []
    for number, paragraph in enumerate(paragraphs):
        for candidate in _candidates(number, paragraph):
            lost = candidate.fit and candidate.needs_previous and found and found[-1].rule in SAYING
            found.append(replace(candidate, rule=ORPHAN) if lost else candidate)
    return found


def _candidates(number: int, paragraph: str) -> Iterator[Candidate]:
    note = NOTE if paragraph.lstrip().startswith(("编者按", "编后")) else ""
    for place, text in enumerate(attributed(cut_dateline(paragraph))):
        yield Candidate(text, number, place, note or unfit(text), bool(dependent(text)))


def attributed(paragraph: str) -> list[str]:
    """The sentences of a paragraph, each quotation in one with the sentence behind it that only says whose it is.

    >>> attributed("“专利成了‘金疙瘩’。”3月12日，在车间里，教师邵文远对记者说。他又试了一次。")
    ['“专利成了‘金疙瘩’。”3月12日，在车间里，教师邵文远对记者说。', '他又试了一次。']
    """
    found: list[str] = []
    for sentence in sentences(paragraph):
        if found and found[-1].endswith(CLOSERS) and ATTRIBUTION.pattern.match(sentence):
            joined = found[-1] + sentence
            found[-1:] = [joined] if joined in paragraph else [found[-1], sentence]
        else:
            found.append(sentence)
    return found


def cut_dateline(paragraph: str) -> str:
    """A paragraph without the dateline it opens with.

    >>> cut_dateline("本报讯(记者罗峥)1月5日,大会召开。"), cut_dateline("本报通讯员来信。")
    ('1月5日,大会召开。', '本报通讯员来信。')
    """
    opening = parse_dateline(paragraph)
    return paragraph[opening.end :] if opening else paragraph


def unfit(sentence: str) -> str:
    """The name of the rule that keeps a sentence out of every summary, or nothing."""
    return _name(UNFIT, ANY_UNFIT.match(sentence))


def dependent(sentence: str) -> str:
    """The name of the rule that ties a sentence to the one before, or nothing."""
    return _name(DEPENDENT, ANY_DEPENDENT.match(sentence))


def _name(rules: Sequence[Rule], match: re.Match[str] | None) -> str:
    return rules[int((match.lastgroup or "")[1:])].name if match else ""
