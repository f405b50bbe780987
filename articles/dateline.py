"""Datelines."""

import re

LEAD = re.compile(
    r"[●■□◆◇▲△○]?\s?[（(]?(?:据?本报[^，。]{0,14}?讯|据?新华(?:社|网)[^，。]{0,18}?[电讯]|本[台网刊][^，。]{0,10}?(?:讯|消息)"
    r"|据?[\u4e00-\u9fff]{2,8}(?:网|社|报)[^，。]{0,14}?(?:消息|讯|电|报道)[：:（( ]|人民网|中新社|(?:央视|央广)网消息)"
)


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a story by its dateline: 本报讯, 新华社某地某日电, 央视网消息."""
    return bool(LEAD.match(text))
