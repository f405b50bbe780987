"""What a block is by what stands right over and under it, where its own characters tell too little or mislead."""

from collections.abc import Callable, Sequence
from itertools import groupby

from articles.block import Block, BlockType
from articles.dateline import is_item
from articles.expressions import expression
from articles.names import NAME_ROW
from articles.sentences import SENTENCE_END
from reading.blocks.repeats import is_line
from reading.blocks.rules import Rule
from reading.blocks.vocabulary import BUNDLE, DAY, NOTE, NOTICE, OFFICE, PICTURE_LABEL

# A short line over one of these is one of them.
UNDER_LABELS, MOST_LABEL = {"contents line", "notice of lost papers", "small advertisements"}, 6
CREDITED, SIGNED, BARE_DAY = "caption with its credit", "sign-off", "bare date or page"
SIGNATURE = Rule("signature of an office", BlockType.SIGNOFF, expression(OFFICE), 40, "清禾市教育局")
SIGNED_DAY = Rule("day of a signature", BlockType.SIGNOFF, expression(rf"{DAY}日?"), 24, "2025年4月4日")
BUNDLES, NOTES, NOTICES, ROW = (expression(one) for one in (BUNDLE, NOTE, NOTICE, NAME_ROW))
PICTURES = expression(PICTURE_LABEL)
# （按姓氏笔画排列）: in one piece longer than any name.
REMARK = expression(r"[（(][\u4e00-\u9fff]{5,24}[）)]")
Rules = Sequence[Rule | None]


def by_neighbours(blocks: Sequence[Block], rules: Rules) -> list[Rule | None]:
    """The rules that fit blocks, put right; None for text. A block with a hint is what that says."""
    for mend in (_labels, _titles, _name_rows, _remarks, _photo_stories, _signatures):
        mended = mend(blocks, rules)
        rules = [rule if block.hint else new for block, rule, new in zip(blocks, rules, mended, strict=True)]
    return list(rules)


def is_title(text: str, below: str) -> bool:
    """Whether a word alone is the headline of the notes or the notice under it.

    >>> is_title("简讯", "●市体育馆周末免费开放。"), is_title("公告", "双桥路封闭施工，过往车辆请绕行。")
    (True, True)
    >>> is_title("简讯", "市体育馆周末免费开放"), is_title("公告", "市体育馆周末免费开放")
    (False, False)
    """
    notes = BUNDLES.fullmatch(text) and is_note(below)
    return bool(notes or (NOTICES.fullmatch(text) and (SENTENCE_END.search(below) or "。" in below)))


def is_note(text: str) -> bool:
    """Whether a text opens as a note among others does: ●市体育馆周末免费开放。, 本报电 近日，…"""
    return bool(NOTES.match(text)) or is_item(text)


def is_name_row(text: str) -> bool:
    """Whether a line is nothing but three names and more.

    >>> is_name_row("丁  岚  王小满  邓永年"), is_name_row("新时代 新征程 新伟业")
    (True, False)
    """
    return bool(ROW.fullmatch(text))


def _labels(blocks: Sequence[Block], rules: Rules) -> Rules:
    """A short line over the contents or over advertisements is one of them: 导读, 编读往来, 遗失声明."""
    below = [*rules[1:], None]
    short = [len(block.text) <= MOST_LABEL for block in blocks]
    return [
        under if under and under.name in UNDER_LABELS and not rule and brief else rule
        for brief, rule, under in zip(short, rules, below, strict=True)
    ]


def _titles(blocks: Sequence[Block], rules: Rules) -> Rules:
    """A label over notes or over a notice is their headline, no section's."""
    below = [*(block.text if not rule else "" for block, rule in zip(blocks, rules, strict=True)), ""][1:]
    return [
        None if is_title(block.text, text) else rule for block, rule, text in zip(blocks, rules, below, strict=True)
    ]


def _name_rows(blocks: Sequence[Block], rules: Rules) -> Rules:
    """Rows of names one under another are a list: neither a banner, nor bylines."""
    found: list[Rule | None] = []
    for named, run in groupby(range(len(blocks)), key=lambda at: is_name_row(blocks[at].text)):
        places = list(run)
        found += [None if named and len(places) > 1 else rules[at] for at in places]
    return found


def _remarks(blocks: Sequence[Block], rules: Rules) -> Rules:
    """A remark in brackets right under a headline signs nothing."""
    over = [None, *blocks[:-1]]
    return [
        None
        if rule and rule.name == SIGNED and above and is_line(above.text) and REMARK.fullmatch(block.text)
        else rule
        for block, rule, above in zip(blocks, rules, over, strict=True)
    ]


def _photo_stories(blocks: Sequence[Block], rules: Rules) -> Rules:
    """A caption with its photographer is the story where it stands alone on the page, or under 图片新闻."""
    alone = all(rules)
    over = ["", *(block.text for block in blocks[:-1])]
    return [
        None if rule and rule.name == CREDITED and (alone or PICTURES.fullmatch(text)) else rule
        for rule, text in zip(rules, over, strict=True)
    ]


def _signatures(blocks: Sequence[Block], rules: Rules) -> Rules:
    """Offices under a paragraph, and the day under them, sign it."""
    found = list(rules)
    for at, rule in enumerate(rules):
        if not (rule and rule.name == BARE_DAY and SIGNED_DAY.pattern.fullmatch(blocks[at].text)):
            continue
        first = _back(at, lambda place: rules[place] is None and bool(SIGNATURE.pattern.fullmatch(blocks[place].text)))
        if first < at and first and rules[first - 1] is None and SENTENCE_END.search(blocks[first - 1].text):
            found[first:at] = [SIGNATURE] * (at - first)
            found[at] = SIGNED_DAY
    return found


def _back(at: int, holds: Callable[[int], bool]) -> int:
    """The first of the places right before one for which something holds."""
    while at and holds(at - 1):
        at -= 1
    return at
