"""Quality: how much of withheld headlines the summaries hold, on the corpus and on real papers where there are any."""

from pathlib import Path

import pytest

from articles.article import Article
from formats.corpus import read_corpus
from summarize.evaluate import METHODS, evaluate, measure
from summarize.keywords import find_keywords
from summarize.whole import story_words
from tests.trained import MODELS

ROOT = Path(__file__).parents[2]
CHEAP = {name: METHODS[name] for name in ("ours", "lead")}


def test_holds_more_of_the_headline_than_the_lead() -> None:
    """Over the corpus the first sentence chosen tells more of the headline than the lead does, and so do three."""
    corpus = read_corpus(ROOT / "seeds")[::5]
    found = [
        one.shares
        for a in corpus
        for one in measure(Article("a", headline=a.headline, body=a.body), MODELS.language, CHEAP)
    ]
    for at in (0, 1):
        ours, lead = (sum(shares[name][at] for shares in found) / len(found) for name in ("ours", "lead"))
        assert ours > lead


@pytest.mark.parametrize(
    ("name", "above"), [("newspaper-1998-01.jsonl.gz", (0.03, 0.02)), ("news-4000.jsonl.gz", (0.0, 0.0))]
)
def test_real_papers(name: str, above: tuple[float, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """On real articles we stay above the lead; on broadcast news, where the lead is strong, never below it."""
    gold = ROOT.parent / "shared" / "data" / name
    if not gold.exists():
        pytest.skip("the real papers are not here")
    monkeypatch.setattr("summarize.evaluate.METHODS", CHEAP)
    shares = evaluate(gold, MODELS.folder)[0].shares
    assert all(ours >= lead + more for ours, lead, more in zip(shares["ours"], shares["lead"], above, strict=True))


def test_keywords_are_phrases_and_names() -> None:
    """Words that keep company are one keyword; newsroom words and crumbs of a phrase are none."""
    text = "近日，记者获悉，我市知识产权保护中心揭牌。知识产权保护中心主任李俊宁说，要靠大家。李俊宁介绍了工作。"
    found = [word for word, _ in find_keywords(story_words(text))]
    assert "知识产权保护" in found[0]
    assert "李俊宁" in found
    assert not {"近日", "记者", "我市", "知识", "产权", "工作"} & set(found)
