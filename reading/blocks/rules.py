"""The table of rules that tell what a block is by its own characters, each with the line that called for it."""

import re
from dataclasses import dataclass

from articles.block import BlockType
from articles.expressions import expression
from articles.folio import BESIDE, COUNT
from articles.jump_lines import JUMP, PAGE_REF
from articles.names import NAME, PEOPLE, ROLE, WRITER
from reading.blocks.vocabulary import DAY, OFFERS, PAGE_NUMBER, PHOTO, REPLIES, SECTION


@dataclass(frozen=True, slots=True)
class Rule:
    """Blocks that match `pattern` whole and are no longer than `most` characters are of `type`.

    stopped_from: a longer one must end as a sentence does.
    """

    name: str
    type: BlockType
    pattern: re.Pattern[str]
    most: int
    example: str
    stopped_from: int | None = None


def _rule(name: str, type_: BlockType, pattern: str, most: int, example: str, stopped_from: int | None = None) -> Rule:
    return Rule(name, type_, expression(pattern, re.DOTALL), most, example, stopped_from)


# The first rule that fits tells.
RULES = (
    _rule(
        "jump line",
        BlockType.JUMP,
        JUMP,
        30,
        "（下转第3版）",
    ),
    _rule(
        "teaser",
        BlockType.FURNITURE,
        rf".{{2,40}}[>＞»]{{1,2}}\s?{PAGE_REF}",
        60,
        "两会先声 >>第4版",
    ),
    _rule(
        "credit line",
        BlockType.CREDIT,
        r"[（(]?(?:\S{0,8}(?:记者|通讯员))?[\s/:：]*[\u4e00-\u9fff、\s]{2,16}"
        rf"(?:{PHOTO}|摄影报道|绘|制图)\s*[）)]?|(?:摄影|供图)\s*[:：/]\s*{PEOPLE}|{PEOPLE}\s*/\s*[摄图]",
        40,
        "本报记者 田雨晴 摄",
    ),
    _rule(
        "caption with its credit",
        BlockType.CAPTION,
        rf".{{8,}}[。！？!?\s][^。]{{0,26}}{PHOTO}\s?[）)]?",
        400,
        "4月9日,南坡镇的果农在给苹果花授粉。 本报记者 高原 摄",
    ),
    _rule(
        "caption by its opening",
        BlockType.CAPTION,
        r"[▲▼△▽←→↑↓◀▶\s]*(?:(?:上|下|左|右|题)?图[为：:]|图片说明[:：]?|[（(](?:上|下|左|右)图[)）])\S.{4,}",
        300,
        "图为比赛现场。",
        stopped_from=60,
    ),
    _rule(
        "editors' line",
        BlockType.FURNITURE,
        r"[（(]?(?:本版|今日|值班|见习)?\s*(?:"
        r"(?:责任?编辑?|(?:视频|文字|图片|新媒体|美术)?编(?:委|辑)|总编辑?|主编|(?:版式|版面|美术)(?:设计)?|美编|校对|组版|排版|视觉"
        r"|审读|监制|制图|统筹)"
        r"[\s:：/]+[\u4e00-\u9fff]{1,4}[\s|｜/;；、]*){1,8}[）)]?"
        r"|本版(?:责任)?编辑\S{2,4}",
        80,
        "责任编辑：周岚 美编：陶然",
    ),
    _rule(
        "page header",
        BlockType.FURNITURE,
        rf"(?=.*{DAY})(?=.*(?:{BESIDE}|版|今日|[A-Z]\d{{2}}|编辑))(?:[，,]\s?(?:{BESIDE})|[^，,。；;])*+",
        80,
        "2024年3月16日 星期六 第1版",
    ),
    _rule(
        "bare date or page",
        BlockType.FURNITURE,
        rf"(?:{DAY}\s?日?|\d{{1,2}}月\d{{1,2}}日|星期.|{PAGE_NUMBER}|{COUNT.pattern}"
        r"|[·—-]*\s*\d{1,3}\s*[·—-]*|第\s?\d+\s?期.{0,12})",
        24,
        "02版",
    ),
    _rule(
        "contents line",
        BlockType.FURNITURE,
        rf"[^。！？，；]{{6,40}}[\s…·]{PAGE_REF}",
        48,
        "少年乒乓球赛昨日开打 3版",
    ),
    _rule(
        "publisher's line",
        BlockType.FURNITURE,
        r"[^。]*(?:国内统一刊号|国内统一连续出版物号|邮发代号|CN\s?\d\d-\d{4}|广告经营许可证|社\s?址\s?[:：]"
        r"|(?:新闻|订阅|报料|广告)热线\S{0,4}[:：\s]*\d|印刷厂\s?印|网\s?址\s?[:：])[^。]*",
        160,
        "国内统一刊号：CN14-0023 邮发代号：21-8",
    ),
    _rule(
        "notice of lost papers",
        BlockType.FURNITURE,
        r".{0,20}遗失.{0,80}声明作废.*",
        2000,
        "周岚遗失房屋所有权证，证号岚川房字第00412号，声明作废。",
    ),
    _rule(
        "small advertisements",
        BlockType.FURNITURE,
        rf".{{0,30}}(?:{OFFERS}).{{0,60}}?(?:{REPLIES})(?:.{{0,3}}|.*(?:{REPLIES}|声明作废).*)",
        2000,
        "旺铺转让，证照齐全，接手即可营业，电话：13800001234。",
    ),
    _rule(
        "telephone or web address",
        BlockType.FURNITURE,
        r"\S{0,16}?[:：]?\s*(?:\(?0\d{2,3}\)?[-—\s]?\d{7,8}|(?:https?://|www\.)\S+|\S+@\S+\.\w+)\s*",
        60,
        "www.example.com",
    ),
    _rule(
        "masthead",
        BlockType.FURNITURE,
        r"[\u4e00-\u9fff]{1,6}(?:日报|晚报|早报|晨报|时报|商报|周报|都市报|导报|新报)(?:数字报)?",
        12,
        "岚川日报",
    ),
    _rule(
        "standing banner",
        BlockType.FURNITURE,
        "|".join(rf"[\u4e00-\u9fff]{{{n}}}(?:[ \u3000]+[\u4e00-\u9fff]{{{n}}}){{2,5}}" for n in (2, 3, 4)),
        30,
        "新时代 新征程 新伟业",
    ),
    _rule(
        "section label",
        BlockType.FURNITURE,
        SECTION,
        8,
        "政务动态",
    ),
    _rule(
        "page and section",
        BlockType.FURNITURE,
        rf"{PAGE_NUMBER}\s*[·|｜/:：]?\s*{SECTION}|{SECTION}\s*[·|｜/:：]?\s*{PAGE_NUMBER}",
        20,
        "02版 要闻",
    ),
    _rule(
        BlockType.BYLINE,
        BlockType.BYLINE,
        rf"[□■○●◎▲△◆◇☆★\s—-]*[（(]?{ROLE}(?!手记|观察|见闻|札记|调查|日记|感言)\s*[:：]?\s*"
        rf"{PEOPLE}(?:\s+{ROLE}\s*{PEOPLE})*\s*[）)]?(?:报道|文)?",
        50,
        "本报记者 罗峥",
    ),
    _rule(
        "author",
        BlockType.BYLINE,
        rf"[□■○●◎◆◇]\s*{PEOPLE}|(?:作者|文|撰文)\s*[:：/]\s*{PEOPLE}|(?:文/图|图/文|图文)[\s:：]+{PEOPLE}",
        30,
        "□ 王晓明",
    ),
    _rule(
        "author on a saved page",
        BlockType.BYLINE,
        rf"(?:(?:{ROLE}|作者)\s*[:：]?\s*{PEOPLE}[\s|｜/]+来源\s*[:：]\s*\S{{2,16}}"
        rf"|来源\s*[:：]\s*\S{{2,16}}[\s|｜/]+(?:{ROLE}|作者)\s*[:：]?\s*{PEOPLE})(?:[\s|｜/]+{DAY}日?[\s\d:：]*)?",
        60,
        "记者 温若溪 来源：清禾日报",
    ),
    _rule(
        "source",
        BlockType.SIGNOFF,
        r"[（(](?:据|来源|稿件来源|摘自|原载|来自).{2,24}[）)]"
        r"|[（(](?:据|本报|新华社|中新社)[^，。]{0,20}[电讯][）)]|(?:来源|据)[:：].{2,20}",
        30,
        "（据新华社电）",
    ),
    _rule(
        "end mark",
        BlockType.SIGNOFF,
        r"[（(](?:完|全文完|续完|未完待续)[）)]",
        8,
        "（完）",
    ),
    _rule(
        "sign-off",
        BlockType.SIGNOFF,
        rf"[（(](?:{ROLE}\s*)?[:：]?\s*[\u4e00-\u9fff·\s、]{{2,24}}[）)]",
        40,
        "(建国 海燕)",
    ),
    _rule(
        "name alone",
        BlockType.NAME,
        rf"{NAME}(?:[\s、]+{NAME}){{0,3}}",
        20,
        "周岚晴",
    ),
    _rule(
        "writer of a letter",
        BlockType.NAME,
        rf"{WRITER}[\s:：]+{NAME}|{NAME}\s?[（(][\u4e00-\u9fff]{{2,16}}[）)]",
        24,
        "读者 曲小满",
    ),
)
