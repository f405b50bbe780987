"""Markdown as converters write it, read as the text of a page: what is markup goes, what it marks stays."""

import re
from collections.abc import Iterator
from datetime import date

from articles.expressions import expression
from articles.folio import find_date
from formats.latex import plain_formulas

FRONT = expression(r"\A\s*---[ \t]*\n((?:[\w-]+[ \t]*:.*\n|[ \t]+.*\n|-[ \t].*\n)+)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# What no plain text holds: a text with one of these is markdown, whatever its name.
MARKS = expression(
    r"^ {0,3}#{1,6}[ \t]+\S|!\[[^\]\n]*\]\(|<!--.*?-->|^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*$|\*\*[^*\n]+\*\*"
    r"|^<(?:table|div|img)\b",
    re.MULTILINE | re.IGNORECASE,
)
COMMENT = expression(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TABLE = expression(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
ROW, CELL = (
    expression(rf"<t{kind}\b[^>]*>(.*?)(?=<t{kind}\b|</t{end}|\Z)", re.DOTALL | re.IGNORECASE)
    for kind, end in (("r", "r"), ("[dh]", "[dhr]"))
)
BREAK = expression(r"<br\s*/?>|</(?:p|div|li|h[1-6]|tr)\s*>", re.IGNORECASE)
TAG = expression(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
PICTURE = expression(r"!\[([^\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
LINK = expression(r"\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
DEFINITION = expression(r"[ \t]*\[[^\]\n]+\]:\s*\S.*")
# A blank beside what is marked, or a figure on both sides, tells that asterisks are the text's own.
EMPHASIS = tuple(
    expression(pattern)
    for pattern in (
        r"\*{3}(?=\S)([^*\n]+?)(?<=\S)\*{3}",
        r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*",
        r"(?<![A-Za-z0-9_])__(?=\S)([^\n]+?)(?<=\S)__(?![A-Za-z0-9_])",
        r"(?<![\d*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\d*])",
        r"(?<![A-Za-z0-9_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![A-Za-z0-9_])",
        r"~~(?=\S)([^~\n]+?)(?<=\S)~~",
        r"`([^`\n]+)`",
    )
)
ESCAPE = expression(r"\\([\\`*_{}\[\]()#+.!|<>~$-])")
# A heading without a blank is one, a #topic# is none.
HEADING = expression(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^#]+(?:[ \t]#+[ \t]*)?$))([^#\s].*?)[ \t]*#*[ \t]*")
# A rule, a fence, or what a converter puts between two pages.
RULE = expression(
    r"[ \t]*(?:([-*_=])(?:[ \t]*\1){2,}|`{3,}\w*|~{3,}\w*|\{\d+\}-{3,}|\\(?:pagebreak|newpage)|\f)[ \t]*", re.ASCII
)
UNDERLINE = expression(r"[ \t]*(?:(=+)|-+)[ \t]*")
QUOTE, ITEM = expression(r"(?:[ \t]*>)+[ \t]?"), expression(r"[ \t]*[-*+•][ \t]+(?=\S)")
PIPES = expression(r"[ \t]*\|.*\|[ \t]*")
PARTED = expression(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
BOLD_LINE = expression(r"[ \t]*(?:\*\*|__)(?=\S)([^*_\n]+?)(?:\*\*|__)[ \t]*")
# A headline has no more characters, and ends in no mark that ends a sentence.
MOST_HEADLINE, STOPS = 40, ("。", "；", "，", "：", ".")
CHINESE = expression(r"[\u4e00-\u9fff]")
# A table's cells: no banner and no list of names is set with it.
CELL_GAP = "\t"


def is_markdown(text: str) -> bool:
    """Whether a text is plainly markdown."""
    return bool(FRONT.match(text) or MARKS.search(text))


def front_date(text: str) -> date | None:
    """The day that a text's front matter names."""
    front = FRONT.match(text)
    return find_date(front[1]) if front else None


def read_markdown(text: str) -> str:
    """The text of a page with its headings as `#` lines and its tables as a line a row; all other markup is gone.

    >>> read_markdown("##春耕\\n![](a.jpg)\\n**本报讯** 播种$34.8$亩。\\n\\n|镇|亩|\\n|--|--|\\n|南坡|30|")
    '## 春耕\\n\\n本报讯 播种34.8亩。\\n\\n镇\\t亩\\n南坡\\t30'
    """
    text = FRONT.sub("", text.replace("\r\n", "\n"), count=1)
    text = TABLE.sub(lambda table: f"\n\n{_rows(table[0])}\n\n", COMMENT.sub("", text))
    lines = list(_structured(BREAK.sub("\n", text).split("\n")))
    return "\n".join(map(_read_line, lines))


def read_inline(text: str) -> str:
    """A piece of text without the markup in it: emphasis, links, pictures, tags, entities, formulas."""
    text = plain_formulas(text)
    text = LINK.sub(r"\1", PICTURE.sub(lambda picture: _alternative(picture[1]), text))
    text = TAG.sub("", text)
    for pattern in EMPHASIS:
        text = pattern.sub(r"\1", text)
    bare = ESCAPE.sub(r"\1", text)
    if "&" not in bare:
        return bare
    from html import unescape  # imported late: its names of characters take as long as a small page

    return unescape(bare)


def read_table(html: str) -> str:
    """The rows of a table in HTML, a line a row."""
    return "\n".join(map(read_inline, _rows(html).split("\n")))


def _rows(table: str) -> str:
    rows = [[" ".join(TAG.sub(" ", cell[1]).split()) for cell in CELL.finditer(row[1])] for row in ROW.finditer(table)]
    told = CELL_GAP.join
    return "\n".join(told(filter(None, row)) for row in rows if any(row)) if rows else TAG.sub(" ", table)


def _alternative(text: str) -> str:
    """What stands for a picture where it says something: a caption, not a file's name."""
    return text if CHINESE.search(text) else ""


def _read_line(line: str) -> str:
    heading = HEADING.fullmatch(line)
    return f"{heading[1]} {read_inline(heading[2])}" if heading else read_inline(line)


def _structured(lines: list[str]) -> Iterator[str]:
    """The lines, headings as `#` lines; rules, pictures, marks of quotations and lists are gone."""
    headed = any(HEADING.fullmatch(line) for line in lines)
    items = [bool(ITEM.match(line)) for line in lines]
    under = ""
    for at, line in enumerate(lines):
        line = QUOTE.sub("", line, count=1) if QUOTE.match(line) else line
        after = lines[at + 1] if at + 1 < len(lines) else ""
        listed = items[at] and any(items[max(at - 1, 0) : at] + items[at + 1 : at + 2])
        if RULE.fullmatch(line) or (UNDERLINE.fullmatch(line) and _is_headline(under)):
            read = ""
        elif UNDERLINE.fullmatch(after) and _is_headline(line) and not under.strip():
            read = f"{'#' if '=' in after else '##'} {line.strip()}"
        elif PIPES.fullmatch(line):
            read = "" if PARTED.fullmatch(line) else _cells(line)
        elif (bold := BOLD_LINE.fullmatch(line)) and not headed and _is_headline(bold[1]):
            read = f"## {bold[1]}"
        elif DEFINITION.fullmatch(line):
            read = ""
        else:
            read = ITEM.sub("", line) if listed else line
        under = line
        # Where a picture or a rule stood a paragraph ends; under a table's heads the table goes on.
        if read or not PARTED.fullmatch(line):
            yield read


def _is_headline(line: str) -> bool:
    text = line.strip()
    plain = text and len(text) <= MOST_HEADLINE and not text.endswith(STOPS)
    return bool(plain) and not RULE.fullmatch(line) and not PIPES.fullmatch(line) and not HEADING.fullmatch(line)


def _cells(row: str) -> str:
    return CELL_GAP.join(filter(None, map(str.strip, re.split(r"(?<!\\)\|", row.strip().strip("|")))))
