"""What a text looks like by itself: a line that may be a headline, a piece of a sentence, a list, a row of a table."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from articles.block import Block
from articles.dateline import is_lead
from articles.expressions import expression
from articles.sentences import SENTENCE_END
from reading.blocks.neighbours import is_name_row, is_note
from reading.blocks.vocabulary import PHOTO

MOST_HEADLINE = 50
MOST_EXCLAIMED = 25
DANGLING = expression(r"[，,、；;：:]$")
CREDITED = expression(rf"[。！？][^。]{{0,26}}{PHOTO}\s?[）)]?$")
STOPPED = expression(r"[。][”’』」）)]*(?:[（(][^（()）]{2,24}[）)])?$|[！？!?][”’』」）)]+$")
CLOSED = expression(r"[。！？!?…：:；;](?:[”’』」）)》\"]|[（(][^（）()]{1,24}[）)])*$|[)）]$")
LAST_MARKS = 64
STARTS_MID_SENTENCE = expression(r"[，,。、；;：:！!？?”’』」）)》%％]")
NUMBERED = expression(
    r"[（(]?[一二三四五六七八九十]{1,3}(?:[、．.）)]|是)|第[一二三四五六七八九十]+[，,、：:]|[问答][：:]"
)
MOST_NUMBERED, CLAUSE = 25, expression(r"[。；;\n]")
SIGNATURE, LAST_SIGNATURE = expression(r"[（(][^（()）]{2,20}[）)]$"), 24
MOST_RUBRIC = 12
LONGER = 4


def is_headline_like(block: Block) -> bool:
    """Whether a block is short enough for a headline, one sentence at most, and neither starts nor ends as text does.

    >>> is_headline_like(Block("市政协召开主席会议")), is_headline_like(Block("会议昨日闭幕。"))
    (True, False)
    """
    text = block.text
    ended = "。" in text[:-1] or STOPPED.search(text) or (len(text) > MOST_EXCLAIMED and SENTENCE_END.search(text))
    return (
        len(text) <= MOST_HEADLINE
        and text.count("\n") <= 1
        and not (ended or DANGLING.search(text) or starts_mid_sentence(text) or is_lead(text))
    )


def ends_mid_sentence(text: str) -> bool:
    """Whether a piece stops in mid-sentence.

    >>> ends_mid_sentence("新馆的藏书、主要特"), ends_mid_sentence("交上“青溪答卷”。(周岚)")
    (True, False)
    """
    end = text[-LAST_MARKS:]
    return not (CLOSED.search(end) or CREDITED.search(end))


def starts_mid_sentence(text: str) -> bool:
    """Whether a piece begins with a mark that no paragraph begins with."""
    return bool(STARTS_MID_SENTENCE.match(text))


def is_list(block: Block) -> bool:
    """A block of three lines and more: tips, names, prizes; or of rows with cells."""
    return block.text.count("\n") >= (1 if "\t" in block.text else 2)


def is_rubric(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the title of the list that follows it; over names on top of the page it is a headline."""
    block = blocks[at]
    return (
        not block.level
        and len(block.text) <= MOST_RUBRIC
        and at + 1 < len(blocks)
        and is_list(blocks[at + 1])
        and (at > 0 or not all(map(is_name_row, blocks[1].text.split("\n"))))
        and is_headline_like(block)
    )


def is_signed(text: str) -> bool:
    """Whether a text ends with a name in brackets: …一直走下去。（罗安 周岚）"""
    return bool(SIGNATURE.search(text[-LAST_SIGNATURE:]))


def is_numbered(block: Block) -> bool:
    """Whether a line is a numbered sub-head: 一、背篓里添了新家伙."""
    return bool(NUMBERED.match(block.text)) and len(block.text) <= MOST_NUMBERED and not CLAUSE.search(block.text)


def table_rows(blocks: Sequence[Block], headline_like: Sequence[bool]) -> list[bool]:
    """Of each block, whether it is a row of a table, or of a list under a colon, with blank lines between the rows.

    Rows have the same number of columns, three in three rows or two in four; names and short notes, ●…, in two. The
    last line of a list is none if it is longer than the others or a lead follows it: it is that one's headline.
    """
    short = [like and not block.level for like, block in zip(headline_like, blocks, strict=True)]
    columns = [len(block.text.split()) if brief else 0 for block, brief in zip(blocks, short, strict=True)]
    rows = [False] * len(blocks)
    for count, run in _runs(columns):
        if count >= 3 <= len(run) or (count == 2 and len(run) >= 4):
            rows[run.start : run.stop] = [True] * len(run)
    for named, run in _runs([is_name_row(block.text) for block in blocks]):
        if named and len(run) > 1:
            rows[run.start : run.stop] = [True] * len(run)
    for noted, run in _runs([is_note(block.text) for block in blocks]):
        if noted and len(run) > 1:
            rows[run.start : run.stop] = short[run.start : run.stop]
    for brief, run in _runs(short):
        if brief and len(run) >= 2 and run.start and blocks[run.start - 1].text.endswith(("：", ":")):
            longest = max(len(blocks[at].text) for at in run[:-1])
            led = run.stop < len(blocks) and is_lead(blocks[run.stop].text)
            last = run.stop - (led or len(blocks[run[-1]].text) > longest + LONGER)
            rows[run.start : last] = [True] * (last - run.start)
    return rows


def _runs(values: Sequence[int]) -> Iterator[tuple[int, range]]:
    """Each value with the run of places where it stands."""
    for value, places in groupby(range(len(values)), key=values.__getitem__):
        run = list(places)
        yield value, range(run[0], run[-1] + 1)
