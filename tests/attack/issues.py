"""Issues: pages whose stories jump from one to another, with heads, names and sign-offs that the parts share."""

from collections import Counter
from pathlib import Path

from hypothesis import strategies as st

from articles.article import Article
from articles.page import Page
from reading.issue import read_issue
from reading.reader import read_page
from tests.attack.case import Case, Kind
from tests.attack.damage import TEXT_WOUNDS, damaged
from tests.reading.test_properties import LINES, PROSE, characters, texts
from tests.trained import MODELS

TO_AND_FROM = st.sampled_from(["（下转", "(上接", "紧转", "上接"])
JUMPS = st.builds("{}第{}版{}".format, TO_AND_FROM, st.integers(0, 4), st.sampled_from("）)"))
NAMES = st.sampled_from(["（周岚 高原）", "本报记者 周岚"])
BLOCKS = st.one_of(st.sampled_from(PROSE), st.sampled_from(LINES), JUMPS, NAMES)
PAGE = st.builds(damaged, st.lists(BLOCKS, min_size=2, max_size=12).map("\n\n".join), TEXT_WOUNDS)
# Pages stand in one file, each behind a form feed, which no line of theirs may hold.
ISSUES = st.lists(PAGE.map(lambda text: text.replace("\f", "")), min_size=2, max_size=4).map("\f".join)
CASES = st.builds(Case, st.just("read"), st.just(".txt"), ISSUES.map(lambda text: text.encode("utf-8", "replace")))


def check(case: Case, folder: Path) -> None:
    """Of an issue nothing is lost that its pages held: jump lines find each other, all else stands in the stories."""
    parts = case.data.decode("utf-8", "replace").split("\f")
    pages = [Page(text, f"p{number}.txt", number=number) for number, text in enumerate(parts, 1) if text.strip()]
    alone = [article for page in pages for article in read_page(page, MODELS.reader).articles]
    whole = read_issue(pages, MODELS).articles
    before, after = (characters(part for one in found for part in texts(one)) for found in (alone, whole))
    assert not before - after, f"lost: {before - after}"
    assert not after - before - _bylines(alone), f"made up: {after - before}"
    assert set(_bylines(alone)) <= set(after) | set(_bylines(whole))


def _bylines(articles: tuple[Article, ...] | list[Article]) -> Counter[str]:
    return characters(article.byline for article in articles if article.byline)


ISSUE = Kind("issues", CASES, check, 40)
