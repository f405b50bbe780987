"""Numbers that Word sets before paragraphs: they stand in the text of the page as a reader sees them."""

import pytest

from formats.docx.counted import FORMATS
from formats.docx.door import read_docx
from tests.zips import W, line, word_of


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    form = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{form}</w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    """The part of a document with a list of these levels, the first; more: further lists."""
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'<w:numbering {W}>{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}</w:numbering>'


def item(text: str, depth: int = 0, list_id: int = 1, more: str = "") -> str:
    """A paragraph of a list."""
    return line(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>{more}')


def shown(body: str, numbering: str, **parts: str) -> list[str]:
    (page,) = read_docx(word_of(body, numbering=numbering, **parts), "page.docx")
    return page.text.split("\n\n")


OFFICIAL = lists(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%1.%4", "<w:isLgl/>"),
)


def test_each_level_counts_for_itself_and_anew_under_a_higher_one() -> None:
    """As official papers are numbered; behind a mark of full width stands no gap."""
    body = (
        item("总则") + item("范围", 1) + item("要求", 1) + item("甲", 2) + item("乙", 2)
        + line("正文。") + item("附则") + item("期限", 1) + item("丙", 3)
    )  # fmt: skip
    assert shown(body, OFFICIAL) == [
        "一、总则", "（一）范围", "（二）要求", "1. 甲", "2. 乙", "正文。", "二、附则", "（一）期限", "2.1 丙",
    ]  # fmt: skip


def test_lists_of_one_kind_count_on_unless_they_say_where_they_start() -> None:
    """A list that is the same kind as another goes on with its numbers, one with a start of its own begins there."""
    more = """<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>"""
    numbering = lists(level(0, "decimal", "第%1条"), more=more)
    body = item("甲") + item("乙", list_id=2) + item("丙", list_id=3) + item("丁", list_id=3)
    assert shown(body, numbering) == ["第1条 甲", "第2条 乙", "第7条 丙", "第8条 丁"]


def test_a_style_numbers_its_paragraphs() -> None:
    """By the level that names it; a paragraph may say that it is of no list; a heading is one with its number."""
    styles = f"""<w:styles {W}><w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>
    </w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"""
    numbering = lists(level(0, "upperRoman", "%1"), level(1, "chineseCounting", "%2、", '<w:pStyle w:val="a"/>'))
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        line("甲", '<w:pStyle w:val="a"/>')
        + line("乙", f'<w:pStyle w:val="b"/>{none}')
        + line("丙", '<w:pStyle w:val="b"/>')
    )
    assert shown(body, numbering, styles=styles) == ["# 一、甲", "# 乙", "# 二、丙"]


def test_a_list_may_be_that_of_a_style() -> None:
    """As the lists that Word offers by name are."""
    styles = f"""<w:styles {W}><w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    </w:styles>"""
    more = """<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""
    assert shown(item("甲", list_id=2), lists(level(0, "decimal", "%1、"), more=more), styles=styles) == ["1、甲"]


def test_what_does_not_count_is_not_shown() -> None:
    """Dots and squares are marks of a list, as in Markdown; an empty paragraph counts, a deleted one does not."""
    numbering = lists(level(0, "bullet", "\uf0b7"), level(1, "decimal", "%2."))
    gone = item("", 1, more="<w:rPr><w:del/></w:rPr>")
    assert shown(item("甲") + item("乙", 1) + item("", 1) + gone + item("丙", 1), numbering) == ["甲", "1. 乙", "3. 丙"]
    assert shown(item("甲", 5) + item("乙", 0, 99), OFFICIAL) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("form", "first", "second"),
    [
        ("japaneseCounting", "一", "二"),
        ("chineseLegalSimplified", "壹", "贰"),
        ("ideographTraditional", "甲", "乙"),
        ("decimalEnclosedCircle", "①", "②"),
        ("decimalFullWidth", "１", "２"),
        ("decimalZero", "01", "02"),
        ("upperLetter", "A", "B"),
        ("lowerRoman", "i", "ii"),
        ("hindiNumbers", "1", "2"),
    ],
)
def test_forms(form: str, first: str, second: str) -> None:
    """Each as Word shows it; what is not known is shown in figures."""
    body = item("春") + item("秋")
    assert shown(body, lists(level(0, form, "%1、"))) == [f"{first}、春", f"{second}、秋"]


def test_forms_beyond_their_signs() -> None:
    """Are figures, or begin again as Word's do; no form falls over."""
    assert [FORMATS["decimalEnclosedCircle"](21), FORMATS["ideographTraditional"](11)] == ["21", "甲"]
    assert FORMATS["chineseCounting"](12345) == "12345"
    assert all(isinstance(form(count), str) for form in FORMATS.values() for count in (0, 1, 99, 999_999))


def test_a_broken_list_is_none() -> None:
    """A list without a kind, a level without a number, a kind that names itself."""
    more = """<w:num w:numId="2"/><w:num/><w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="x"/></w:abstractNum>
    <w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>"""
    numbering = lists('<w:lvl w:ilvl="-1"/>', "<w:lvl/>", '<w:lvl w:ilvl="0"/>', more=more)
    body = item("甲") + item("乙", list_id=2) + item("丙", list_id=3)
    assert shown(body, numbering) == ["甲", "乙", "丙"]
