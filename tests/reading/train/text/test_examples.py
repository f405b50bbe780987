"""Examples: what the rows of a page are in truth."""

from articles.page import Page
from reading.train.text.examples import examples
from tests.three_stories import BRIDGE, LIBRARY

CUT = 33
TRUTH = [
    {"headline": "新馆开馆", "kicker": None, "subhead": "——记新馆首日", "body": list(LIBRARY)},
    {"headline": "大桥封闭大修", "kicker": None, "subhead": None, "body": list(BRIDGE)},
]
TEXTS = (
    "新馆开馆",
    "——记新馆首日",
    LIBRARY[0],
    LIBRARY[1][:CUT],
    "大桥封闭大修",
    *BRIDGE,
    LIBRARY[1][CUT:],
    LIBRARY[2],
)


def test_each_row_knows_its_story_and_its_place() -> None:
    """Headlines by their story, lines beside them as such; texts by where in their story they begin."""
    (found,) = examples([(Page("\n\n".join(TEXTS), "page.txt"), TRUTH)])
    assert found.stories == 2
    assert found.head.tolist() == [0, -1, -1, -1, 1, -1, -1, -1, -1, -1]
    assert found.over.tolist() == [False, True] + [False] * 8
    assert found.story.tolist() == [-1, -1, 0, 0, -1, 1, 1, 1, 0, 0]
    assert [int(at) for at in found.place[[2, 3, 8]]] == sorted({0, *(int(at) for at in found.place[[3, 8]])})


def test_what_breaks_off_knows_what_carries_it_on() -> None:
    """Over any distance; a paragraph's end knows that nothing does, and a headline is not asked."""
    (found,) = examples([(Page("\n\n".join(TEXTS), "page.txt"), TRUTH)])
    assert found.follows.tolist() == [-1, -1, 2, 8, -1, 5, 6, 7, 8, 9]
    (lost,) = examples([(Page("\n\n".join(TEXTS[:-2]), "page.txt"), TRUTH)])
    assert lost.follows[3] == 3
