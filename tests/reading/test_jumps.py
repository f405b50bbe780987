"""Jumps: which part may carry on which, and how page references are read."""

import datetime
from dataclasses import replace

import pytest

from articles.article import Article
from reading.jumps import MOST_PARTS, join_jumps, page_number

DAY = datetime.date(2025, 4, 9)
FIRST = Article(
    "a", date=DAY, page=1, headline="新馆开馆", body=("新馆开馆，读者",), continues="第3版", pages=(1,), open_ends=(0,)
)
SECOND = Article("b", date=DAY, page=3, body=("凭身份证入馆。",), continued_from="第1版", pages=(3,))


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("第3版", 3),
        ("A12版", 12),
        ("３版", 3),
        ("三版", 3),
        ("第十版", 10),
        ("第十二版", 12),
        ("第二十版", 20),
        ("第二十一版", 21),
        ("下一版", None),
        ("", None),
        (None, None),
        ("要闻版", None),
    ],
)
def test_page_references(reference: str | None, number: int | None) -> None:
    """In figures of any width and in Chinese; what names no number is None."""
    assert page_number(reference) == number


def test_parts_of_one_day_are_joined() -> None:
    """The sentence that the jump cuts runs on, and is no open end any more."""
    (story,) = join_jumps([FIRST, SECOND])
    assert (story.body, story.pages, story.open_ends, story.continues) == (
        ("新馆开馆，读者凭身份证入馆。",),
        (1, 3),
        (),
        None,
    )


@pytest.mark.parametrize("date", [DAY + datetime.timedelta(1), None])
def test_parts_of_different_days_are_never_joined(date: datetime.date | None) -> None:
    """Tomorrow's page 3 carries on nothing of today's page 1, however well it fits."""
    tomorrow = replace(SECOND, date=date)
    assert join_jumps([FIRST, tomorrow]) == (FIRST, tomorrow)
    assert len(join_jumps([FIRST, tomorrow, SECOND])) == 2


@pytest.mark.parametrize(
    "change",
    [{"page": 4}, {"continued_from": "第2版"}, {"continued_from": None}, {"paper": "云岭日报"}, {"section": "B"}],
)
def test_both_references_must_agree(change: dict[str, object]) -> None:
    """The part stands on the page that is named, of the paper and the section, and says that it comes from there."""
    first = replace(FIRST, paper="岚川日报", section="A", continues="A3版")
    assert len(join_jumps([first, replace(SECOND, paper="岚川日报", section="A")])) == 1
    assert len(join_jumps([first, replace(SECOND, **change)])) == 2  # type: ignore[arg-type]


def test_what_is_not_known_speaks_against_nothing() -> None:
    """A page without a number and a reference that names none may fit."""
    assert len(join_jumps([FIRST, replace(SECOND, page=None)])) == 1
    assert len(join_jumps([replace(FIRST, page=None, continues="下一版"), SECOND])) == 1


def test_a_whole_sentence_stays_a_paragraph() -> None:
    """Two whole parts are two paragraphs; numbers of open ends follow."""
    whole = replace(FIRST, body=("新馆开馆。",), open_ends=())
    (story,) = join_jumps([whole, replace(SECOND, open_ends=(0,))])
    assert (story.body, story.open_ends) == (("新馆开馆。", "凭身份证入馆。"), (1,))
    (cut,) = join_jumps(
        [
            replace(FIRST, body=("一。", "新馆开馆，读者"), open_ends=(1,)),
            replace(SECOND, body=("凭证", "入馆"), open_ends=(0, 1)),
        ]
    )
    assert (cut.body, cut.open_ends) == (("一。", "新馆开馆，读者凭证", "入馆"), (1, 2))


def test_a_part_without_text_loses_nothing() -> None:
    """Captions alone may go on elsewhere."""
    (story,) = join_jumps([replace(FIRST, body=(), open_ends=()), replace(SECOND, kicker="续", subhead="完")])
    assert (story.body, story.captions) == (SECOND.body, ("续", "完"))


def test_each_part_is_taken_once_and_of_equals_the_first() -> None:
    """Two beginnings do not share a rest; so many parts are looked at for one story."""
    assert [one.id for one in join_jumps([FIRST, replace(FIRST, id="c"), SECOND])] == ["a", "c"]
    (story, other) = join_jumps([FIRST, SECOND, replace(SECOND, id="d", body=("凭身份证入馆。",), pages=(3, 4))])
    assert (story.pages, other.id) == ((1, 3), "d")
    kin = replace(SECOND, id="kin", body=("新馆开馆，读者凭证。",), pages=(9,))
    for others, taken in ((MOST_PARTS - 1, (1, 9)), (MOST_PARTS, (1, 3))):
        strangers = [replace(SECOND, id=f"s{number}", body=("果园疏花忙。",)) for number in range(others)]
        assert join_jumps([FIRST, *strangers, kin])[0].pages == taken


def test_what_both_parts_print_stands_twice() -> None:
    """Two equal sign-offs are two; a byline over each part is named once, and an aside where it stands again."""
    first = replace(FIRST, byline="罗安", signoff="（完）", captions=())
    second = replace(SECOND, byline="罗安", signoff="（完）", captions=())
    (story,) = join_jumps([first, second])
    assert (story.byline, story.signoff) == ("罗安", "（完） （完）")
    assert story.captions.count("罗安") == 1
    (story,) = join_jumps([first, replace(second, body=("本报讯（记者罗安）新馆开馆。", *second.body))])
    assert (story.byline, story.captions.count("罗安")) == ("罗安", 0)
