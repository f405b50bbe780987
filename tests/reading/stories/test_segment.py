"""Segmentation: where a story without a headline is split off, and what speaks for it and against."""

from dataclasses import replace

import numpy as np

from reading.headlines.score import CERTAIN
from reading.joins.scores import JoinScores
from reading.stories.segment import segment
from tests.stages import joins_of, rows_of, segmented
from tests.three_stories import BRIDGE, LIBRARY, ORCHARD
from tests.trained import MODELS

PLAIN = "连日来，" + ORCHARD[0].partition("连日来，")[2]
SIGNED = LIBRARY[2] + "（周岚 罗安）"
NO_HEADS = np.full(7, -CERTAIN, dtype=np.float32)


def test_a_lead_splits_stories_that_share_nothing() -> None:
    """Behind one story another with its own dateline begins, though no headline stands over it."""
    found = segmented("云岭市图书馆新馆开馆", *LIBRARY, *ORCHARD)
    assert found.orders == ((1, 2, 3), (4, 5, 6))
    assert found.story_of.tolist() == [0, 0, 0, 0, 1, 1, 1]


def test_a_story_of_one_paragraph_is_split_off() -> None:
    """Before a place and behind it one text is enough."""
    assert segmented("云岭市图书馆新馆开馆", LIBRARY[0], *ORCHARD).orders == ((1,), (2, 3, 4))
    assert segmented("云岭市图书馆新馆开馆", *LIBRARY, ORCHARD[0]).orders == ((1, 2, 3), (4,))


def test_parts_of_one_story_are_never_split() -> None:
    """What shares its words belongs together, a dateline or not."""
    again = ("本报讯（记者高原）4月9日，云岭市图书馆新馆的读者又排起长队，新馆的阅览座位坐满了读者。", *LIBRARY[1:])
    assert len(segmented("云岭市图书馆新馆开馆", *LIBRARY, *again).orders) == 1


def stories(*texts: str, titles: np.ndarray | None = None, head: str = "新馆开馆") -> int:
    """How many stories are found under one headline."""
    rows = rows_of(head, *texts)
    given = np.full(len(rows.blocks), -CERTAIN, dtype=np.float32) if titles is None else titles
    given[0] = 5.0
    return len(segment(rows, joins_of(rows), given, MODELS.reader).orders)


def test_a_signature_speaks_for_a_split() -> None:
    """Between strangers without a dateline it is needed; a day alone is not enough."""
    undated = "南坡镇的苹果园里一片忙碌，果农们抓紧疏花、授粉。今年花期比往年早了六天，镇里请来农技员到地头讲课。"
    assert stories(*LIBRARY, undated, *ORCHARD[1:]) == 1
    assert stories(*LIBRARY, "连日来，" + undated, *ORCHARD[1:]) == 1
    assert stories(*LIBRARY[:2], SIGNED, "连日来，" + undated, *ORCHARD[1:]) == 2


def test_marked_headings_speak_against_a_split() -> None:
    """A page that marks its headings seldom has a story without one, but for a lead."""
    marked = np.full(7, -CERTAIN, dtype=np.float32)
    marked[0] = CERTAIN
    rows = rows_of("新馆开馆", *LIBRARY, PLAIN, *ORCHARD[1:])
    lead = rows_of("新馆开馆", *LIBRARY, *ORCHARD)
    assert len(segment(rows, joins_of(rows), marked, MODELS.reader).orders) == 1
    assert len(segment(lead, joins_of(lead), marked, MODELS.reader).orders) == 2


def test_what_the_headline_names_stays_under_it() -> None:
    """A headline over both parts speaks for one story."""
    both = "新馆开馆 苹果园疏花授粉忙 农技员到地头讲课"
    signed = *LIBRARY[:2], SIGNED, PLAIN, *ORCHARD[1:]
    assert stories(*signed, head=both) == 1
    assert stories(*signed) == 2


def test_no_split_in_mid_sentence() -> None:
    """Neither behind a loose end nor before the rest of a sentence, nor where the page prints them apart."""
    rows = rows_of("新馆开馆", *LIBRARY, *ORCHARD)
    joins = joins_of(rows)

    def found(**changed: np.ndarray) -> int:
        return len(segment(replace(rows, **changed), joins, NO_HEADS, MODELS.reader).orders)

    assert found() == 2
    for name, place in (("cut_off", 3), ("starts_mid_sentence", 4)):
        flags = getattr(rows, name).copy()
        flags[place] = True
        assert found(**{name: flags}) == 1
    apart = rows.follows.copy()
    apart[3, 4] = False
    assert found(follows=apart) == 1


def test_little_text_is_split_off_only_by_a_lead_or_a_signature() -> None:
    """Under 700 nats on a side the shares say nothing."""
    short = "连日来，果园里一片忙碌。"
    assert stories(*LIBRARY, short) == 1
    assert stories(*LIBRARY, "本报讯 " + short) == 2
    assert stories(*LIBRARY[:2], SIGNED, short) == 2


def test_three_run_together_are_split_one_after_the_other() -> None:
    """After a split all is searched again until no more is found."""
    found = segmented("云岭市图书馆新馆开馆", *LIBRARY, *ORCHARD, *BRIDGE)
    assert found.orders == ((1, 2, 3), (4, 5, 6), (7, 8, 9))


def test_only_the_six_rows_beside_a_place_are_asked() -> None:
    """What stands further off has no voice: a story is not held together by its far end."""
    rows = rows_of("新馆开馆", *LIBRARY, *ORCHARD)
    table = np.zeros((7, 2), dtype=np.float32)
    table[1:4, 0], table[4:, 1] = 1, 1
    joins = replace(joins_of(rows), table=table, surprisal=np.full(2, 3000, np.float32))
    scores = JoinScores(joins.logits, joins.openings, joins.table, joins.surprisal)
    assert len(segment(rows, scores, NO_HEADS, MODELS.reader).orders) == 2
