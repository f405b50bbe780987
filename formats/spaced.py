"""Blanks that a program set between characters, told from those that a writer set between words."""

import re

BLANK = "[ \u00a0\u2002-\u200a\u202f\u205f\u3000]"
WIDE = r"[^\x00-\x7f\s]"
ONE = rf"(?:{WIDE}|[0-9,.:;!?()%\"'])"
# Three names of two characters each, set wide, are six in a row.
LETTERS = re.compile(rf"(?<!\S){ONE}(?:{BLANK}{ONE}){{6,}}(?!\S)")
SINGLE = re.compile(rf"(?<!\S){WIDE}(?!\S)")
PARTED = re.compile(rf"(?<={WIDE}){BLANK}(?={WIDE})")
# What stands alone where a program parted words, never in a list of names.
WORD = re.compile(rf"(?<=\S){BLANK}(?:[，。、；：,;:]|[的了和在是与将被对等从向为于也都就及]{BLANK})")
RUNNING = re.compile("[，。；,;]")
# In a line that is spaced: beside a Chinese character or mark, inside brackets, between single digits.
SET = re.compile(
    rf"(?<={WIDE}){BLANK}(?=\S)|(?<=\S){BLANK}(?={WIDE})|(?<=[(]){BLANK}(?=\S)|(?<=\S){BLANK}(?=[),.;:!?%])"
    rf"|(?<=[)]){BLANK}(?=\S)|(?<=(?<!\S)\d){BLANK}(?=\d(?!\S))"
)
# In any line: around the number of a date or a page, or of things counted, behind a comma; and what is thinner than a
# blank, which no writer sets.
NUMBERS = re.compile(
    rf"(?<=\d){BLANK}(?=[年月日号时点分秒版期届次个名人元万亿件家台岁])|(?<=[年月第]){BLANK}(?=\d)"
    rf"|(?<=[，、；：]){BLANK}(?={WIDE})|(?<={WIDE})[\u2009\u200a\u202f](?={WIDE})"
)
COUNTED = re.compile(rf"(?<=[\u4e00-\u9fff]){BLANK}(\d[\d.,]*){BLANK}?(?=[\u4e00-\u9fff])")
HAS_BLANK = re.compile(rf"\S{BLANK}\S")


def unspaced(text: str) -> str:
    """The text without blanks between the characters of a word, where most of a line or of the page is parted so.

    A blank between the clauses of a headline, between names, and any wider gap stay.

    >>> print(unspaced("云岭开馆 读者盼来大书房\\n本 报 讯 ( 记 者 ) 4 月 1 日 , 新 馆 开 馆 。\\n记者 温若溪 鲍立诚"))
    云岭开馆 读者盼来大书房
    本报讯(记者)4月1日,新馆开馆。
    记者 温若溪 鲍立诚
    """
    if not HAS_BLANK.search(text):
        return text
    lines = text.split("\n")
    letters = bool(LETTERS.search(text))
    words = _worded(lines)
    return "\n".join(_line(line, letters, words) if HAS_BLANK.search(line) else line for line in lines)


def _worded(lines: list[str]) -> bool:
    """Whether most of a page's running text has a blank between words."""
    running = [line for line in lines if RUNNING.search(line)]
    return 2 * sum(map(len, filter(_is_worded, running))) > sum(map(len, running))


def _is_worded(line: str) -> bool:
    by_words = len(PARTED.findall(line)) >= max(4, _wide(line) / 6) and bool(WORD.search(line))
    return by_words and not _is_lettered(line)


def _is_lettered(line: str) -> bool:
    return 2 * len(SINGLE.findall(line)) > _wide(line)


def _line(line: str, letters: bool, words: bool) -> str:
    """The line without its spacing; letters, words: how the page is spaced."""
    if (
        (letters and _is_lettered(line))
        or (words and len(PARTED.findall(line)) >= 2)
        or (RUNNING.search(line) and _is_worded(line))
    ):
        return SET.sub("", line)
    line = LETTERS.sub(lambda run: SET.sub("", run[0]), line)
    if RUNNING.search(line):
        line = COUNTED.sub(r"\1", line)
    return NUMBERS.sub("", line)


def _wide(line: str) -> int:
    return len(re.findall(WIDE, line))
