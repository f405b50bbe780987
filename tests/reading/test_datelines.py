"""Pages whose stories open with datelines of every kind: byline, day, summary and keywords as an editor has them."""

from pathlib import Path

import pytest

from articles.article import Article
from articles.page import Page
from reading.reader import read_page
from summarize.length import Length
from summarize.rank import summarize
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
NEWS = "4月1日，市医保局公布检查新价格，头部检查由二百八十元降到一百九十元。"

# The page of each day: byline, what stands before the news in its sentence.
PAGES: dict[str, tuple[str | None, str]] = {
    "01": ("温若溪", ""),
    "02": ("温若溪", ""),
    "03": ("温若溪 鲍立诚 曲小满", "记者昨日获悉，"),
    "06": ("温若溪 鲍立诚", ""),
    "07": ("温若溪", ""),
    "08": ("□本报记者 温若溪", ""),
    "09": ("温若溪", ""),
    "10": (None, ""),
    "11": ("温若溪", "记者从市医保局获悉，"),
    "12": ("温若溪 鲍立诚", ""),
    "13": ("温若溪 鲍立诚", ""),
    "15": ("温若溪", ""),
}


def read(path: Path) -> tuple[Article, ...]:
    """The articles of a page file."""
    return read_page(Page(path.read_text("utf-8"), path.name), MODELS.reader).articles


def told(article: Article) -> tuple[str, set[str]]:
    """The one sentence of a summary, and the characters of all keywords."""
    summary = summarize(article, Length(sentences=1), MODELS.language)
    return "".join(sentence.text for sentence in summary.sentences), {word for word, _ in summary.keywords}


@pytest.mark.parametrize("day", PAGES)
def test_each_dateline_is_read(day: str) -> None:
    """The byline has names alone, or the line as printed; the summary opens with the sentence; no name is a keyword."""
    (article,) = read(CASES / f"13-brackets/2025-04-{day}-p01.txt")
    byline, before = PAGES[day]
    assert (article.headline, article.byline, article.dateline) == ("市医保局公布检查新价格", byline, "4月1日")
    sentence, keywords = told(article)
    assert sentence == before + NEWS
    assert not {word for word in keywords for name in ("温若溪", "鲍立诚", "曲小满") if word in name or name in word}


def test_traditional_characters() -> None:
    """A page in traditional characters parts at its datelines, and keeps its names as printed."""
    first, second = read(CASES / "07-trad/2025-04-01-p01.txt")
    assert (first.headline, second.headline) == ("消委會接獲投訴 網購電器三成不合格", "醫院管理局推出流感疫苗接種計劃")
    assert (first.byline, second.byline) == ("溫若溪", "溫若溪")
    assert (first.dateline, second.dateline) == (None, None)
    for article in (first, second):
        sentence, keywords = told(article)
        assert article.body[0].startswith(f"【本報訊】（記者溫若溪）{sentence[:20]}")
        assert "溫若溪" not in keywords
