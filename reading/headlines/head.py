"""The lines over a story: which of them is the headline, which stands over it, which under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.block import Block

UNSUPPORTED = 0.2
KICKER = re.compile(
    r"(?:强调|指出|要求|提出|时|之[一二三四五六七八九十]+|(?:侧|散|札|手)记|观察|综述|纪实|见闻|启示|报道|掠影|活动|[:：])$"
)
SUBHEAD = re.compile(r"^(?:——|--|—)|(?:主持(?:会议)?|出席(?:会议)?(?:并讲话)?|讲话|参加|致辞|作报告|陪同)$")
# 人民时评, 一线视角, 国际论坛: a column's name in brackets closes a headline.
COLUMN = re.compile(r"[（(][^（()）]{2,20}[）)]$")
# 市公安局青溪分局民警, 欧洲杯预选赛, 财政部、生态环境部: who or where alone stands over the headline.
ACTOR = re.compile(
    r"[^，,。！？!?]{2,24}(?:委员会|办公室|法院|检察院|[局厅部署会队]|大会|负责人|发言人|代表|委员|书记|[市县省区]长|[市县省区]"
    r"|医生|民警|教授|联赛|大赛|锦标赛|预选赛|杯)"
)
# 云桐山泉 一口清甜; 走基层·看变化; 同心同行 建设美好岚川 共享发展成果: clauses, no name, number or other mark.
SLOGAN = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[ \u3000·•]+[\u4e00-\u9fff]{2,10}){1,4}")


@dataclass(frozen=True, slots=True)
class Head:
    """A story's headline with the lines over and under it, as printed."""

    headline: str | None = None
    kicker: str | None = None
    subhead: str | None = None


def choose_head(
    lines: Sequence[Block], own: Sequence[float], others: Sequence[float], top: bool = False
) -> tuple[Head, list[int]]:
    """The head of a story and the numbers of the lines that only look like one, banners and slogans.

    own: how much of each line the story's text holds; others: how much that of the other stories, at most; top: whether
    the lines stand first on the page, where banners are; a line whose place the page's layout knows is none. The
    headline is the line of the highest level, else the one that the text supports best.

    >>> lines = [Block("顾怀远在青溪区调研时强调"), Block("用好“一村一策”办法 让山区群众富起来")]
    >>> choose_head(lines, own=[0.6, 0.7], others=[0.0, 0.0])[0].kicker
    '顾怀远在青溪区调研时强调'
    """
    above = [at for at in range(len(lines) if top else len(lines) - 1) if not _belongs(lines, at)]
    above = [at for at in above if lines[at].opens is None]
    banners = [at for at in above if _is_banner(lines[at], own[at], others[at], max(own))]
    kept = [at for at in range(len(lines)) if at not in banners]
    if not kept:
        return Head(), banners
    best = max(kept, key=lambda at: (_headline_score(lines, at, own), -at))
    over, under = [lines[at] for at in kept if at < best], [lines[at] for at in kept if at > best]
    return Head(lines[best].text, _joined(over), _joined(under)), banners


def is_slogan(text: str) -> bool:
    """Whether a line is made of bare clauses, as slogans and the lines of advertisements are.

    >>> is_slogan("云桐山泉 一口清甜"), is_slogan("走基层·看变化"), is_slogan("市政协召开主席会议")
    (True, True, False)
    """
    return bool(SLOGAN.fullmatch(text))


def _belongs(lines: Sequence[Block], at: int) -> bool:
    """Whether a line is a second line by its words, or has one right under it: no banner is or has."""
    return any(place > 0 and SUBHEAD.search(lines[place].text) for place in (at, at + 1) if place < len(lines))


def _is_banner(line: Block, own: float, others: float, best: float) -> bool:
    """A line that the text does not support beside one that it does, or a slogan that any story would support."""
    return (own < best - UNSUPPORTED and own < others + 0.05) or (is_slogan(line.text) and own < others + 0.1)


def _headline_score(lines: Sequence[Block], at: int, own: Sequence[float]) -> float:
    line = lines[at]
    levels = [other.level for other in lines if other.level]
    under = at > 0 and bool(SUBHEAD.search(line.text))
    return (
        3.0 * (bool(line.level) and line.level == min(levels, default=0) and len(set(levels)) > 1)
        + 2.0 * bool(COLUMN.search(line.text))
        - 2.0 * bool(KICKER.search(line.text) and at + 1 < len(lines))
        - 0.7 * bool(ACTOR.fullmatch(line.text) and at + 1 < len(lines))
        - 2.0 * under
        - 1.0 * (len(line.text) <= 5)
        + own[at]
    )


def _joined(lines: Sequence[Block]) -> str | None:
    return " ".join(line.text for line in lines) or None
