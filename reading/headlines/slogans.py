"""Slogans: the lines of banners and advertisements that stand in the midst of stories."""

from collections.abc import Iterable, Sequence

from articles.expressions import expression
from reading.joins.containment import containment
from reading.joins.scores import JoinScores
from reading.rows.rows import TextRows

# A line of which a story holds less is none of its own.
UNSUPPORTED = 0.2
# 云桐山泉 一口清甜; 走基层·看变化; 同心同行 建设美好岚川 共享发展成果: clauses, no name, number or other mark.
SLOGAN = expression(r"[\u4e00-\u9fff]{2,10}(?:[ \u3000·•]+[\u4e00-\u9fff]{2,10}){1,4}")


def find_slogans(rows: TextRows, joins: JoinScores, orders: Iterable[Sequence[int]]) -> set[int]:
    """The rows of slogans among the texts of stories that do not support them."""
    return {
        row
        for order in orders
        for row in order
        if rows.brief[row]
        and is_slogan(rows.blocks[row].text)
        and containment(joins, row, [other for other in order if other != row]) < UNSUPPORTED
    }


def is_slogan(text: str) -> bool:
    """Whether a line is made of bare clauses, as slogans and the lines of advertisements are.

    >>> is_slogan("云桐山泉 一口清甜"), is_slogan("走基层·看变化"), is_slogan("市政协召开主席会议")
    (True, True, False)
    """
    return bool(SLOGAN.fullmatch(text))
