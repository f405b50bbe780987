"""What an article counts for in training, on a corpus that fits on a page."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from articles.article import Article
from articles.corpus import Labelled
from articles.errors import InputError
from classify.corrections import file_correction
from classify.counts import FeatureCounter
from classify.domains import Domain
from classify.learn import FEW_ARTICLES, count_matrix, fit, learn, lookalikes
from classify.train import whole_corpus

# So few articles are learned before the last step is as small as it should be.
pytestmark = pytest.mark.filterwarnings("ignore:Liblinear failed")

DOMAINS = (Domain("health", "卫生健康"), Domain("ip", "知识产权"))
HEALTH = ("医院门诊", "疫苗接种", "医生用药", "卫生防疫", "护士查房")
PATENTS = ("专利许可", "商标注册", "版权登记", "地理标志", "质押融资")


def corpus(health: int = 10, ip: int = 10, files: int = 5) -> tuple[Labelled, ...]:
    """Small articles of two domains; their words stand in several subject files."""
    return tuple(
        Labelled(domain, f"s{(at + at // 5) % files}", words[at % 5], (f"{words[at % 5]}，{words[(at + 1) % 5]}。",))
        for domain, words, count in (("health", HEALTH, health), ("ip", PATENTS, ip))
        for at in range(count)
    )


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A corpus of two articles."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "bridges.md").write_text(
        "# 桥\n\n## 大桥封闭\n\n大桥今起封闭大修。\n\n## 大桥通车\n\n大桥今天通车。\n", "utf-8"
    )
    return tmp_path


def test_a_correction_counts_as_five_articles(seeds: Path) -> None:
    """What a user says of an article outweighs four of the corpus that speak otherwise."""
    file_correction(Article("a", headline="医院夜诊", body=("医院夜诊开到九点。",)), "health", seeds)
    _, articles, counts_for = whole_corpus(seeds)
    assert [one.domain for one in articles] == ["other", "other", "health"]
    assert counts_for.tolist() == [1, 1, 5]
    for others, domain in ((4, 1), (6, 0)):
        truths, weights = np.array([0] * others + [1]), np.array([1.0] * others + [counts_for[-1]])
        matrix, none = csr_matrix(np.ones((others + 1, 1))), csr_matrix((others + 1, 0))
        tfidf, learner = fit(matrix, none, truths, weights)
        assert learner.predict(tfidf.transform(matrix))[0] == domain


def test_a_correction_takes_the_place_of_the_same_text(seeds: Path) -> None:
    """The corpus does not speak against what the user said of its own article."""
    file_correction(Article("a", headline="大桥通车", body=("大桥，今天通车！",)), "health", seeds)
    _, articles, counts_for = whole_corpus(seeds)
    assert [(one.domain, one.headline) for one in articles] == [("other", "大桥封闭"), ("health", "大桥通车")]
    assert counts_for.tolist() == [1, 5]


def test_features_stand_in_two_articles_and_two_files() -> None:
    """A name that one article or one subject file alone prints is no clue."""
    once = Labelled("health", "s0", "医院门诊", ("医院门诊，青灰巷。",))
    again = Labelled("health", "s0", "医院门诊", ("医院门诊，青灰巷。",))
    elsewhere = Labelled("health", "s1", "疫苗接种", ("疫苗接种，青灰巷。",))
    for more, known in (((once,), False), ((once, again), False), ((once, elsewhere), True)):
        found = learn(DOMAINS, (*corpus(), *more), np.ones(20 + len(more)))
        assert ("青灰" in found.model.vocabulary) is known


def test_two_domains_are_told_apart() -> None:
    """A taxonomy of two is learned as one of more is, each domain by its own words."""
    learned = learn(DOMAINS, corpus(), np.ones(20))
    assert [label.domain for label in learned.model.labels(learned.corpus)] == ["health"] * 10 + ["ip"] * 10
    assert learned.model.weights == pytest.approx(learned.model.weights[:, ::-1] * -1)
    assert learned.unseen.shape == (20, 2)


def test_training_judges_an_article_by_others() -> None:
    """What a subject file says against all others does not count where its own articles are judged."""
    wrong = tuple(Labelled("health", "wrong", words, (f"{words}，{words}。",)) for words in PATENTS)
    training = learn(DOMAINS, (*corpus(), *wrong), np.array([1.0] * 20 + [50.0] * 5))
    assert training.unseen[20:].argmax(axis=1).tolist() == [1] * 5
    assert {label.domain for label in training.model.labels(wrong)} == {"health"}


def test_what_is_like_a_small_domain_is_no_witness_against_it() -> None:
    """Articles of a large rest that read as a small domain's own give way to it; those of a named domain never do."""
    like = tuple(replace(one, subject="like") for one in corpus(ip=0))
    for rest, found in (("other", "health"), ("consumer", "consumer")):
        domains = (*DOMAINS, Domain(rest, rest))
        others = tuple(
            Labelled(rest, f"o{at % 2}", "大桥封闭", ("苹果疏花，夜市重开。",)) for at in range(FEW_ARTICLES)
        )
        told = (*corpus(), *others, *(replace(one, domain=rest) for one in like))
        learned = learn(domains, told, np.r_[np.ones(20 + FEW_ARTICLES), np.full(10, 60)])
        assert {label.domain for label in learned.model.labels(like)} == {found}
        assert {label.domain for label in learned.model.labels(others)} == {rest}


@pytest.mark.parametrize(("size", "most"), [(FEW_ARTICLES - 1, 0), (FEW_ARTICLES, FEW_ARTICLES // 2)])
def test_the_rest_keeps_its_say(size: int, most: int) -> None:
    """Nothing of a small rest gives way, and of a large one half at most, though all of it reads as a small domain."""
    common = np.repeat([1, 0, 1], [10, 10, size])[:, None]
    own = np.vstack([np.eye(20), np.zeros((size, 20))])
    truths = np.repeat([0, 1, 2], [10, 10, size])
    gave = lookalikes((*DOMAINS, Domain("other", "其他")), csr_matrix(np.hstack([common, own])), truths)
    assert gave.sum() == most


def test_a_domain_without_folder_or_articles_is_told() -> None:
    """What cannot be learned ends in one line with its cure."""
    with pytest.raises(InputError, match="ip is no domain, but a folder or a label is called so; add ip"):
        learn((DOMAINS[0], Domain("other", "其他")), corpus(), np.ones(20))
    for few, told in ((0, "no articles"), (1, "1 article")):
        with pytest.raises(InputError, match=f"domain health has {told}"):
            learn(DOMAINS, corpus(health=few), np.ones(10 + few))
    assert learn(DOMAINS, corpus(health=2), np.ones(12)).model
    strange = tuple(Labelled(DOMAINS[at % 2].key, "s", "", (word,)) for at, word in enumerate("甲乙丙丁"))
    with pytest.raises(InputError, match="no word stands in two articles"):
        learn(DOMAINS, strange, np.ones(4))


def test_counts_are_those_of_the_words() -> None:
    """A feature counts each time that it stands in a text, in words and in their parts."""
    counter = FeatureCounter(["专", "专利", "权"])
    matrix = count_matrix(counter, [["专利", "专利权", "，"], [], ["权"]])
    assert matrix.toarray().tolist() == [[2, 2, 1], [0, 0, 0], [0, 0, 1]]
