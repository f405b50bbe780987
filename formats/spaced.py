"""Blanks that a program set between characters, told from those that a writer set between words."""

import re

from articles.expressions import expression

BLANK = "[ \u00a0\u2002-\u200a\u202f\u205f\u3000]"
WIDE = r"[^\x00-\x7f\s]"
ONE = rf"(?:{WIDE}|[0-9,.:;!?()%\"'])"
# Three names of two characters each, set wide, are six in a row.
LETTERS = expression(rf"(?<!\S){ONE}(?:{BLANK}{ONE}){{6,}}(?!\S)")
SINGLE = expression(rf"(?<!\S){WIDE}(?!\S)")
# Each begins with the blank, which is what the search can look for; what stands before it is looked back at.
PARTED = expression(rf"{BLANK}(?<={WIDE}.)(?={WIDE})")
# What stands alone where a program parted words, never in a list of names.
WORD = expression(rf"{BLANK}(?<=\S.)(?:[，。、；：,;:]|[的了和在是与将被对等从向为于也都就及]{BLANK})")
RUNNING = expression("[，。；,;]")
# In a line that is spaced: beside a Chinese character or mark, inside brackets, between single digits.
SET = expression(
    rf"{BLANK}(?:(?<=[^\x00-\x7f\s].|[()].)(?=\S)|(?<=\S.)(?=[^\x00-\x7f\s]|[),.;:!?%])|(?<=(?<!\S)[\d.].)(?=\d(?!\S)))"
)
# In any line: in a date or the number of a page; and what is thinner than a blank, which no writer sets.
DATES = expression(
    rf"{BLANK}(?:(?<=\d.)(?=[年月版]|日(?!报))|(?<=[年月第].)(?=\d))|[\u2009\u200a\u202f](?<={WIDE}.)(?={WIDE})"
)
# In running text: behind a number that counts (in a folio line stands A4 人物), around one, behind a comma.
COUNTED = expression(
    rf"{BLANK}(?<=\d.)(?=[号时点分秒期届次个名人元万亿件家台岁])|{BLANK}(?<=[，、；].)(?={WIDE})"
    rf"|{BLANK}(?<=[\u4e00-\u9fff].)(\d[\d.,]*){BLANK}(?=[\u4e00-\u9fff])"
)
BETWEEN = expression(rf"{BLANK}(?<=\S.)(?=\S)")


def unspaced(text: str) -> str:
    """The text without blanks between the characters of a word, where most of a line or of the page is parted so.

    A blank between the clauses of a headline, between names, and any wider gap stay.

    >>> print(unspaced("云岭开馆 读者盼来大书房\\n本 报 讯 ( 记 者 ) 4 月 1 日 , 新 馆 开 馆 。\\n记者 温若溪 鲍立诚"))
    云岭开馆 读者盼来大书房
    本报讯(记者)4月1日,新馆开馆。
    记者 温若溪 鲍立诚
    """
    if not BETWEEN.search(text):
        return text
    lines = text.split("\n")
    letters = bool(LETTERS.search(text))
    words = not letters and _worded(lines)
    return "\n".join(_line(line, letters, words) if BETWEEN.search(line) else line for line in lines)


def _worded(lines: list[str]) -> bool:
    """Whether most of a page's running text has a blank between words."""
    running = [line for line in lines if RUNNING.search(line)]
    return 2 * sum(map(len, filter(_is_worded, running))) > sum(map(len, running))


def _is_worded(line: str) -> bool:
    parted = len(PARTED.findall(line))
    return parted >= 4 and 6 * parted >= _wide(line) and bool(WORD.search(line))


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
    line = LETTERS.sub(_run, line)
    if RUNNING.search(line):
        line = COUNTED.sub(r"\1", line)
    return DATES.sub("", line)


def _run(run: re.Match[str]) -> str:
    """Letters without their spacing; digits are a table's where fewer than one in three is none, as in a date."""
    return SET.sub("", run[0]) if 3 * _wide(run[0]) >= len(run[0].split()) else run[0]


def _wide(line: str) -> int:
    """How many characters of a line are neither white space nor ASCII."""
    solid = "".join(line.split())
    return len(solid) - len(solid.encode("ascii", "ignore"))
