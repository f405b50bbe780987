"""Headline scores: which way each thing that is looked at speaks, one change at a time."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from articles.block import Block, BlockType
from reading.headlines.score import CERTAIN, features, headline_features, score_headlines
from reading.model import HashedLogisticRegression
from tests.stages import joins_of, rows_of
from tests.three_stories import BRIDGE, LIBRARY, ORCHARD
from tests.trained import MODELS

LINE = "市民盼来大书房"
ROWS = rows_of("云岭市图书馆新馆开馆", *LIBRARY, LINE, *BRIDGE)
JOINS = joins_of(ROWS)
AT = 4  # the row of the line
COUNT = len(ROWS.blocks)


def logit(at: int = AT, text: str = "", **changed: Any) -> float:
    """The logit of a line in the middle of the page, with something of rows or joins changed."""
    rows = replace(ROWS, **{key: value for key, value in changed.items() if hasattr(ROWS, key)})
    if text:
        rows = replace(rows, blocks=(*rows.blocks[:at], Block(text), *rows.blocks[at + 1 :]))
    joins = replace(JOINS, **{key: value for key, value in changed.items() if hasattr(JOINS, key)})
    return float(score_headlines(rows, joins, MODELS.reader)[at])


def with_value(values: np.ndarray, value: float, *places: Any) -> np.ndarray:
    """The array with a value at the places."""
    changed = values.copy()
    for place in places:
        changed[place] = value
    return changed


def found(at: int = AT, rows: Any = ROWS, joins: Any = JOINS) -> dict[str, float]:
    return features(rows, at, rows.headline_like.tolist(), joins)


@pytest.mark.parametrize("side", ["above", "below"])
def test_what_stands_beside_speaks_for_a_headline(side: str) -> None:
    """A byline or a caption under it; furniture or a sign-off over it."""
    types = (BlockType.BYLINE, BlockType.CAPTION) if side == "below" else (BlockType.FURNITURE, BlockType.SIGNOFF)
    for type_ in types:
        beside = list(getattr(ROWS, side))
        beside[AT] = type_
        assert logit(**{side: tuple(beside)}) > logit()
        beside[AT] = BlockType.CREDIT
        assert logit(**{side: tuple(beside)}) == logit()


def test_a_signed_text_before_speaks_for_a_headline() -> None:
    """What a name ends is at its end; a signed short line is none."""
    signed = with_value(ROWS.signed, True, AT - 1)
    assert logit(signed=signed) > logit()
    short = replace(ROWS, signed=signed, headline_like=with_value(ROWS.headline_like, True, AT - 1))
    assert found(rows=replace(ROWS, signed=signed))["sign-off before"]
    assert not found(rows=short)["sign-off before"]


def test_a_lead_after_it_speaks_for_a_headline() -> None:
    """The first text under a headline opens with its dateline, not the second."""
    none, later = with_value(ROWS.lead, False, 5), with_value(with_value(ROWS.lead, False, 5), True, 6)
    assert logit() > logit(lead=none) + 0.5
    assert logit(lead=later) == logit(lead=none)


def test_a_lead_after_it_that_holds_its_words_speaks_for_a_headline() -> None:
    """By the share of the line's words that stand in the text right under it, where that opens with a dateline."""
    table = with_value(np.zeros((COUNT, 2), np.float32), 1, (AT, 0), (AT, 1), (5, 0), (6, 1))
    joins = replace(JOINS, table=table, surprisal=np.array([100, 300], np.float32))
    led = found(joins=joins)["held by the lead after"]
    assert led == pytest.approx(100 / 410)
    more = replace(joins, table=with_value(table, 1, (5, 1)))
    assert found(joins=more)["held by the lead after"] == pytest.approx(400 / 410)
    plain = replace(ROWS, lead=with_value(ROWS.lead, False, 5))
    assert found(rows=plain, joins=more)["held by the lead after"] == 0
    assert MODELS.reader.headlines["held by the lead after"] > 0


def test_a_columns_name_speaks_for_a_headline() -> None:
    """In brackets at the line's end, not in the midst of it."""
    assert logit(text=LINE + "（云岭时评）") > logit(text=LINE + "云岭时评") + 2
    for text, named in (
        (LINE + "（云岭时评）", 1),
        (LINE + "(云岭时评)", 1),
        ("市民（云岭时评）盼书房", 0),
        (LINE + "（馆）", 0),
    ):
        rows = replace(ROWS, blocks=(*ROWS.blocks[:AT], Block(text), *ROWS.blocks[AT + 1 :]))
        assert found(rows=rows)["a column's name"] == named


def test_a_text_after_it_that_begins_in_mid_sentence_speaks_against_a_headline() -> None:
    """A column's end is carried on by such a text, a headline by a sentence's start; a better one says no more."""
    values = (-9, -8, -6, -0.5, 0, 6)
    lost, least, torn, fair, begun, best = (logit(openings=with_value(JOINS.openings, one, AT + 1)) for one in values)
    assert lost == least < torn < fair < begun
    assert torn < begun - 1
    assert best == begun


def test_a_line_that_begins_as_sentences_do_is_less_of_a_headline() -> None:
    """But neither does a very good beginning tell more than a good one."""
    poor, good, best = (logit(openings=with_value(JOINS.openings, value, AT)) for value in (-3, 3, 5))
    assert poor > good + 1
    assert best < good
    assert logit(openings=with_value(JOINS.openings, 9, AT)) == best


def test_a_line_that_the_text_after_carries_on_is_no_headline() -> None:
    """It is a column's end, the surer the better the text fits, up to a bound."""
    loose, fits = (logit(logits=with_value(JOINS.logits, value, (AT, AT + 1))) for value in (-3, 6))
    assert loose > fits + 1
    assert logit(logits=with_value(JOINS.logits, 99, (AT, AT + 1))) == fits
    assert logit(logits=with_value(JOINS.logits, -99, (AT, AT + 1))) == loose


def test_what_carries_on_another_text_is_no_headline() -> None:
    """A line that fits the end of a text elsewhere is its rest; the text right before it is no witness."""
    whole = with_value(JOINS.logits, -3, (slice(None), AT))
    assert logit(logits=whole) > logit(logits=with_value(whole, 6, (1, AT))) + 1
    assert logit(logits=with_value(whole, 6, (AT - 1, AT))) == logit(logits=whole)


def test_a_line_carried_on_elsewhere_is_asked_for_its_likeliest_rest() -> None:
    """The text right after it is another question."""
    loose = with_value(JOINS.logits, -2.0, AT)
    for place, elsewhere in (((AT, 1), 4.0), ((AT, COUNT - 1), 4.0), ((AT, AT + 1), -2.0)):
        asked = found(joins=replace(JOINS, logits=with_value(loose, 4.0, place)))
        assert (asked["carried on elsewhere"], asked["carried on elsewhere, squared"]) == (elsewhere, elsewhere**2)


def test_a_headline_is_held_by_the_texts_after_it_and_not_by_those_before() -> None:
    """The words of 东门大桥 stand under their headline and over another story's."""
    assert logit(text="东门大桥封闭大修") > logit(text="夜间开放时间延长")
    assert (
        found(rows=replace(ROWS), joins=joins_of(rows_of("新馆开馆", *LIBRARY, "东门大桥封闭大修", *BRIDGE)))[
            "held by the texts after"
        ]
        > 0.5
    )


def test_texts_alike_on_both_sides_are_one_story() -> None:
    """A line between parts of one story is a sub-head."""
    apart = found()["texts before and after alike"]
    alike = rows_of("新馆开馆", LIBRARY[0], LIBRARY[1], LINE, LIBRARY[2], LIBRARY[0].replace("新馆位于", "图书馆在"))
    assert found(3, alike, joins_of(alike))["texts before and after alike"] > apart
    assert MODELS.reader.headlines["texts before and after alike"] < 0


@pytest.mark.parametrize("text", ["一、新馆更大更好", "（二）新馆更大更好", "第一，新馆更大更好"])
def test_a_numbered_line_is_a_sub_head(text: str) -> None:
    """A number at its start makes a line less of a headline."""
    numbered = features(
        replace(ROWS, blocks=(*ROWS.blocks[:AT], Block(text), *ROWS.blocks[AT + 1 :])),
        AT,
        ROWS.headline_like.tolist(),
        JOINS,
    )
    assert (numbered["numbered"], found()["numbered"]) == (True, False)
    assert MODELS.reader.headlines["numbered"] < -1


def test_first_on_the_page_is_a_headline() -> None:
    """Where else would it stand."""
    assert [found(at)["first on the page"] for at in (0, AT)] == [True, False]
    assert MODELS.reader.headlines["first on the page"] > 1


def test_a_second_line_is_a_headline_under_a_short_line_alone() -> None:
    """——记… under a headline is one; under a paragraph it is none."""
    second = "——记图书馆馆长贺志强"
    under_text = found(rows=rows_of("新馆", *LIBRARY, second, *BRIDGE))
    lines = rows_of("新馆", *LIBRARY[:2], "让新馆成为大书房", second, *BRIDGE)
    under_line = features(lines, AT, lines.headline_like.tolist(), joins_of(lines))
    assert (under_text["like a second line"], under_line["like a second line"]) == (False, True)
    assert MODELS.reader.headlines["like a second line"] > 0


def test_short_lines() -> None:
    """Six characters are very short, seven not, and very short lines are less of a headline."""
    for text, short in (("新馆开馆迎客", True), ("新馆今天开馆了", False)):
        rows = replace(ROWS, blocks=(*ROWS.blocks[:AT], Block(text), *ROWS.blocks[AT + 1 :]))
        assert found(rows=rows)["very short"] is short
    assert MODELS.reader.headlines["very short"] < 0


def test_the_longer_the_run_of_texts_the_likelier_a_headline() -> None:
    """Until the next short line or the page's end, eight at most."""
    one = with_value(ROWS.headline_like, True, AT + 1)
    assert logit() > logit(headline_like=one)
    counts = {at: found(at)["texts until the next short line"] for at in (0, AT)}
    assert counts == {0: 4, AT: 4}
    long = rows_of("新馆开馆", *(f"{name}{BRIDGE[1]}" for name in "甲乙丙丁戊己庚辛壬癸子丑"))
    assert found(0, long, joins_of(long))["texts until the next short line"] == 8


def test_a_markdown_heading_is_certain_and_a_line_without_hashes_then_less() -> None:
    """On a page that marks its headings a line without a mark is seldom one; a paragraph never is."""
    marked = rows_of("# 云岭市图书馆新馆开馆", *LIBRARY, LINE, *BRIDGE)
    scores = score_headlines(marked, JOINS, MODELS.reader)
    assert (scores[0], scores[1]) == (CERTAIN, -CERTAIN)
    assert scores[AT] < logit() - 3


def test_where_no_paragraph_is_cut_a_line_is_no_columns_end() -> None:
    """A loose end anywhere on the page makes every line less of a headline."""
    assert logit() > logit(cut_off=with_value(ROWS.cut_off, True, 2)) + 1


@pytest.mark.parametrize(
    ("short", "texts"),
    [
        ({7}, {3, 4, 5, 6, 8, 9, 10, 11}),
        ({6, 7, 8}, {2, 3, 4, 5, 9, 10, 11, 12}),
        ({7, 8, 9, 10}, {3, 4, 5, 6, 11, 12, 13}),
    ],
)
def test_four_texts_on_each_side_are_looked_at(short: set[int], texts: set[int]) -> None:
    """The nearest four among the six rows next to row 7, short ones passed over."""
    about = "桥建于三十年前，桥面多处开裂，伸缩缝老化，请专家做了检测，要换支座，重铺桥面。"
    rows = rows_of(*(name + about for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"))
    joins, like = joins_of(rows), [row in short for row in range(15)]
    for other in set(range(15)) - short:
        table = with_value(np.zeros((15, 1), np.float32), 1, 7, other)
        held = features(rows, 7, like, replace(joins, table=table, surprisal=np.array([100.0], np.float32)))
        assert bool(held["held by the texts before"]) is (other in texts and other < 7)
        assert bool(held["held by the texts after"]) is (other in texts and other > 7)


def test_the_first_and_the_last_text_of_a_page_are_neighbours_too() -> None:
    """A line under the first text and one over the last have one on either side."""
    rows = rows_of(LIBRARY[0], LINE, BRIDGE[1])
    table = with_value(np.zeros((3, 2), np.float32), 1, (0, 0), (1, 0), (1, 1), (2, 1))
    scores = replace(joins_of(rows), table=table, surprisal=np.array([100, 300], np.float32))
    held = features(rows, 1, [False, True, False], scores)
    assert held["held by the texts before"] == pytest.approx(100 / 410)
    assert held["held by the texts after"] == pytest.approx(300 / 410)


def test_the_better_a_line_is_worded_the_likelier_a_headline() -> None:
    """Up to a bound on either side."""
    logits = []
    for bias in (-9, -5, -4.5, 0, 4.5, 5, 9):
        wording = HashedLogisticRegression(np.zeros(1, np.uint32), np.zeros(1, np.float32), bias)
        logits.append(float(score_headlines(ROWS, JOINS, replace(MODELS.reader, wording=wording))[AT]))
    assert logits[0] == logits[1] < logits[2] < logits[3] < logits[4] < logits[5] == logits[6]


def test_the_last_row_of_a_page_is_carried_on_by_nothing() -> None:
    """And no sentence starts after it; a page of one row has nothing elsewhere."""
    last = found(COUNT - 1)
    assert (last["carried on by the text after"], last["sentence starts after"]) == (0, 0)
    alone = rows_of("云岭市图书馆新馆开馆")
    elsewhere = features(alone, 0, [True], joins_of(alone))
    names = ("carried on elsewhere", "carried on elsewhere, squared", "carries on another text")
    assert [elsewhere[name] for name in names] == [-3, 9, -3]
    hopeless, sure = (found(joins=replace(JOINS, logits=np.full_like(JOINS.logits, value))) for value in (-50, 50))
    assert [hopeless[name] for name in names] == [-3, 9, -3]
    assert [sure[name] for name in names] == [6, 36, 6]


def test_a_page_whose_stories_say_who_reports_expects_it_of_each() -> None:
    """A line over a text that says nothing is less of a headline the more of the others say; alone it says nothing."""
    said, unsaid = "said who reports, as elsewhere", "not said who reports, unlike elsewhere"
    lead, other = (f"本报讯（记者贺志强）{text}" for text in BRIDGE[1:])
    plain, more, byline = LIBRARY[1], LIBRARY[2], "本报记者 高原"

    def habits(*texts: str) -> list[dict[str, float]]:
        heads = ("新馆开馆", "果园疏花忙", "大桥封闭大修")
        blocks = [part for head, text in zip(heads, texts, strict=True) for part in (head, *text.split("|"))]
        rows = rows_of(*blocks)
        found = headline_features(rows, joins_of(rows), MODELS.reader)
        return [{name: found[at][name] for name in (said, unsaid) if name in found[at]} for at in (0, 2, 4)]

    assert habits(lead, other, plain) == [{said: 1 / 3}, {said: 1 / 3}, {unsaid: 2 / 3}]
    assert habits(plain, lead, more) == [{unsaid: 1 / 3}, {said: 0}, {unsaid: 1 / 3}]
    assert habits(f"{byline}|{plain}", lead, more) == [{said: 1 / 3}, {said: 1 / 3}, {unsaid: 2 / 3}]
    assert MODELS.reader.headlines[said] > 0 > MODELS.reader.headlines[unsaid]


def test_every_weight_is_asked() -> None:
    """What is looked at has a weight, and what has a weight is looked at."""
    rows = rows_of("云岭市图书馆新馆开馆", *LIBRARY, LINE, *BRIDGE, "果园疏花忙", ORCHARD[1])
    asked = headline_features(rows, joins_of(rows), MODELS.reader)
    assert set().union(*asked.values()) == MODELS.reader.headlines.keys()
