"""Places: where each story stands, as shares of its page."""

from dataclasses import replace

from articles.layout import Box, Layout
from articles.page import Page
from reading.reader import read_page
from reading.reading import BlockTrace
from reading.stories.place import story_places, text_columns
from tests.laid_out import HEIGHT, WIDTH, layout
from tests.trained import MODELS

PAGE = Page("", "x.pdf", number=3, layout=Layout(200, 100, ()))


def trace(role: str, article: str | None, *boxes: Box) -> BlockTrace:
    return BlockTrace("", role, article, "", boxes)


def test_one_place_for_each_headline_and_column() -> None:
    """The page's number, left, top, right, bottom; a text that runs from block to block in a column has one."""
    articles = read_page(Page("", "x.pdf", number=3, layout=layout()), MODELS.reader).articles
    assert [len(article.places) for article in articles] == [4, 3]
    (number, left, top, right, bottom) = articles[0].places[0]
    assert (number, left, top) == (3, 40 / WIDTH, round(60 / HEIGHT, 4))
    assert (right, bottom) == (340 / WIDTH, round(90 / HEIGHT, 4))


def test_every_line_of_a_story_lies_in_one_of_its_places() -> None:
    """And no line of another one."""
    reading = read_page(Page("", "x.pdf", layout=layout()), MODELS.reader)
    for trace in reading.traces:
        for box in trace.boxes:
            middle = (box.left + box.right) / 2 / WIDTH, (box.top + box.bottom) / 2 / HEIGHT
            homes = [
                article.id
                for article in reading.articles
                for _, left, top, right, bottom in article.places
                if left <= middle[0] <= right and top <= middle[1] <= bottom
            ]
            assert homes == ([trace.article] if trace.article else [])


def test_places_end_at_the_pages_edge() -> None:
    """What hangs over it is cut; a page without a number has the number 0; furniture has no place."""
    over = trace("piece", "a", Box(-20, 50, 260, 120))
    assert story_places(PAGE, [over, trace("furniture", None, Box(0, 0, 9, 9))]) == {"a": ((3, 0.0, 0.5, 1.0, 1.0),)}
    assert story_places(replace(PAGE, number=None), [over])["a"][0][0] == 0


def test_a_page_that_does_not_tell_has_no_places() -> None:
    """Text alone, or a sheet without a size."""
    piece = trace("piece", "a", Box(0, 0, 9, 9))
    assert story_places(Page("", "x.txt"), [piece]) == {}
    assert story_places(replace(PAGE, layout=Layout(0, 100, ())), [piece]) == {}
    assert story_places(PAGE, [trace("piece", "a")]) == {}


def test_blocks_of_one_role_run_on() -> None:
    """A headline over a text is a box of its own."""
    head, first, second = (Box(0, top, 90, top + 10) for top in (0, 12, 24))
    traces = [trace("head", "a", head), trace("piece", "a", first), trace("piece", "a", second)]
    assert list(text_columns(traces)) == [[head], [first, second]]
