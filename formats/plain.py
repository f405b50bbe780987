"""The door's cleaning of text from outside: what only machines read is read away, what is in disguise made plain."""

from unicodedata import normalize

from articles.expressions import expression
from formats.spaced import unspaced

# U+2E80 to U+2EF3, of which Unicode's EquivalentUnifiedIdeograph.txt tells the characters, its normal forms do not.
SUPPLEMENT = (
    "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹"
    "纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"
    "饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
# Kangxi's radicals and the characters that Unicode has twice.
TWICE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E))
# Controls and soft hyphens; marks of zero width, of direction and of joining, BOMs.
CONTROLS = (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD)
SHAPELESS = (0x61C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
# What each character is read as that is not read as itself.
READ = (
    dict.fromkeys("\x0b\x85\u2028\u2029", "\n")
    | {"\x0c": "\n\n"}
    | dict.fromkeys(map(chr, CONTROLS + SHAPELESS), "")
    | {chr(0x2E80 + at): char for at, char in enumerate(SUPPLEMENT)}
    | {chr(code): normalize("NFKC", chr(code)) for code in TWICE}
)
# Selectors behind a Chinese character choose its shape, behind a picture what it is, and joiners make one of two.
SELECTOR = expression("[\ufe00-\ufe0f\U000e0100-\U000e01ef](?<=[\u3400-\u9fff\U00020000-\U0003ffff].)")
JOINER = expression("\u200d(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff].)")


def cleaned(text: str) -> str:
    """The text of a page as a reader sees it: plain, without blanks that part the characters of a word or a date.

    >>> cleaned("市\\u200b医院\\ufeff\\r\\n4⽉1⽇，⻝品安全\\0。\\x0c2 0 2 5 年 4 月 1 日")
    '市医院\\n4月1日，食品安全。\\n\\n2025年4月1日'
    """
    return unspaced(plain(text))


def plain(text: str) -> str:
    """A text with every break of lines a line feed, no character without a shape, none in disguise.

    A line of what has no shape alone is an empty line. What of a text is plain stays so wherever it is cut or joined,
    so that articles and lines, which are parts of pages, may be made plain again; their blanks are their own.
    """
    for char in sorted(set(text) & READ.keys()):
        text = text.replace(char, READ[char])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return JOINER.sub("", SELECTOR.sub("", text))
