"""DomainClassifier is an estimator of scikit-learn's, and the recipe by which `make train` learns."""

import pickle
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import GridSearchCV, cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

import baozhai
from articles.article import Article
from articles.errors import InputError
from baozhai import DomainClassifier
from classify.learn import Training
from classify.model import Model

HEALTH = ("医院门诊开到九点", "社区接种疫苗", "医生提醒按时用药", "卫生防疫进校园", "护士查房", "义诊量血压")
PATENTS = ("专利许可费到账", "商标注册加快", "版权登记便民", "地理标志获保护", "专利质押融资", "商标侵权案宣判")
TEXTS = [f"{one}\n{one}，{two}。" for words in (HEALTH, PATENTS) for one in words for two in words]
LABELS = ["卫生"] * 36 + ["知识产权"] * 36


@pytest.fixture(scope="module")
def fitted() -> DomainClassifier:
    """An estimator that has learned the texts."""
    return DomainClassifier().fit(TEXTS, LABELS)


def test_it_learns_strings(fitted: DomainClassifier) -> None:
    """Labels, classes in order, probabilities in the order of the classes that sum to one."""
    assert fitted.classes_.tolist() == ["卫生", "知识产权"]
    assert fitted.predict(["医生到社区义诊", "商标和专利"]).tolist() == ["卫生", "知识产权"]
    probs = fitted.predict_proba(TEXTS)
    assert probs.shape == (72, 2)
    assert probs.sum(axis=1) == pytest.approx(1)
    assert fitted.classes_[probs.argmax(axis=1)].tolist() == LABELS
    assert fitted.score(TEXTS, LABELS) == 1
    assert fitted.predict_proba([]).shape == (0, 2)
    assert fitted.predict([]).tolist() == []


def test_articles_and_strings_are_alike(fitted: DomainClassifier) -> None:
    """An Article without a headline is its paragraphs; one with a headline is learned too."""
    articles = [Article(str(at), body=tuple(text.split("\n"))) for at, text in enumerate(TEXTS)]
    assert fitted.decision_function(articles) == pytest.approx(fitted.decision_function(TEXTS))
    headed = [Article("", headline=text.split("\n")[0], body=(text.split("\n")[1],)) for text in TEXTS]
    assert DomainClassifier().fit(headed, LABELS).predict(headed).tolist() == LABELS


def test_the_tools_of_scikit_learn_take_it() -> None:
    """Pipeline, cross_val_score, cross_val_predict and GridSearchCV."""
    pipeline = make_pipeline(FunctionTransformer(list), DomainClassifier())
    assert cross_val_score(pipeline, TEXTS, LABELS, cv=3).mean() > 0.9
    probs = cross_val_predict(DomainClassifier(), TEXTS, LABELS, cv=3, method="predict_proba")
    assert (probs.argmax(axis=1) == np.repeat([0, 1], 36)).mean() > 0.9
    assert cross_val_score(DomainClassifier(), TEXTS, LABELS, cv=3, scoring="roc_auc").mean() > 0.9
    search = GridSearchCV(pipeline, {"domainclassifier__C": [0.1, 1.0]}, cv=3).fit(TEXTS, LABELS)
    assert search.best_params_["domainclassifier__C"] in (0.1, 1.0)
    assert clone(DomainClassifier(C=0.5)).get_params()["C"] == 0.5


def test_c_is_the_price_of_an_error(fitted: DomainClassifier) -> None:
    """A lower one makes weights smaller."""
    low = DomainClassifier(C=0.01).fit(TEXTS, LABELS)
    assert np.abs(low.model_.weights).sum() < np.abs(fitted.model_.weights).sum()


def test_columns_of_pandas(fitted: DomainClassifier) -> None:
    """A column of texts, a table of one, a table with columns for headline and text; an empty cell is an empty text."""
    table = pd.DataFrame(
        {"标题": [text.split("\n")[0] for text in TEXTS], "正文": TEXTS, "来源": "岚川日报", "类": LABELS}
    )
    assert fitted.predict(table["正文"]).tolist() == LABELS
    assert fitted.predict(table[["正文"]]).tolist() == LABELS
    assert fitted.predict(table[["正文"]].to_numpy()).tolist() == LABELS
    learned = DomainClassifier().fit(table[["标题", "正文", "来源"]], table["类"])
    assert learned.predict(table.drop(columns="类")).tolist() == LABELS
    assert fitted.predict(pd.Series([None, "商标专利", float("nan")])).tolist()[1] == "知识产权"


def test_labels_of_any_kind() -> None:
    """Numbers come back as numbers, in the order that scikit-learn expects."""
    learned = DomainClassifier().fit(TEXTS, [10] * 36 + [9] * 36)
    assert learned.classes_.tolist() == [9, 10]
    assert learned.predict(TEXTS[:1]).tolist() == [10]


def test_it_can_be_kept(fitted: DomainClassifier) -> None:
    """joblib and pickle keep it, after it has been used too."""
    fitted.predict(TEXTS)
    assert pickle.loads(pickle.dumps(fitted)).predict(TEXTS).tolist() == LABELS


@pytest.mark.parametrize(
    ("texts", "labels", "told"),
    [
        (TEXTS, LABELS[:5], "72 texts have 5 labels"),
        (TEXTS, ["一"] * 72, "labels are all the same"),
        ([1, 2], ["a", "b"], "1 is neither a string nor an Article"),
        ("新馆开馆", ["a"], "one string is no list"),
        (pd.DataFrame({"价": TEXTS, "量": TEXTS}), LABELS, "no column holds texts \\(价、量\\)"),
    ],
)
def test_what_cannot_be_learned_is_told(texts: object, labels: list[str], told: str) -> None:
    """One line with its cure."""
    with pytest.raises(InputError, match=told):
        DomainClassifier().fit(texts, labels)
    with pytest.raises(NotFittedError):
        DomainClassifier().predict(TEXTS)


def test_make_train_uses_it(fresh: Training, model: Model) -> None:
    """An estimator fitted on the corpus has the very scores of the model that the house ships."""
    domains = [domain.key for domain in fresh.model.domains]
    labels = [one.domain for one in fresh.corpus]
    learned = DomainClassifier(domains=fresh.model.domains).fit(fresh.corpus, labels)
    assert learned.classes_.tolist() == sorted(domains)
    order = [domains.index(key) for key in learned.classes_]
    some = fresh.corpus[::50]
    assert learned.decision_function(some) == pytest.approx(model.scores(some)[:, order], abs=1e-5)


def test_who_does_not_learn_loads_no_scikit_learn() -> None:
    """`import baozhai` and labelling need none of it."""
    code = (
        "import sys, baozhai; baozhai.classify([]); baozhai.load_models().classifier; print('sklearn' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert "DomainClassifier" in dir(baozhai)
