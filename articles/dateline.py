"""Datelines: who sent a story, from where, on what day, and who wrote it, as its first words tell."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.expressions import expression
from articles.names import HAN
from articles.newsroom import (
    NAME,
    RANK,
    SIMPLIFIED,
    WORKER,
    Credits,
    Span,
    bracket_credits,
    running_credits,
)

# No dateline is longer (新华社记者尹鸿祝、本报记者陈原、…报道：), and each has one of its words near its start.
LONGEST, NEAR = 200, 64
TELLS = expression(r"[讯訊电電]|消息|[记記]者|报道|報[道導]|报导|撰稿人|实习生")

# A text may go on right behind what these send: 本报讯昨日, 新华社北京1月8日电为纪念.
AGENCY = (
    r"(?:本\s?[报台刊网社站]|新\s?华\s?社|新华[网社]|中新[社网]|中国新闻[社网]|中国网络电视台|中央电视台|中央社|人民网|光明网|中国网|央视网|央视新闻"
    r"|央视|央广网|央广|国际在线|总台央视"
    r"|(?:法新|路透|美联|合众国际|共同|时事|塔斯|俄塔|俄新|国际文传|安莎|埃菲|德新|韩联|朝中|彭博|越通|外国?)社"
    rf"|[{HAN}]{{2,8}}?(?:[日晚早晨时商周快新导]|都市|青年|经济|法治|法制|生活)报)(?:客户端|全媒体|融媒体?(?!中))?"
)
# 长垣之声, 清禾日报-清禾新闻网, 岚川市融媒体中心: behind these a mark must stand.
OTHER = rf"[{HAN}·—-]{{1,16}}?(?:[报网社台]|新闻|客户端|在线|频道|之声|中心|发布|融媒(?!体))"
DAY = (
    r"(?:(?:(?:19|20)\d\d|[一二三四五六七八九十〇○零]{4})\s?年\s?)?"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日"
)
# 澳大利亚珀斯, 达沃斯（瑞士）, 华盛顿、曼谷, “雪龙2”号; without a day behind it, not 本报收到贺电, 本报记者…电.
PLACE = rf"(?:(?!记者|报道)[{HAN}·、“”\d]){{2,14}}?(?:[（(][{HAN}]{{2,8}}[）)])?"
BARE_PLACE = (
    rf"(?:(?!记者|通讯|消息|报道|电[话视影]|综合)[{HAN}](?<![的了是到发致贺被把已们这获登载])){{2,8}}?(?<!通)"
    rf"(?:[（(][{HAN}]{{2,8}}[）)])?"
)
SOURCE = expression(
    rf"(?:另?据|综合)?\s?(?:(?P<agency>{AGENCY})|(?P<other>{OTHER})|《(?P<title>[^《》]{{2,12}})》)\s{{0,3}}"
    rf"(?:(?:特派|特约)?记者\s?(?P<by>{NAME}(?:、{NAME})*))?\s{{0,3}}"
    rf"(?:(?P<place>{PLACE})??\s{{0,3}}(?P<day>{DAY})(?:\s?(?P<late>{BARE_PLACE}))??|(?P<bare>{BARE_PLACE}))??"
    r"(?:上午|下午|凌晨|[早晚夜午])?\s{0,3}(?:[（(][^（()）]{2,10}[）)])?(?:[专特快短外]|综合外?|最新|独家)?"
    # 讯员, 电话, 电影, but 电台湾, 电商务部, 电报道
    r"(?:讯(?![员息问])|电讯?(?![员话视影力子器站网动脑梯息]|台(?![湾北])|商(?!务)|报(?![道告]))|消息(?!灵|人士))"
)
FIRM = expression(rf"$|[\s：:（(【\[〔】\]〕）)，,/／]|(?:{RANK})*+{WORKER}|{DAY}")
MARK = expression(r"[●■□◆◇▲△○★☆▍▌◎\s]{0,4}")
# （记者X（文）Y（图））, (新闻联播)
BRACKET = expression(
    r"\s{0,4}[：:]?[（(【\[〔［](?P<told>(?:[^（()）【】\[\]〔〕［］。！？]|[（(][^（()）]{0,12}[）)]){0,120})[）)】\]〕］]"
)
BLANK = expression(r"\s{0,4}")
BEFORE = expression(r"据?\s?")
# So each item of a roundup opens under the one headline 新闻速递: 本报电 近日，….
ITEM = expression(r"\s*本报电(?![子话视影力讯报邮脑台商])")
CLOSED = expression(r"\s*[：:，,]?\s*")
BEHIND_NAMES = expression(r"[\s：:】\]〕］）)]|$")
BEHIND_REPORTED = expression(r"(?![的了])")
BEHIND_CREDITS = expression(r"[\s：:，,】\]〕］）)]|$")
SLASH = expression(r"\s?[/／|｜\s]\s?")
GOES_ON = expression(r"\s[^\n]*[，。,]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words before a story's first sentence.

    agency: 本报, 新华社, 岚川日报; reporters: names without roles; end: where the sentence behind it begins.

    >>> parse_dateline("新华社清禾4月1日电（记者温若溪、鲍立诚）今日")
    Dateline(agency='新华社', place='清禾', day='4月1日', reporters=('温若溪', '鲍立诚'), end=21)
    """

    agency: str | None
    place: str | None
    day: str | None
    reporters: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Spans:
    """A dateline as spans of the text; sent: whether it says 讯, 电 or 消息."""

    end: int
    agency: Span | None = None
    place: Span | None = None
    day: Span | None = None
    names: tuple[Span, ...] = ()
    sent: bool = False

    def beside(self, told_by: Credits, end: int) -> "_Spans":
        """With those who report, up to `end`."""
        return replace(
            self,
            agency=self.agency or told_by.office,
            place=self.place or told_by.place,
            names=self.names + told_by.names,
            end=end,
        )


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a story by its dateline: 本报讯, 新华社某地某日电, 央视网消息; bare 本报电 does not."""
    found = parse_dateline(text)
    return found is not None and not (ITEM.match(text) and not (found.place or found.day or found.reporters))


def is_item(text: str) -> bool:
    """Whether a paragraph opens an item of a roundup: with a bare 本报电."""
    return bool(ITEM.match(text)) and not is_lead(text)


@lru_cache(maxsize=1 << 12)
def parse_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with, None where it opens with none, or is nothing but a bracket."""
    if not TELLS.search(text, 0, NEAR):
        return None
    start = text[:LONGEST].translate(SIMPLIFIED)
    at = _end(MARK, start, 0)
    found = _boxed(start, at) or _sourced(start, at, len(start)) or _credited(start, at, len(start))
    end = _end(CLOSED, start, found.end) if found else 0
    if not found or (end == len(text) and (start[at] in "（(" or not found.sent)):
        return None
    agency, place, day = (_said(text, span) for span in (found.agency, found.place, found.day))
    reporters = dict.fromkeys(name for span in found.names if (name := _said(text, span)))
    return Dateline(agency, place, day, tuple(reporters), end)


def _said(text: str, span: Span | None) -> str | None:
    """What stands in a span, as printed but for blanks: 倪弋 of 倪 弋."""
    return "".join(text[slice(*span)].split()) if span else None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what a pattern finds at a place ends; the place itself where it finds nothing."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _boxed(start: str, at: int) -> _Spans | None:
    """【本报讯】（记者X）, 【本报讯 记者X】, （记者X）, 〔记者X／台北报导〕."""
    if not (box := BRACKET.match(start, at)):
        return None
    inner = _sourced(start, *box.span("told")) or _credited(start, *box.span("told"))
    if inner and inner.end >= box.end("told"):
        return _with_credits(start, replace(inner, end=box.end()), len(start))
    told_by = bracket_credits(start, *box.span("told"))
    return _Spans(box.end()).beside(told_by, box.end()) if told_by.role and told_by.names else None


def _sourced(start: str, at: int, stop: int) -> _Spans | None:
    """本报讯, 新华社北京3月16日电（记者X、Y）, 央视网消息(新闻联播), 本报清禾讯 记者X报道."""
    source = SOURCE.match(start, at, stop)
    if not source:
        return None
    if not source["agency"] and not FIRM.match(start, source.end(), stop):
        return None
    agency, place = _span(source, "agency", "other", "title"), _span(source, "place", "bare", "late")
    names = (source.span("by"),) if source["by"] else ()
    found = _Spans(source.end(), agency, place, _span(source, "day"), names, sent=True)
    return _with_credits(start, found, stop)


def _span(match: re.Match[str], *groups: str) -> Span | None:
    """Where the first of the groups that found something stands."""
    return next((match.span(group) for group in groups if match[group]), None)


def _with_credits(start: str, found: _Spans, stop: int) -> _Spans:
    """A dateline with who reports by the brackets or the words right behind it."""
    while bracket := BRACKET.match(start, found.end, stop):
        told_by = bracket_credits(start, *bracket.span("told"))
        if not told_by.role and (found.names or bracket[0].lstrip()[0] not in "（("):
            break  # 央视网消息(新闻联播)：【口播】
        found = found.beside(told_by, bracket.end())
    at = _end(BLANK, start, found.end)
    for sure, behind in ((False, BEHIND_REPORTED), (True, BEHIND_NAMES)):
        told_by = running_credits(start, at, stop, sure)
        closed = told_by.reported or (sure and told_by.names)
        if told_by.role and closed and behind.match(start, told_by.end, stop):
            return found.beside(told_by, told_by.end)
    return found


def _credited(start: str, at: int, stop: int) -> _Spans | None:
    """全媒体记者 X 报道：, 记者X/本报讯, ■本报记者 X 4月1日，…."""
    at = _end(BEFORE, start, at)
    for sure in (False, True):
        told_by = running_credits(start, at, stop, sure)
        if told_by.role and told_by.names and (found := _closed(start, at, stop, told_by, sure)):
            return found
    return None


def _closed(start: str, at: int, stop: int, told_by: Credits, sure: bool) -> _Spans | None:
    """Who reports, if what stands behind says that this is a dateline."""
    found = _Spans(at).beside(told_by, told_by.end)
    if (slash := SLASH.match(start, told_by.end, stop)) and (source := _sourced(start, slash.end(), stop)):
        return replace(source, names=found.names + source.names)
    reported = told_by.reported and BEHIND_CREDITS.match(start, told_by.end, stop)
    goes_on = sure and told_by.office and GOES_ON.match(start, told_by.end, stop)
    return found if reported or goes_on else None
