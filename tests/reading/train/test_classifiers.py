"""Learning how sentences begin and how headlines are worded, on a corpus that fits on a page."""

from pathlib import Path

import pytest

from articles.corpus import Labelled
from reading.headlines.wording import wording_features
from reading.joins.openings import opening_features
from reading.model import OPENINGS, WORDING, HashedLogisticRegression, feature_key, load_regression
from reading.train.classifiers import learn_openings, learn_wording

PARAGRAPHS = tuple(
    f"据{place}消息，{place}的图书馆近日开馆，新馆藏书很多，读者很多。据{place}介绍，{place}的读者每天都来看书，还书也很方便。"
    for place in ("云岭", "青溪", "石桥", "白塔", "南坡", "清河", "石湾", "南屏")
)
CORPUS = tuple(
    Labelled("other", "s", f"{place}图书馆开馆 读者盼来大书房", (text, text.replace("图书馆", "体育馆")))
    for place, text in zip(("云岭", "青溪", "石桥", "白塔", "南坡", "清河", "石湾", "南屏"), PARAGRAPHS, strict=True)
)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both models of the corpus."""
    folder = tmp_path_factory.mktemp("models")
    assert learn_openings(CORPUS, folder) == folder / OPENINGS
    assert learn_wording(CORPUS, folder) == folder / WORDING
    return folder


def test_beginnings_are_told_from_middles(models: Path) -> None:
    """据…消息 begins every paragraph here, 藏书很多 none."""
    begins, middle = load_regression(models / OPENINGS).logits(
        [opening_features("据清河消息，清河"), opening_features("藏书很多，读者很多")]
    )
    assert begins > 0 > middle


def test_headlines_are_told_from_pieces(models: Path) -> None:
    """A headline and its clauses on one side, pieces of paragraphs on the other."""
    rows = [wording_features(text) for text in ("石湾图书馆开馆 读者盼来大书房", "读者盼来大书房", "的读者每天都来看")]
    whole, clause, piece = load_regression(models / WORDING).logits(rows)
    assert min(whole, clause) > 0 > piece


def test_a_feature_is_seen_twice(models: Path) -> None:
    """What one text alone has is not learned; keys are sorted, each once."""
    for name in (OPENINGS, WORDING):
        keys = load_regression(models / name).keys.tolist()
        assert keys == sorted(set(keys))
    once = Labelled("other", "s", "鼋头渚", (PARAGRAPHS[0],))
    learn_wording((*CORPUS, once), models.parent)
    assert feature_key("from 鼋头渚") not in load_regression(models.parent / WORDING).keys.tolist()
    assert feature_key("word 开馆") in load_regression(models.parent / WORDING).keys.tolist()


def test_learning_is_the_same_every_time(models: Path, tmp_path: Path) -> None:
    """The same corpus gives the same bytes."""
    learn_openings(CORPUS, tmp_path)
    learn_wording(CORPUS, tmp_path)
    for name in (OPENINGS, WORDING):
        assert (tmp_path / name).read_bytes() == (models / name).read_bytes()
    assert isinstance(load_regression(tmp_path / WORDING), HashedLogisticRegression)
