"""Issues: a day's input, in the order of the days, each failure with its day."""

import datetime

import pytest

from articles.article import Article
from articles.errors import InputError
from articles.page import Page
from digest.issue import DigestConfig, Issue, issues, make, of_day, only_day
from digest.profile import Profile
from summarize.length import Length
from tests.invented import day
from tests.trained import MODELS

DAY = datetime.date(2025, 4, 25)
NEXT = DAY + datetime.timedelta(1)
FIRST, SECOND, UNDATED = Page("", "a.txt", DAY), Article("b", date=NEXT), Page("", "c.txt")


def test_days_come_in_order_the_undated_last() -> None:
    """Whatever the order of the inputs; a day's own order is kept."""
    other = Article("d", date=DAY)
    found = issues([UNDATED, SECOND, FIRST, other], [])
    assert found == [Issue(DAY, (FIRST, other)), Issue(NEXT, (SECOND,)), Issue(None, (UNDATED,))]
    assert [issue.name for issue in found] == ["2025-04-25", "2025-04-26", "undated"]


def test_a_failure_goes_to_the_day_that_its_name_tells() -> None:
    """One that tells none goes to the undated; where there is one day alone it takes all."""
    lines = [f"pages/{NEXT}-p04.txt: it is empty; send it again", "x.txt: it is empty; send it again"]
    assert [issue.failures for issue in issues([FIRST, SECOND, UNDATED], lines)] == [(), (lines[0],), (lines[1],)]
    assert issues([FIRST], lines)[0].failures == tuple(lines)


def test_one_day_or_none() -> None:
    """Several are refused with their names, many with the first and the last."""
    assert (only_day([FIRST, UNDATED]), only_day([UNDATED])) == (DAY, None)
    with pytest.raises(InputError, match=r"several days \(2025-04-25, 2025-04-26\); say which one"):
        only_day([SECOND, FIRST])
    days = [Page("", "p", DAY + datetime.timedelta(number)) for number in range(5)]
    with pytest.raises(InputError, match="2025-04-26, 2025-04-27, 2025-04-28"):
        only_day(days[:4])
    with pytest.raises(InputError, match=r"\(2025-04-25 to 2025-04-29\)"):
        only_day(days)


def test_what_names_no_day_is_of_the_day_asked_for() -> None:
    """Other days are left; a day without a page is refused, no page at all is none."""
    assert [item.date for item in of_day([FIRST, SECOND, UNDATED], DAY)] == [DAY, DAY]
    assert of_day([], DAY) == []
    with pytest.raises(InputError, match="no page of 2025-04-27 here; the days are 2025-04-25, 2025-04-26"):
        of_day([FIRST, SECOND], NEXT + datetime.timedelta(1))


def test_a_configuration_is_heeded() -> None:
    """Paper, length, threshold, method, failures and the space of a front sheet."""
    issue = Issue(DAY, tuple(story.article for story in day().stories), ("x.txt: it is empty; send it again",))
    config = DigestConfig(MODELS, Length(sentences=1), Profile(paper="云岭日报"), unsure=0.0)
    made = make(issue, config)
    assert (made.paper, made.failures, made.unsure, made.budget) == ("云岭日报", issue.failures, (), None)
    assert {len(story.summary.sentences) for story in made.stories} == {1}
    sheet = make(issue, DigestConfig(MODELS, Length(sentences=1), Profile(), budget=200))
    assert (sheet.budget, len(sheet.stories) + len(sheet.left_out)) == (200, len(made.stories))
    classic = make(issue, DigestConfig(MODELS, Length(sentences=1), Profile(), method="classic"))
    assert [story.summary for story in classic.stories] != [story.summary for story in made.stories]
