"""Join scores: five witnesses of one piece carrying on another, and where none is asked."""

import numpy as np
import pytest

from articles.language import TrigramModel
from reading.joins.openings import opening_features
from reading.joins.scores import NEVER, WHOLE, bigram_table, join_logits
from tests.stages import joins_of, rows_of
from tests.trained import MODELS

LANGUAGE: TrigramModel = MODELS.language
LEFT = "市住建局请专家做了检测，决定为东门大"
RIGHT, WRONG = "桥更换全部支座，重铺桥面。", "火扑灭了，没有人受伤。"


def logits(left: str, *rights: str, openings: float | None = None) -> list[float]:
    """How well each piece carries on the left one; openings: as if all began a sentence so much."""
    found = MODELS.reader.openings.logits(list(map(opening_features, rights)))
    found = found if openings is None else np.full_like(found, openings)
    return [float(logit) for logit in join_logits([left], rights, found, MODELS.reader)[0]]


def test_what_goes_on_is_likelier_than_what_does_not() -> None:
    """Of two pieces the one that makes sense after the gap has the better odds."""
    right, wrong = logits(LEFT, RIGHT, WRONG)
    assert right > 0 > wrong - 2
    assert right > wrong


def test_a_string_that_the_page_prints_elsewhere_speaks_for_the_join() -> None:
    """东门大|桥 is likelier where the page says 东门大桥 again, and the likelier the longer the string."""
    plain, two, four = (
        logits(LEFT, RIGHT, other)[0] for other in ("南门旧楼的历史。", "南方有大桥。", "东门大桥的历史。")
    )
    assert plain < two < four
    page = rows_of(LEFT, RIGHT, WRONG, "东门大桥建于三十年前，桥面多处开裂，伸缩缝老化，需要大修。")
    assert joins_of(page).logits[0, 1] > joins_of(rows_of(LEFT, RIGHT, WRONG)).logits[0, 1]


def test_a_beginning_of_a_sentence_speaks_against_the_join() -> None:
    """The more a piece begins as a sentence does, the less it carries on another."""
    assert logits(LEFT, RIGHT, openings=-3)[0] > logits(LEFT, RIGHT, openings=3)[0]


def test_an_open_quotation_waits_for_its_end() -> None:
    """A piece that closes what the left one left open is likelier; one that closes nothing or something else is not."""
    left = "馆长贺志强说：“我们要把新馆办成市民的大书房，"
    closing, plain = logits(left, "让人坐下来读书。”", "让人坐下来读书。")
    whole, balanced = logits(left.replace("“", ""), "让人坐下来读书。”", "“让人坐下来读书。”")
    assert closing - plain > whole - plain
    assert closing > plain + 2
    assert balanced < closing


def test_a_word_across_the_gap_speaks_for_the_join() -> None:
    """专|利 is a word, 专|家 another; where no word runs across the language alone speaks."""
    pair = np.array([[ord("了"), ord("专")]], dtype=np.uint64), np.array([[ord("利"), ord("权")]], dtype=np.uint64)
    language = MODELS.reader.joins["characters"] * float(LANGUAGE.pmi(*pair)[0, 0])
    assert logits("学院登记了专", "利权", openings=0.0)[0] > language + 1


def test_a_character_alone_has_no_pair() -> None:
    """Pieces of one character are weighed too, and no pieces are no table."""
    assert np.isfinite(logits("馆", "长", "")).all()
    assert join_logits([], ["馆"], np.zeros(1, np.float32), MODELS.reader).shape == (0, 1)


def test_where_no_join_is_asked() -> None:
    """A whole paragraph is carried on by nothing likely; a lead, a list, a jumping text by nothing at all."""
    lead = "本报讯（记者周岚）东门大桥今天封闭大修，工期四个月，过往车辆须绕行南门大桥。"
    tips = "出门前\n查看天气预报\n带好雨具"
    scores = joins_of(rows_of(LEFT, RIGHT, lead, tips)).logits
    assert (scores.diagonal() == NEVER).all()
    assert (scores[:, 2:] == NEVER).all()
    assert (scores[0, 1], scores[1, 0]) == (pytest.approx(scores[0, 1]), WHOLE)
    assert scores[0, 1] > WHOLE
    jumped = joins_of(rows_of(LEFT, "（下转第3版）", RIGHT, lead)).logits
    assert (jumped[0] == NEVER).all()


def test_the_table_holds_each_bigram_once() -> None:
    """A row for each text, a column for each pair of letters, 1 however often it stands there; a list is one text."""
    table, surprisal = bigram_table(("专利专利，专利", "专\n利", "", "利专"), LANGUAGE)
    assert table.tolist() == [[1, 1], [0, 0], [0, 0], [0, 1]] or table.tolist() == [[1, 1], [0, 0], [0, 0], [1, 0]]
    assert (surprisal > 0).all()


def test_what_all_rows_hold_tells_nothing() -> None:
    """A bigram's surprisal counts whole in one row, less in two, and next to nothing where every row has it."""
    scores = joins_of(rows_of("苹果疏花忙的一天。", "苹果授粉忙的一天。", "苹果丰收了的一天。", "大桥修好了的一天。"))
    spread = scores.table.sum(axis=0)
    share = scores.idf_surprisal / scores.surprisal
    assert share[spread == 1] == pytest.approx(np.log(5) / np.log(5))
    assert share[spread == 2] == pytest.approx(np.log(5 / 2) / np.log(5))
    assert share[spread == 4] == pytest.approx(np.log(5 / 4) / np.log(5))
