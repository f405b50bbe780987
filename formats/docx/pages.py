"""Where in a document a page begins: at a folio line on a new sheet, or at one like that with which it opens."""

from collections.abc import Iterator, Mapping, Sequence

from articles.expressions import expression
from articles.folio import UNKNOWN, Folio, find_date, line_folio, may_be_folio
from articles.numerals import narrow
from formats.docx.body import SECTION, SHEET
from formats.plain import cleaned

# So far from the top of its page a folio line may stand, a nameplate and a day over it.
HEAD = 3
# 第2版, A03版：财经; a teaser says more behind the number.
SHORT = 12
# The longest folio lines, their characters set apart by blanks.
LONG = 150
BARE = expression(r"第|[A-Za-z]?\d")


def split_pages(shown: Sequence[str]) -> list[list[str]]:
    """The paragraphs of each page; one page where no folio line opens another.

    On a sheet of its own any folio line opens a page. Elsewhere, where a line with a page's number may as well say
    where a clipping was cut from, one does where the document begins with such a line, with the same nameplate over it.

    >>> split_pages(["第1版", "甲。", "第2版", "乙。"]), split_pages(["甲", "乙。", SHEET, "第2版", "丙。"])
    ([['第1版', '甲。'], ['第2版', '乙。']], [['甲', '乙。'], ['第2版', '丙。']])
    """
    texts = [text for text in shown if not text.startswith(SHEET)]
    starts = [0, *_starts(texts, list(_tops(shown)))]
    return [texts[start:end] for start, end in zip(starts, [*starts[1:], len(texts)], strict=True)]


def under_heads(shown: Sequence[str], edges: Mapping[str, Sequence[str]]) -> list[str]:
    """The paragraphs, each section under the folio line around its sheets, where these name several pages.

    edges: the lines of each header and footer, by its name. A section that has none of its own has those before it.

    >>> under_heads(["甲。", SECTION + "a", "乙。", SECTION + "b"], {"a": ["第1版"], "b": ["第2版"]})[5:7]
    ['第2版', '乙。']
    """
    sections: list[list[str]] = [[]]
    heads: list[str | None] = []
    for text in shown:
        sections[-1].append(text)
        if text.startswith(SECTION):
            lines = [line for name in text.removeprefix(SECTION).split() for line in edges.get(name, ())]
            own = next((line for line in lines if _folio(line).number), None)
            heads.append(own if lines else heads[-1] if heads else None)
            sections.append([])
    if len({_folio(head) for head in heads if head}) < 2:
        return list(shown)
    told, here = [], UNKNOWN
    for head, section in zip([*heads, None], sections, strict=True):
        if head and _folio(head) != here:
            told += [SHEET, head]
            here = _folio(head)
        told += section
    return told


def _tops(shown: Sequence[str]) -> Iterator[int]:
    """For each paragraph the number of the first one on its sheet."""
    top = at = 0
    for text in shown:
        if text.startswith(SHEET):
            top = at
        else:
            yield top
            at += 1


def _starts(texts: Sequence[str], tops: Sequence[int]) -> Iterator[int]:
    """The numbers of the paragraphs with which a further page begins."""
    folios = [(at, folio) for at, text in enumerate(texts) if (folio := _folio(text)).number]
    plate = folios[0][0] if folios and folios[0][0] < HEAD and not tops[folios[0][0]] else None
    here = folios[0][1] if plate is not None else UNKNOWN
    for at, folio in folios:
        if tops[at] and at - tops[at] < HEAD:
            start = tops[at]
        elif plate is not None and at > plate and _alike(texts, plate, at):
            start = at - plate
        else:
            continue
        if start and folio != here:
            yield start
        here = folio


def _folio(text: str) -> Folio:
    line = cleaned(text.lstrip("# ")) if len(text) <= LONG else "\n"
    return line_folio(line) if "\n" not in line and may_be_folio(line) else UNKNOWN


def _alike(texts: Sequence[str], first: int, other: int) -> bool:
    """Whether two folio lines are of one kind, with the same lines over them, one that names no day being short."""
    days = [find_date(texts[at]) is not None for at in (first, other)]
    bare = days[1] or all(_is_bare(texts[at]) for at in (first, other))
    return days[0] == days[1] and bare and texts[:first] == texts[other - first : other]


def _is_bare(text: str) -> bool:
    line = narrow(text.lstrip("# "))
    return len(line) <= SHORT and bool(BARE.match(line))
