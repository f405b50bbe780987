"""The classic method: the reference's ranking, text by text."""

import random
from pathlib import Path

import pytest

from articles.corpus import Labelled
from formats.corpus import read_corpus
from summarize.classic import rank_classic
from summarize.tagger import tagged_words

SEEDS = Path(__file__).parents[2] / "seeds"
CORPUS = read_corpus(SEEDS)
TEXTS = CORPUS[:: len(CORPUS) // 200][:200]


@pytest.fixture(scope="module")
def reference():
    """The real package."""
    return pytest.importorskip("textrank4zh").TextRank4Sentence


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
def test_ranks_200_texts_as_textrank4zh_does(reference) -> None:
    """Every piece of every text stands at the rank and with the weight that textrank4zh 0.3 gives it."""
    assert len(TEXTS) == 200
    for text in TEXTS:
        assert _ours(text) == _theirs(reference(), text), text.headline


def _ours(text: Labelled) -> list[tuple[str, float]]:
    return [(piece.text, piece.score) for piece in rank_classic(text.body)]


def _theirs(ranker, text: Labelled) -> list[tuple[str, float]]:
    ranker.analyze("\n".join(text.body))
    return [(item.sentence, item.weight) for item in ranker.key_sentences]


def test_the_tagger_is_jiebas() -> None:
    """On pieces of the corpus and on whatever is strung together the words are jieba.posseg's, one by one."""
    posseg = pytest.importorskip("jieba.posseg")
    chance = random.Random(1)
    strung = [
        "".join(chance.choices("顾怀远主持增12.5%的V2版T恤卡拉OK中乩亍喆㐀+#&_ ＡU盘希法龥", k=12)) for _ in range(300)
    ]
    for piece in [*strung, *(text.body[0] for text in TEXTS[::4])]:
        assert tagged_words(piece) == [word for word, tag in map(tuple, posseg.cut(piece)) if tag != "x"], piece
