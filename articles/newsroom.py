"""Who reports: the roles of a newsroom, and the names that stand beside them."""

import re
from dataclasses import dataclass

from articles.expressions import expression
from articles.names import HAN, PERSON, SURNAMES

# What titles, roles and formulas are printed with in traditional characters, sign by sign, surnames among them.
SIMPLIFIED = str.maketrans(
    "報訊電記員華聞網實習見駐體攝導編輯綜據專獨綫視總臺約國際時廣圖發稿訪聯採趙錢馮陳衛蔣韓楊許呂張嚴鄒竇蘇範魯韋馬鮑費賀湯"
    "羅畢鄔齊顧黃蕭談龐紀項閔賈顏駱萬盧鄧單龔陸榮劉葉龍莊閻連魚滿歐關蓋溫謝鄭孫吳馮簡鍾鐘",
    "报讯电记员华闻网实习见驻体摄导编辑综据专独线视总台约国际时广图发稿访联采赵钱冯陈卫蒋韩杨许吕张严邹窦苏范鲁韦马鲍费贺汤"
    "罗毕邬齐顾黄萧谈庞纪项闵贾颜骆万卢邓单龚陆荣刘叶龙庄阎连鱼满欧关盖温谢郑孙吴冯简钟钟",
)
# Surnames that open too many other words (高考, 谭木) to tell a name anywhere but here.
NAME = (
    rf"(?!连[日月]|时[下值隔]|全[市省县国区]|于[是今]|常年)(?:[{SURNAMES}高臧储闻乔谭曾麦简丛蒲楚鞠丘池涂]"
    rf"|欧阳|上官|司马|诸葛|慕容|令狐|皇甫|尉迟|夏侯)[{HAN}]{{1,2}}"
)
# 清禾日报, 清禾新闻网, 融媒体中心: whose reporter it is; 本 begins one of its own (温若溪本报记者鲍立诚).
OFFICE = rf"(?:本[报台刊网社]|[{HAN}—-]{{2,14}}?(?:报社?|社|台|网|新闻|中心|频道|客户端|融媒|之声))"
RANK = (
    rf"(?:首席|见习|实习(?!生)|特约|特派|资深|高级|全媒体|融媒体?(?:中心)?|新媒体|视频|摄影|文字|前方|本[报台刊网社]|新华社|总台|央视"
    rf"|晚报|日报|驻[{HAN}]{{2,6}}?(?=记者|特派员|通讯员))"
)
REPORTER = r"(?:记者|通讯员)"
WORKER = r"(?:记者|通讯员|特派员|实习生|撰稿人|评论员|编辑)"
# 摄影报道, 采访整理, 3月14日报道: what they did.
DEED = (
    r"(?:(?:摄影|摄像|综合|采访|整理|联合|现场|独家|图文|编译)+(?:报[道导])?|报[道导]"
    r"|[从自在][\u4e00-\u9fff]{2,8}?(?:发回|现场)?报[道导]|供[图稿]|采写|文[/／、]图|图[/／、]文|文并?摄)"
)
GAP = r"[\s、，,/／|｜;；:：&()（）]"
PIECE = expression(
    rf"(?P<gap>{GAP}+)"
    rf"|(?P<role>(?P<office>本[报台刊网社]|新华社|总台央视|总台|央视|(?!(?:{RANK})*+{WORKER}){OFFICE})?(?:{RANK})*+{WORKER})"
    rf"|(?P<deed>(?:\d{{1,2}}月\d{{1,2}}日)?{DEED}|[文图摄](?={GAP}|$))"
    # 倪 弋: a name of two characters is set as wide as one of three.
    rf"|(?P<name>(?!观察|手记|见闻|札记|调查|日记|感言|点评|体验|述评|连线|追踪|探访|招待会)(?:[{HAN}]\s{{1,3}}[{HAN}](?![{HAN}·])"
    rf"|[{HAN}·]{{2,24}}?(?={GAP}|(?:{RANK})*+{WORKER}|{DEED}|摄(?:{GAP}|$)|[\d】\]〕［］]|$)))"
    r"|(?P<other>.)",
    re.DOTALL,
)
REPORTED = expression(r"报[道导]$")
TOWN = expression(rf"(?!{NAME}$)[{HAN}]{{2,6}}|[{HAN}]{{1,3}}[州京海都汉庄市县区省]")
# 乌兰其木格
ONE, SURE = expression(rf"{PERSON}|[{HAN}]{{5,7}}"), expression(NAME)
# 温若溪台北报导: a name and the town that it reports from.
FROM = expression(rf"(?=.{{5}})({NAME})([{HAN}]{{2,3}})")
# 余继军何伟, 温若溪和鲍立诚: two names set as one.
TWO = expression(rf"(?=.{{5}})({NAME})[和与]?({NAME})")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Credits:
    """Who reports, as spans of the text.

    names, office, place: 本报 and 北京 of 本报记者罗峥 北京报道; role: whether a role is named; reported: whether 报道
    closes it; end: where the last piece ends.
    """

    names: tuple[Span, ...]
    office: Span | None
    place: Span | None
    role: bool
    reported: bool
    end: int


def bracket_credits(told: str, start: int, end: int) -> Credits:
    """Who reports by what stands in a bracket, whatever else stands there; without a role only sure names count."""
    pieces = list(PIECE.finditer(told, start, end))
    role = any(piece["role"] for piece in pieces)
    return _credits(pieces, sure=not role, start=start)


def running_credits(told: str, start: int, end: int, sure: bool) -> Credits:
    """Who reports by what stands in running text: a role, its names, and so on, up to 报道 or what is none of these.

    sure: whether each name must open with a surname, as nothing closes them.

    >>> told = "记者温若溪 通讯员鲍立诚报道：4月1日"
    >>> [told[begin:end] for begin, end in running_credits(told, 0, len(told), sure=False).names]
    ['温若溪', '鲍立诚']
    """
    pieces: list[re.Match[str]] = []
    for piece in PIECE.finditer(told, start, end):
        if piece["other"] or not (pieces or piece["role"]) or (piece["name"] and not _name_spans(piece, sure)):
            break
        pieces.append(piece)
        if REPORTED.search(piece["deed"] or ""):
            break
    while pieces and pieces[-1]["gap"]:
        pieces.pop()
    return _credits(pieces, sure, start)


def _credits(pieces: list[re.Match[str]], sure: bool, start: int) -> Credits:
    names = [span for piece in pieces if piece["name"] for span in _name_spans(piece, sure)]
    offices = [piece.span("office") for piece in pieces if piece["office"]]
    reported = bool(pieces) and bool(REPORTED.search(pieces[-1]["deed"] or ""))
    place = _town(pieces, len(names)) if reported else None
    if place:
        names[-1:] = [(names[-1][0], place[0])] if names[-1][0] < place[0] else []
    return Credits(
        names=tuple(names),
        office=offices[0] if offices else None,
        place=place,
        role=any(piece["role"] for piece in pieces),
        reported=reported,
        end=pieces[-1].end() if pieces else start,
    )


def _town(pieces: list[re.Match[str]], names: int) -> Span | None:
    """Where the town before 报道 stands: 罗峥 北京报道, 罗峥/北京报道, 温若溪台北报导."""
    before = pieces[-2] if len(pieces) > 1 else None
    if not names or not before or not before["name"] or TWO.fullmatch(before["name"]):
        return None
    if names > 1 and len(pieces) > 2 and pieces[-3]["gap"] and TOWN.fullmatch(before["name"]):
        return before.span()
    glued = FROM.fullmatch(before["name"])
    return (before.start() + glued.start(2), before.end()) if glued else None


def _name_spans(piece: re.Match[str], sure: bool) -> list[Span]:
    """Where the names of a piece stand: mostly one; none where it is no name."""
    if two := TWO.fullmatch(piece["name"]):
        return [(piece.start() + two.start(at), piece.start() + two.end(at)) for at in (1, 2)]
    return [piece.span("name")] if (SURE if sure else ONE).fullmatch("".join(piece["name"].split())) else []
