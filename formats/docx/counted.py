"""Numbers in the forms in which Word counts paragraphs."""

import re
from collections.abc import Callable, Mapping

WIDE = {ord("0") + figure: ord("０") + figure for figure in range(10)}
DIGITS, CAPITALS = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
UNITS, CAPITAL_UNITS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
                  ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"], strict=True))  # fmt: skip


def chinese(count: int, digits: str = DIGITS, units: tuple[str, ...] = UNITS) -> str:
    """A number under ten thousand in Chinese; others in figures.

    >>> [chinese(count) for count in (1, 10, 12, 20, 105, 110, 2025)]
    ['一', '十', '十二', '二十', '一百〇五', '一百一十', '二千〇二十五']
    """
    if not 0 < count < 10_000:
        return str(count)
    said = ""
    for figure, unit in zip(str(count), reversed(units[: len(str(count))]), strict=True):
        said += digits[int(figure)] + (unit if figure != "0" else "")
    said = re.sub(f"{digits[0]}+", digits[0], said).rstrip(digits[0])
    return said[1:] if units is UNITS and 10 <= count < 20 else said


def roman(count: int) -> str:
    """A number in small Roman figures.

    >>> roman(4), roman(29)
    ('iv', 'xxix')
    """
    said = ""
    for worth, figure in ROMAN:
        said += figure * (count // worth)
        count %= worth
    return said


def letters(count: int) -> str:
    """The letter of a number, doubled behind z as Word does.

    >>> letters(1), letters(26), letters(28)
    ('a', 'z', 'bb')
    """
    return chr(ord("a") + (count - 1) % 26) * ((count + 25) // 26)


def _row(first: str, most: int) -> Callable[[int], str]:
    """Signs that Unicode has in a row, figures beyond them."""
    return lambda count: chr(ord(first) + count - 1) if 0 < count <= most else str(count)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)]


def _digital(count: int) -> str:
    return "".join(DIGITS[int(figure)] for figure in str(count))


# By the names of ECMA-376, 17.18.59; what is not here is shown in figures.
FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
            *("taiwaneseCountingThousand", "koreanCounting"),
        ),
        chinese,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digital),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda count: chinese(count, CAPITALS, CAPITAL_UNITS),
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _row("①", 20)),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda count: str(count).translate(WIDE)),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": "{:02d}".format,
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "none": lambda count: "",
}
