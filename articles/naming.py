"""What a block is, where its own characters say so: a table of rules, each with the line that called for it."""

import re
from dataclasses import dataclass

from articles.blocks import FINAL, Block

PERSON = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8}){1,3})"
PEOPLE = rf"{PERSON}(?:[\s、，,]+{PERSON}){{0,5}}"
ROLE = (
    r"(?:首席|见习|实习|特约|全媒体|驻\w{2,4}|新华社|本报|本台|本网|晚报|日报)*"
    r"(?:记者|通讯员|评论员|撰稿人|特派员|编辑)"
)
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范"
    "彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤殷罗毕郝邬安常乐于时傅皮齐康伍余顾孟黄穆萧尹"
    "姚邵汪祁毛狄米贝戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡"
    "田樊胡凌霍虞万柯卢莫房解应丁邓郁单洪包左石崔龚程邢裴陆荣翁荀甄曲封靳焦巴车侯全班秋仲伊"
    "宁仇甘厉武符刘景詹龙叶司黎白卓冉桑桂牛边温庄晏柴瞿阎充慕连习鱼古易廖耿满匡寇欧关查游权"
    "盖佟岳肖闫聂尚代付向覃冼"
)
NAME = rf"(?:[{SURNAMES}]|欧阳|上官|司马|诸葛|慕容)[\u4e00-\u9fff]{{1,2}}"
PAGE_REF = r"第?\s?[A-Za-z]?\s?[0-9０-９一二三四五六七八九十]{1,3}\s?版"
PHOTO = r"(?:摄影?|供图|文?/图|图/文)"
NUMERALS = "[一二三四五六七八九十〇○零]"
DAY = r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}"
SHEET = r"第?\s?[A-Z]?\d{1,3}\s?版?"
SECTION = (
    r"(?:本报)?(?:要闻|综合|国内|国际|社会|经济|财经|文化|体育|民生|政务|法治|教育|健康|时政|本地|县域|乡村|城事"
    r"|地方|基层|副刊|理论|评论|专题|专版|特刊|深度|关注|聚焦|视点|广告|公告|时评|简讯|速览|快讯)"
    r"(?:新闻|动态|要闻|专刊|专版|专题|周刊|综合|视点|视野|观察|聚焦|版|速递|播报|之窗|在线|广角|时空|速览|天地)?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Blocks that match `pattern` whole and are no longer than `most` characters are of `kind`."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    most: int
    example: str


def _rule(name: str, kind: str, pattern: str, most: int, example: str) -> Rule:
    return Rule(name, kind, re.compile(pattern, re.DOTALL), most, example)


# The first rule that fits names the block.
RULES = (
    _rule(
        "jump line",
        "jump",
        rf"[（(\[【]?\s*[>→▶►▸»]*\s*(?:紧?[上下续]?[接转]|相关报道见|详见|全文见){PAGE_REF}.{{0,12}}[）)\]】]?",
        30,
        "（下转第3版）",
    ),
    _rule(
        "teaser",
        "furniture",
        rf".{{2,40}}[>＞»]{{1,2}}\s?{PAGE_REF}",
        60,
        "两会先声 >>第4版",
    ),
    _rule(
        "credit line",
        "credit",
        r"[（(]?(?:\S{0,8}(?:记者|通讯员))?[\s/:：]*[\u4e00-\u9fff、\s]{2,16}"
        rf"(?:{PHOTO}|摄影报道|绘|制图)\s*[）)]?|(?:摄影|供图)\s*[:：/]\s*{PEOPLE}|{PEOPLE}\s*/\s*[摄图]",
        40,
        "本报记者 田雨晴 摄",
    ),
    _rule(
        "caption with its credit",
        "caption",
        rf".{{8,}}[。！？!?\s][^。]{{0,26}}{PHOTO}\s?[）)]?",
        400,
        "4月9日,南坡镇的果农在给苹果花授粉。 本报记者 高原 摄",
    ),
    _rule(
        "caption by its opening",
        "caption",
        r"[▲▼△▽←→↑↓◀▶\s]*(?:(?:上|下|左|右|题)?图[为：:]|图片说明[:：]?|[（(](?:上|下|左|右)图[)）])\S.{4,}",
        300,
        "图为比赛现场。",
    ),
    _rule(
        "editors' line",
        "furniture",
        r"[（(]?(?:本版|今日|值班|见习)?\s*(?:"
        r"(?:责任?编辑?|(?:视频|文字|图片|新媒体|美术)?编(?:委|辑)|总编辑?|主编|版式|美编|校对|组版|视觉|审读|监制)"
        r"[\s:：/]+[\u4e00-\u9fff]{1,4}[\s|｜/;；、]*){1,8}[）)]?"
        r"|本版(?:责任)?编辑\S{2,4}",
        80,
        "责任编辑：周岚 美编：陶然",
    ),
    _rule(
        "page header",
        "furniture",
        rf"(?=.*{DAY})[^，,。；;]*"
        r"(?:星期.|第\s?\d+\s?版|版|农历\S*|总第\s?\d+\s?期|今日\S{0,6}|[A-Z]\d{2}|编辑\S*)[^，,。；;]*",
        80,
        "2024年3月16日 星期六 第1版",
    ),
    _rule(
        "bare date or page",
        "furniture",
        rf"(?:{DAY}\s?日?|\d{{1,2}}月\d{{1,2}}日|{NUMERALS}{{4}}年{NUMERALS}{{1,2}}月{NUMERALS}{{1,3}}日|星期.|{SHEET}"
        r"|[·—-]*\s*\d{1,3}\s*[·—-]*|第\s?\d+\s?期.{0,12})",
        24,
        "02版",
    ),
    _rule(
        "publisher's line",
        "furniture",
        r"[^。]*(?:国内统一刊号|国内统一连续出版物号|邮发代号|CN\s?\d\d-\d{4}|广告经营许可证|社\s?址\s?[:：]"
        r"|(?:新闻|订阅|报料|广告)热线\S{0,4}[:：\s]*\d|印刷厂\s?印|网\s?址\s?[:：])[^。]*",
        160,
        "国内统一刊号：CN14-0023 邮发代号：21-8",
    ),
    _rule(
        "telephone or web address",
        "furniture",
        r"\S{0,16}?[:：]?\s*(?:\(?0\d{2,3}\)?[-—\s]?\d{7,8}|(?:https?://|www\.)\S+|\S+@\S+\.\w+)\s*",
        60,
        "www.example.com",
    ),
    _rule(
        "masthead",
        "furniture",
        r"[\u4e00-\u9fff]{1,6}(?:日报|晚报|早报|晨报|时报|商报|周报|都市报|导报|新报)(?:数字报)?",
        12,
        "岚川日报",
    ),
    _rule(
        "standing banner",
        "furniture",
        "|".join(rf"[\u4e00-\u9fff]{{{n}}}(?:[ \u3000]+[\u4e00-\u9fff]{{{n}}}){{2,5}}" for n in (2, 3, 4)),
        30,
        "新时代 新征程 新伟业",
    ),
    _rule(
        "section label",
        "furniture",
        SECTION,
        8,
        "政务动态",
    ),
    _rule(
        "page and section",
        "furniture",
        rf"{SHEET}\s*[·|｜/:：]?\s*{SECTION}|{SECTION}\s*[·|｜/:：]?\s*{SHEET}",
        20,
        "02版 要闻",
    ),
    _rule(
        "byline",
        "byline",
        rf"[□■○●◎▲△◆◇☆★\s—-]*[（(]?{ROLE}(?!手记|观察|见闻|札记|调查|日记|感言)\s*[:：]?\s*"
        rf"{PEOPLE}(?:\s+{ROLE}\s*{PEOPLE})*\s*[）)]?(?:报道|文)?",
        50,
        "本报记者 罗峥",
    ),
    _rule(
        "author",
        "byline",
        rf"[□■○●◎◆◇]\s*{PEOPLE}|(?:作者|文|撰文)\s*[:：/]\s*{PEOPLE}|(?:文/图|图/文|图文)[\s:：]+{PEOPLE}",
        30,
        "□ 王晓明",
    ),
    _rule(
        "source",
        "signoff",
        r"[（(](?:据|来源|稿件来源|摘自|原载|来自).{2,24}[）)]"
        r"|[（(](?:据|本报|新华社|中新社)[^，。]{0,20}[电讯][）)]|(?:来源|据)[:：].{2,20}",
        30,
        "（据新华社电）",
    ),
    _rule(
        "end mark",
        "signoff",
        r"[（(](?:完|全文完|续完|未完待续)[）)]",
        8,
        "（完）",
    ),
    _rule(
        "sign-off",
        "signoff",
        rf"[（(](?:{ROLE}\s*)?[:：]?\s*[\u4e00-\u9fff·\s、]{{2,24}}[）)]",
        40,
        "(建国 海燕)",
    ),
    _rule(
        "name alone",
        "name",
        rf"{NAME}(?:[\s、]+{NAME}){{0,3}}",
        20,
        "周岚晴",
    ),
)

# A jump line at the start or the end of a paragraph is looked for in so many characters only.
JUMP_REACH = 40
JUMP_TAIL = re.compile(rf"([（(\[【]?\s*(?:紧?下[接转]|转){PAGE_REF}[^（(。]{{0,10}}[）)\]】]?)\s*$")
JUMP_HEAD = re.compile(rf"^\s*([（(\[【]?\s*(?:紧?[上]接|接){PAGE_REF}.{{0,10}}?[）)\]】])\s*")
FROM = re.compile(r"(?:上|承|紧|^[（(\[【]?)接")
LEAD = re.compile(
    r"[●■□◆◇▲△○]?\s?[（(]?(?:据?本报[^，。]{0,14}?讯|据?新华(?:社|网)[^，。]{0,18}?[电讯]|本[台网刊][^，。]{0,10}?(?:讯|消息)"
    r"|据?[\u4e00-\u9fff]{2,8}(?:网|社|报)[^，。]{0,14}?(?:消息|讯|电|报道)[：:（( ]|人民网|中新社|(?:央视|央广)网消息)"
)


def name_block(block: Block) -> tuple[str, str]:
    """The kind of a block and the rule that says so; `text` where only its neighbours can tell.

    >>> name_block(Block("（下转第3版）")), name_block(Block("市政协召开主席会议"))
    (('jump', 'jump line'), ('text', ''))
    """
    for rule in RULES:
        if len(block.text) <= rule.most and rule.pattern.fullmatch(block.text) and not _too_plain(rule, block):
            return rule.kind, rule.name
    return "text", ""


def _too_plain(rule: Rule, block: Block) -> bool:
    """A long caption by its opening must be a sentence."""
    return rule.name == "caption by its opening" and not FINAL.search(block.text) and len(block.text) > 60


def part_jumps(block: Block) -> list[Block]:
    """A block with a jump line at its start or its end as the parts that it has.

    >>> [part.text for part in part_jumps(Block("他说，要办好。（下转第3版）"))]
    ['他说，要办好。', '（下转第3版）']
    """
    text, before, after = block.text, [], []
    if (head := JUMP_HEAD.match(text[:JUMP_REACH])) and head.end() < len(text):
        before, text = [Block(head[1])], text[head.end() :].lstrip()
    if (tail := JUMP_TAIL.search(text[-JUMP_REACH:])) and len(tail[0]) < len(text):
        after, text = [Block(tail[1])], text[: -len(tail[0])].rstrip()
    return [*before, Block(text, block.level), *after]


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a story by its dateline: 本报讯, 新华社某地某日电, 央视网消息."""
    return bool(LEAD.match(text))
