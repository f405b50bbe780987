"""Stories by their places: columns under their headlines, in the order in which they go on."""

import numpy as np

from articles.block import BlockType
from articles.layout import Box, Layout
from reading.layout.blocks import layout_blocks
from reading.layout.columns import Surroundings, column_of, head_over
from reading.layout.flow import Column, Ends, Features, ends_of, place_features, text_features
from reading.layout.heads import find_heads
from reading.layout.lines import prepare
from reading.layout.stories import place_stories
from reading.layout.textblocks import text_blocks
from tests.reading.layout.placed import column, layout, line
from tests.trained import MODELS

WEIGHTS = MODELS.reader.flow

FIRST = "本报讯（记者田雨晴）4月8日，市图书馆新馆开馆，藏书六十万册，读者凭身份证即可入馆。"
SECOND = "馆长贺志强介绍，新馆延长了夜间开放时间，少儿阅览区单独设门，家长可以陪着孩子看绘本。"
BRIDGE = "横跨青水河的东门大桥昨日封闭大修，工期四个月，过往车辆须绕行南门大桥，公交集团在南门加开大修专线。"


def no_join(lefts: list[str], rights: list[str]) -> np.ndarray:
    """A language that says nothing."""
    return np.zeros((len(lefts), len(rights)))


def logit(features: Features) -> float:
    """What features speak for or against, by what was learned."""
    return sum(WEIGHTS[name] * value for name, value in features.items())


def surroundings(page: Layout) -> Surroundings:
    """What stands on a page."""
    ready = prepare(page)
    heads, body = find_heads(text_blocks(ready), ready.rules, ready.pictures, ready.body)
    return Surroundings(tuple(heads), ready.rules, (*ready.pictures, *ready.frames), tuple(body))


def cut(text: str, at: int, left: float, top: float) -> list:
    """A paragraph set in two columns, cut after so many characters."""
    lines = column((text,), left, top)
    upper = [one for number, one in enumerate(lines) if number < at]
    rest = "".join(one.text for one in lines[at:])
    return [*upper, *_flush(rest, left + 170, top)]


def _flush(text: str, left: float, top: float) -> list:
    return [line(text[at : at + 15], left, top + at) for at in range(0, len(text), 15)]  # 15 points from line to line


def test_a_paragraph_that_a_column_cuts_is_one() -> None:
    """The right column carries on the left one under their headline."""
    page = layout(line("图书馆新馆开馆", 0, 0, 24), *cut(FIRST, 2, 0, 40))
    texts = [block.text for block in layout_blocks(page, no_join, WEIGHTS)]
    assert texts == ["图书馆新馆开馆", FIRST]


def test_a_column_under_the_next_headline_is_the_next_storys() -> None:
    """However well it would carry on."""
    page = layout(
        line("图书馆新馆开馆", 0, 0, 24),
        *column((FIRST, SECOND), 0, 40),
        line("大桥大修", 190, 0, 24),
        *column((BRIDGE,), 190, 40),
    )
    stories = place_stories(surroundings(page), no_join, WEIGHTS)
    assert [[block.text for block in story.blocks] for story in stories] == [[FIRST + SECOND], [BRIDGE]]


def test_text_goes_on_under_a_picture() -> None:
    """In its column first, then at the top of the next one."""
    upper, lower = column((FIRST,), 0, 40), column((SECOND,), 0, 260)
    right = column((BRIDGE,), 170, 40)
    picture = Box(0, upper[-1].box.bottom + 5, 150, 250)
    page = layout(line("图书馆新馆开馆大桥封闭大修", 0, 0, 24), *upper, *lower, *right, frames=(picture,))
    (story,) = place_stories(surroundings(page), no_join, WEIGHTS)
    assert [block.text for block in story.blocks] == [FIRST, SECOND, BRIDGE]


def test_what_no_headline_stands_over_opens_a_story_of_its_own() -> None:
    """Under a rule that reaches over it; said in the block that opens it."""
    upper = column((FIRST,), 0, 40)
    rule = Box(0, upper[-1].box.bottom + 6, 150, upper[-1].box.bottom + 7)
    under = column((BRIDGE,), 0, upper[-1].box.bottom + 14)
    blocks = layout_blocks(layout(line("图书馆新馆开馆", 0, 0, 24), *upper, *under, rules=(rule,)), no_join, WEIGHTS)
    assert [(block.text, block.opens) for block in blocks][1:] == [(FIRST, False), (BRIDGE, True)]


def test_a_caption_goes_to_the_story_that_it_stands_in() -> None:
    """By its small type; the folio line goes to the furniture."""
    page = layout(
        line("图书馆新馆开馆", 0, 0, 24),
        *column((FIRST, SECOND), 0, 40),
        line("图为读者入馆。", 0, 140, 8),
        line("2025年4月9日 星期三 第2版", 0, 1300, 8),
    )
    hints = {block.text: block.hint for block in layout_blocks(page, no_join, WEIGHTS)}
    assert hints["图为读者入馆。"] is BlockType.CAPTION
    assert hints["2025年4月9日 星期三 第2版"] is BlockType.FURNITURE


def test_where_a_column_begins() -> None:
    """Under its headline, whose top is where the story does."""
    page = surroundings(layout(line("图书馆新馆开馆", 0, 0, 24), *column((FIRST,), 0, 40)))
    (block,) = page.blocks
    assert (head_over(block, page), column_of(block, page)) == (0, Column(40, 0, first=True))
    assert ends_of(block, page.blocks).lead


def test_ends_that_fit_speak_for_an_edge_and_others_against_it() -> None:
    """A cut sentence goes on without an indent, an ended one with it; a dateline carries nothing on."""
    cut_off, ended = Ends(True, True, False, False), Ends(False, False, False, False)
    indented, flush = Ends(False, False, True, False), Ends(False, False, False, False)
    good = logit(text_features(cut_off, flush, 2.0)), logit(text_features(ended, indented, 0.0))
    bad = logit(text_features(cut_off, indented, 2.0)), logit(text_features(ended, flush, 2.0))
    assert min(good) > 0 > max(bad)
    assert logit(text_features(ended, Ends(False, False, True, True), 0.0)) < 0
    unknown = Ends(False, False, None, False)
    assert (logit(text_features(cut_off, unknown, 2.0)), logit(text_features(ended, unknown, 2.0))) == good


def test_places_that_fit_speak_for_an_edge() -> None:
    """The next column at the story's height, not over its headline, nor under another block of its own column."""
    blocks = text_blocks(prepare(layout(*column((FIRST,), 0, 40), *column((SECOND,), 170, 40))))
    left, right = sorted(blocks, key=lambda block: block.box.left)
    story, own = Column(40, 0, first=True), Column(40, 40, first=True)
    fits = logit(place_features(left, right, (story, own), 0.0))
    assert fits > logit(place_features(left, right, (Column(200, 180, first=True), own), 0.0)) + 3
    assert fits > logit(place_features(left, right, (story, Column(0, 0, first=False)), 0.0)) + 2
    assert fits > logit(place_features(right, left, (story, own), 0.0)) + 3


def test_a_picture_in_the_column_is_no_white() -> None:
    """What stands under a picture carries on what stands over it."""
    upper, lower = column((FIRST,), 0, 40), column((SECOND,), 0, 260)
    blocks = text_blocks(prepare(layout(*upper, *lower)))
    over, under = sorted(blocks, key=lambda block: block.box.top)
    column_of_both = Column(40, 0, first=True)
    places = [place_features(over, under, (column_of_both, column_of_both), filled) for filled in (160.0, 0.0)]
    assert logit(places[0]) > logit(places[1]) + 3


def test_a_long_caption_under_its_picture_is_no_text() -> None:
    """However many its lines; in the midst of a story the same words are a paragraph."""
    caption = "4月8日，市民在图书馆新馆的少儿阅览区里陪着孩子看绘本，管理员正在整理新到的图书。周岚摄"
    picture = Box(170, 100, 320, 120)
    told = (line("图书馆新馆开馆", 0, 0, 24), *column((FIRST, SECOND), 0, 40), *column((BRIDGE,), 170, 40))
    page = layout(*told, *column((caption,), 170, 125), frames=(picture,))
    hints = {block.text: block.hint for block in layout_blocks(page, no_join, WEIGHTS)}
    assert hints[caption] is BlockType.CAPTION
    within = layout(line("图书馆新馆开馆", 0, 0, 24), *column((FIRST, caption, SECOND), 0, 40))
    hints = {block.text: block.hint for block in layout_blocks(within, no_join, WEIGHTS)}
    assert hints[caption] is BlockType.TEXT


def test_headlines_without_text() -> None:
    """Heads with no text on the page are stories without blocks."""
    page = surroundings(layout(line("图书馆新馆开馆", 40, 40, 22), *column((FIRST, SECOND), 40, 80)))
    [story] = place_stories(Surroundings(page.heads, (), (), ()), no_join, WEIGHTS)
    assert (story.head, story.blocks) == (page.heads[0], ())
