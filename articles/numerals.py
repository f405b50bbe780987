"""Numbers as Chinese pages print them: in full-width figures, or in Chinese numerals."""

from articles.expressions import expression

NUMERAL = "[〇○零一二三四五六七八九十]"
DIGITS = {char: value for value, chars in enumerate(("〇○零", *"一二三四五六七八九")) for char in chars}
# Figures and letters, the blank, and the marks that part a day; each becomes one character.
WIDE = "".join(chr(code) for ends in ("０９", "ＡＺ", "ａｚ", "－／") for code in range(ord(ends[0]), ord(ends[1]) + 1))
WIDE_CHARACTER = expression(f"[{WIDE}\u3000]")
NARROW = {ord(char): ord(char) - 0xFEE0 for char in WIDE} | {0x3000: ord(" ")}


def narrow(text: str) -> str:
    """The text with full-width figures and letters as plain ones; as long as it was.

    >>> narrow("２０２５年４月　Ａ０３版")
    '2025年4月 A03版'
    """
    return text.translate(NARROW) if WIDE_CHARACTER.search(text) else text


def chinese_number(text: str) -> int | None:
    """A number in figures or in Chinese numerals, None where it is neither.

    >>> [chinese_number(text) for text in ("12", "十二", "三十一", "二〇二五", "〇三", "版")]
    [12, 12, 31, 2025, 3, None]
    """
    if not text or text.isascii():
        return int(text) if text.isdigit() else None
    tens, ten, ones = text.rpartition("十")
    if not set(tens + ones) <= DIGITS.keys():
        return None
    if not ten:
        return int("".join(str(DIGITS[char]) for char in text))
    return None if len(tens) > 1 or len(ones) > 1 else DIGITS.get(tens, 1) * 10 + DIGITS.get(ones, 0)
