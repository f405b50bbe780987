"""Plans: where each story stands on its page, in HTML where it is asked for."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from digest.plan import Plans, plans
from digest.render import RENDERERS
from digest.rules import front_page
from tests.invented import day, hostile

DAY = replace(day(), pictures=True)


class Labels(HTMLParser):
    """The labels of a page's pictures, and what their shapes refer to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.labels: list[str] = []
        self.used: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "svg" and "aria-label" in given:
            self.labels.append(given["aria-label"])
        if tag == "use":
            self.used.append(given["href"])
        self.ids += [given["id"]] if "id" in given else []


def test_none_where_they_are_not_wanted() -> None:
    """The page without them is as it was."""
    assert plans(day()) == Plans((), ((),) * len(day().stories))
    page = str(RENDERERS["html"](day()))
    assert "<use" not in page
    assert "sheet1" not in page


def test_a_story_has_a_plan_for_each_page_it_stands_on() -> None:
    """A story whose place is not known has none; the sheets are those on which any story stands."""
    found = plans(DAY)
    assert len(found.stories) == len(DAY.stories)
    for story, own in zip(DAY.stories, found.stories, strict=True):
        assert len(own) == len({place[0] for place in story.article.places})
    assert [sheet.name for sheet in found.sheets] == ["sheet1", "sheet2", "sheet3"]
    assert {plan.sheet for own in found.stories for plan in own} == {sheet.name for sheet in found.sheets}


def test_a_sheet_shows_all_its_stories() -> None:
    """Each story's own shapes are among them, those of stories left out too."""
    found = plans(DAY)
    paths = {sheet.name: sheet.path for sheet in found.sheets}
    assert all(plan.path in paths[plan.sheet] for own in found.stories for plan in own)
    short = front_page(DAY, 200)
    assert short.left_out
    rectangles = [sorted(re.findall("M[^z]*z", sheet.path)) for sheet in plans(short).sheets]
    assert sorted(rectangles) == sorted(sorted(re.findall("M[^z]*z", path)) for path in paths.values())


def test_pages_of_several_days_and_without_numbers_are_apart() -> None:
    """A page without a number is known by its source."""
    first, second = (
        replace(story, article=replace(story.article, source=source, places=((0, 0.1, 0.1, 0.2, 0.2),)))
        for story, source in zip(DAY.stories, ("a.pdf", "b.pdf"), strict=False)
    )
    two = replace(DAY, sections=(replace(DAY.sections[0], stories=(first, second)),), unsure=(), left_out=())
    assert len(plans(two).sheets) == 2
    assert plans(two).stories[0][0].words == "版面左上，约占版面1%"


def test_the_page_says_where_a_story_stands() -> None:
    """Each picture has its place in words, and refers to a sheet that is there; a hostile page makes none."""
    page = Labels(str(RENDERERS["html"](DAY)))
    words = [plan.words for own in plans(DAY).stories for plan in own]
    assert page.labels == words
    assert "第1版左上，约占版面16%" in words
    assert set(page.used) == {f"#{sheet.name}" for sheet in plans(DAY).sheets}
    assert {used[1:] for used in page.used} <= set(page.ids)
    assert not Labels(str(RENDERERS["html"](replace(hostile(), pictures=True)))).labels
