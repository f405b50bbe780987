"""The fingerprint: whatever a digest is made from changes it, and nothing else does."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from archive.fingerprint import file_hash, fingerprint
from articles.article import Article
from articles.page import Page
from digest.issue import DigestConfig, Issue
from digest.models import Models
from digest.profile import Profile
from summarize.length import Length

DAY = datetime.date(2025, 4, 25)
PAGE = Page("新馆开馆。", "p1.txt", DAY, 1)
ARTICLE = Article("a", headline="新馆开馆", body=("新馆今天开馆。",))
ISSUE = Issue(DAY, (PAGE, ARTICLE), ("p2.txt: the file is empty; send it again",))


def config(folder: Path, model: str = "weights") -> DigestConfig:
    """A configuration with one model in a folder."""
    folder.mkdir()
    (folder / "classifier.npz").write_text(model)
    return DigestConfig(Models(folder), Length(sentences=3), Profile())


def test_the_same_gives_the_same(tmp_path: Path) -> None:
    """Neither the place of the models nor the hour is in it."""
    assert fingerprint(ISSUE, config(tmp_path / "one")) == fingerprint(ISSUE, config(tmp_path / "two"))


def test_another_model_makes_another_digest(tmp_path: Path) -> None:
    """After `make train` a day is made anew, and so after a model has come or gone."""
    old, new, more = (config(tmp_path / name, name[:1]) for name in ("a", "b", "again"))
    (tmp_path / "again" / "language.npz").touch()
    assert len({fingerprint(ISSUE, one) for one in (old, new, more)}) == 3


@pytest.mark.parametrize(
    "other",
    [
        replace(ISSUE, date=None),
        replace(ISSUE, items=(PAGE,)),
        replace(ISSUE, items=(ARTICLE, PAGE)),
        replace(ISSUE, items=(replace(PAGE, text="新馆开馆了。"), ARTICLE)),
        replace(ISSUE, items=(replace(PAGE, source="p3.txt"), ARTICLE)),
        replace(ISSUE, items=(replace(PAGE, number=2), ARTICLE)),
        replace(ISSUE, items=(replace(PAGE, section="B"), ARTICLE)),
        replace(ISSUE, items=(PAGE, replace(ARTICLE, headline=None))),
        replace(ISSUE, failures=()),
    ],
    ids=["day", "fewer", "order", "text", "source", "number", "section", "article", "failures"],
)
def test_another_input_makes_another_digest(other: Issue, tmp_path: Path) -> None:
    """Every part of the input counts."""
    assert fingerprint(other, config(tmp_path / "models")) != fingerprint(ISSUE, config(tmp_path / "same"))


@pytest.mark.parametrize(
    "change",
    [
        {"length": Length(sentences=2)},
        {"length": Length(chars=3)},
        {"profile": Profile(paper="云岭日报")},
        {"profile": Profile(never=("体彩",))},
        {"unsure": 0.5},
        {"budget": 500},
        {"method": "classic"},
    ],
    ids=str,
)
def test_another_wish_makes_another_digest(change: dict[str, object], tmp_path: Path) -> None:
    """Every option of the call and the profile counts."""
    asked = config(tmp_path / "models")
    assert fingerprint(ISSUE, replace(asked, **change)) != fingerprint(ISSUE, asked)  # type: ignore[arg-type]


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    """The hash is SHA-256's; a file that is not there has none."""
    (tmp_path / "empty").touch()
    assert file_hash(tmp_path / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert file_hash(tmp_path / "none") is file_hash(tmp_path) is None
