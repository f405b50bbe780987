"""What a text is once all that only machines read in it is read away: the door's cleaning of what comes from outside."""

import re
from unicodedata import normalize

from formats.spaced import unspaced

BREAKS = {"\x0c": "\n\n"}
BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls; soft hyphens, marks of zero width, of direction and of joining, BOMs; selectors behind a Chinese character,
# which choose its shape. Between pictures selectors and joiners make one of two, and stay.
UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
    "|(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
# Of fonts whose radicals stand for characters: Kangxi's and those that look like a Chinese character, and duplicates.
SHAPED = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")
# U+2E80 to U+2EF3, of which Unicode's EquivalentUnifiedIdeograph.txt tells the characters, its normal forms do not.
SUPPLEMENT = (
    "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹"
    "纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"
    "饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
RADICALS = {0x2E80 + at: char for at, char in enumerate(SUPPLEMENT)}


def cleaned(text: str) -> str:
    """The text as a reader sees it: every break of lines a line feed, no character without a shape, none in disguise.

    Blanks that part the characters of a word or a date go. A line of what has no shape alone is an empty line.

    >>> cleaned("市\\u200b医院\\ufeff\\r\\n4⽉1⽇，⻝品安全\\0。\\x0c2 0 2 5 年 4 月 1 日")
    '市医院\\n4月1日，食品安全。\\n\\n2025年4月1日'
    """
    text = BREAK.sub(lambda found: BREAKS.get(found[0], "\n"), text)
    text = UNSEEN.sub("", text)
    return unspaced(SHAPED.sub(lambda found: normalize("NFKC", found[0].translate(RADICALS)), text))
