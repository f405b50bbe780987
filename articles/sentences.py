"""The sentences of a paragraph: final marks kept, quotations and brackets whole, nothing lost."""

import re
from collections import defaultdict
from collections.abc import Iterator

from articles.expressions import expression

PAIRS = dict(zip('”’」』）)》〉】〕｣"＂＇〞〟', '“‘「『（(《〈【〔｢"＂＇〝〝', strict=True))
OPENERS = frozenset(PAIRS.values())
MARKS = expression(f"[{re.escape(''.join([*PAIRS, *sorted(OPENERS)]))}]")
BRACKETS = "）)】〕"
QUOTES_OPEN, QUOTES_CLOSE = '“「『｢"＂＇〝', '”」』｣"＂＇〞〟'

# How a text ends that ends as a sentence does.
SENTENCE_END = expression(r"[。！？!?…][”’』」）)]*$")
# Final marks with the closers after them. A mark between Latin letters is part of an address (a.cn/x?id=1); a
# half-width stop ends a sentence only between Chinese and a gap (not 12.5%, U.S.); an ellipsis goes on (桃、梨……都有).
# With the set of marks in front it is found five times as fast.
FINAL = expression(
    r"[。！？!?.…](?:(?<=[。！？])[。！？!?…]*"
    r"|(?<=[!?])(?<![a-zA-Z0-9/=][!?])[!?]*…*|(?<=[!?])[!?]*(?![a-zA-Z0-9=&/!?])"
    r"|(?<=[\u4e00-\u9fff]\.)(?=\s|$)|(?<=…)(?=[”’」』]))"
    r"[”’」』｣\"＂＇〞〟）)】〕]*"
)
# Where a line has no 。 and ends with a half-width stop behind a Chinese character, such stops are its full stops.
HALF_WIDTH = expression(r"(?<=[^\s.．、，,；;：:（(]{3})(?<=[\u4e00-\u9fff])[.．](?![a-zA-Z])")
ENDS_HALF_WIDTH = expression(r"[\u4e00-\u9fff][.．]$")

# What carries a sentence on behind a closing quotation mark: 喊出“向科学进军！”的口号.
CARRIED_ON = expression(
    r"\s*(?:[，、；：,;:—。）)]|的|等|和|与|及|以及|之[类声]|[这那]|一[词语句]|成[了为]|是|也|中[，的])"
)
# Who said it, in the clause behind a quotation: ”市图书馆馆长陶世安说道。 But not: ”道路修好了，
SPEAKER = expression(
    r"[^，,。！？!?；;：:“”「」『』]{0,40}?"
    r"(?:说|道|表示|介绍|告诉|感慨|感叹|坦言|直言|回忆|笑言|问|答|认为|指出|强调|谈起|提起|解释|称|喊)"
    r"[^，,。！？!?；;：:“”「」『』]{0,6}(?:[，,。！？!?；;：:]|$)"
)


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; put together they are the paragraph without white space at sentence ends.

    >>> for case in CASES:
    ...     print(" | ".join(sentences(case)))
    他说：“好！就这么办。” | 大家都笑了
    “原料涨价，利润受到挤压。”研究员郝立群分析说，政策应着力扩需求。 | 会议昨日闭幕。
    “专利被侵权怎么办?”“质押如何进行?”“怎样使用?” | 上个月,市科技馆办起了讲座。
    读书的劲头足。”市图书馆负责人介绍说。
    他喊出“向科学进军！”的口号。 | 面对“钱从哪来？”这道难题，村里开了会。
    全市增长12.5%，v1.2.3版和U.S.标准见www.a.cn/x?id=1。 | 下一步如何？ | 请看。
    《为什么？》一书（共三册。）出版了。 | （下转第3版）
    苹果、梨、桃……应有尽有！！ | 他想：“要不……” | 没说完。
    “没有合上的引号。 | 不吞掉下文。
    佩戴口罩 | 保持距离不扎堆
    4月1日,路灯亮了. | 每盏3.5元｡ | 下月完工.
    门开了。 | ＂真方便。＂患者说。 | 〝夜里也看病。〞院长说，＂下月就开。＂
    """
    return [sentence for line in paragraph.splitlines() for sentence in _line_sentences(line)]


# Each a real kind of trouble: said before and after the quotation, a row of questions, a lost opening mark, a quotation
# inside a clause, dots and addresses, titles and brackets, ellipses, a mark never closed, a list, half-width stops,
# other quotation marks.
CASES = (
    "他说：“好！就这么办。”大家都笑了",
    "“原料涨价，利润受到挤压。”研究员郝立群分析说，政策应着力扩需求。会议昨日闭幕。",
    "“专利被侵权怎么办?”“质押如何进行?”“怎样使用?”上个月,市科技馆办起了讲座。",
    "读书的劲头足。”市图书馆负责人介绍说。",
    "他喊出“向科学进军！”的口号。面对“钱从哪来？”这道难题，村里开了会。",
    "全市增长12.5%，v1.2.3版和U.S.标准见www.a.cn/x?id=1。下一步如何？请看。",
    "《为什么？》一书（共三册。）出版了。（下转第3版）",
    "苹果、梨、桃……应有尽有！！他想：“要不……”没说完。",
    "“没有合上的引号。不吞掉下文。",
    "佩戴口罩\n保持距离不扎堆",
    "4月1日,路灯亮了.每盏3.5元｡下月完工.",
    "门开了。＂真方便。＂患者说。〝夜里也看病。〞院长说，＂下月就开。＂",
)


def _line_sentences(line: str) -> Iterator[str]:
    pairs = _pairs(line)
    inside = _inside(pairs, len(line))
    openings = set(pairs.values())
    start = 0
    for mark in FINAL.finditer(_full_stops(line)):
        end = mark.end() - (mark.end() - 1 in openings)  # " opens as it closes
        if not inside[end] and not _goes_on(line, start, end, pairs):
            yield line[start:end].strip()
            start = end
    if rest := line[start:].strip():
        yield rest


def _full_stops(line: str) -> str:
    """A line with 。 for each half-width stop that is one."""
    if "。" not in line and ENDS_HALF_WIDTH.search(line):
        line = HALF_WIDTH.sub("。", line)
    return line.replace("｡", "。")


def _pairs(line: str) -> dict[int, int]:
    """The place of each closing mark that has its opening mark in the line, with the place of that one."""
    waiting: dict[str, list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for mark in MARKS.finditer(line):
        place, char = mark.start(), mark[0]
        if char in PAIRS and waiting[PAIRS[char]]:
            pairs[place] = waiting[PAIRS[char]].pop()
        elif char in OPENERS:
            waiting[char].append(place)
    return pairs


def _inside(pairs: dict[int, int], length: int) -> bytearray:
    """Before each character and at the end: whether that place lies inside a pair."""
    inside = bytearray(length + 1)
    for closing, opening in pairs.items():
        inside[opening + 1 : closing + 1] = b"\1" * (closing - opening)
    return inside


def _goes_on(line: str, start: int, end: int, pairs: dict[int, int]) -> bool:
    """Whether the sentence from `start` goes on behind the closing mark before `end`."""
    last = line[end - 1]
    if last not in PAIRS or end == len(line):
        return False
    opening = max(pairs.get(end - 1, start), start)
    before = line[start:opening].rstrip()
    if last in BRACKETS:
        return bool(before)
    if not before or before[-1] in PAIRS:
        return line.startswith(tuple(QUOTES_OPEN), end) or bool(CARRIED_ON.match(line, end) or SPEAKER.match(line, end))
    return bool(CARRIED_ON.match(line, end))
