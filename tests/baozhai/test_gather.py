"""Gathering: what the user named becomes readings, and what gave nothing is told."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import baozhai
from articles.errors import Failure, InputError, Notice
from articles.page import Page
from baozhai.cli import main
from baozhai.days import read_days, storyless_pages
from baozhai.gather import gather_articles
from tests.three_stories import LIBRARY
from tests.trained import MODELS

TOLD = "no story was found on it; look whether it is a page of text"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page with a story and one without."""
    (tmp_path / "2025-04-09-p01.txt").write_text("\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY)), "utf-8")
    (tmp_path / "2025-04-09-p02.txt").write_text("要闻\n\n第2版\n", "utf-8")
    return tmp_path


def test_a_page_without_a_story_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On one line of standard error, with its cure; the other page is read."""
    articles, inputs = gather_articles([str(folder)], MODELS)
    line = f"{folder / '2025-04-09-p02.txt'}: {TOLD}"
    assert [article.body for article in articles] == [LIBRARY]
    assert (list(map(str, inputs.failures)), capsys.readouterr().err) == ([line], f"{line}\n")


@pytest.mark.parametrize("verb", ["read", "classify", "summarize", "digest"])
def test_every_verb_on_pages_tells_it(verb: str, folder: Path) -> None:
    """And ends with 1, though the rest is done."""
    done = CliRunner().invoke(main, [verb, str(folder)])
    assert (done.exit_code, TOLD in done.stderr, "新馆" in done.stdout) == (1, True, True)


def test_the_library_raises_it_or_gives_it(folder: Path) -> None:
    """A list takes what failed; without one the first failure is raised."""
    with pytest.raises(InputError, match=TOLD):
        baozhai.read(folder)
    errors: list[Failure] = []
    assert [article.body for article in baozhai.read(folder, errors=errors)] == [LIBRARY]
    assert [str(error) for error in errors] == [f"{folder / '2025-04-09-p02.txt'}: {TOLD}"]


def test_each_days_pages_are_read_together() -> None:
    """Days in the order in which they come first; a page of another day stands by itself."""
    texts = ["\n\n".join((f"云岭市图书馆{name}馆开馆", *LIBRARY)) for name in "新旧东"]
    days = (datetime.date(2025, 4, 10), datetime.date(2025, 4, 9), datetime.date(2025, 4, 10))
    pages = [Page(text, f"{at}.txt", day) for at, (text, day) in enumerate(zip(texts, days, strict=True))]
    readings = read_days(pages, MODELS)
    assert [[article.source for article in reading.articles] for reading in readings] == [["0.txt", "2.txt"], ["1.txt"]]
    found = [article for reading in readings for article in reading.articles]
    assert list(map(str, storyless_pages([*pages, Page("要闻", "3.txt")], found))) == [f"3.txt: {TOLD}"]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A page with a bad byte in its second paragraph."""
    page = tmp_path / "2025-04-09-p01.txt"
    head, _, rest = "\n\n".join(("云岭市图书馆新馆开馆", *LIBRARY)).partition("。")
    page.write_bytes(head.encode() + b"\xff" + rest.encode())
    return page


@pytest.mark.parametrize("verb", ["read", "classify", "summarize", "digest"])
def test_a_notice_is_no_failure(verb: str, damaged: Path) -> None:
    """What was read all the same is told on one line; the call ends with 0, and the digest has the line too."""
    done = CliRunner().invoke(main, [verb, str(damaged)])
    (line,) = [line for line in done.stderr.splitlines() if line.startswith(f"{damaged}: ")]
    assert (done.exit_code, "in line 3 (byte" in line, "新馆" in done.stdout) == (0, True, True)
    if verb == "digest":
        assert done.stdout.count("in line 3 (byte") == 1
        assert "0 failed" in done.stderr


def test_the_library_warns_of_it_or_gives_it(damaged: Path) -> None:
    """Nothing is raised for it."""
    with pytest.warns(UserWarning, match="in line 3"):
        (article,) = baozhai.read(damaged)
    errors: list[Failure] = []
    assert baozhai.read(damaged, errors=errors) == [article]
    assert [type(error) for error in errors] == [Notice]
