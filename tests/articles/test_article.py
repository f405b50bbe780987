"""Articles as JSON: what comes in is an article or an error for its user."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article, dumps, from_json, to_json
from articles.errors import InputError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
ROWS = st.dictionaries(st.sampled_from([*to_json(Article("")), "domain", "summary"]), JSON)

# No rectangle on a page: too few numbers, words, a page that is none, edges in the wrong order, over the page's edge.
BAD_PLACES: list[Any] = [
    "1 0 0 1 1",
    [1, 0, 0, 1, 1],
    [[1, 0, 0, 1]],
    [["1", 0, 0, 1, 1]],
    [[-1, 0, 0, 1, 1]],
    [[True, 0, 0, 1, 1]],
    [[1, 0.5, 0, 0.4, 1]],
    [[1, 0, 0, 1, 1.5]],
    [[1, 0, 0, 1, float("nan")]],
    [[1, 0, 0, 1, None]],
]


@given(ROWS)
def test_any_object_is_an_article_or_an_error(row: dict[str, Any]) -> None:
    """Whatever JSON holds, what is taken is written again to the same article."""
    try:
        article = from_json(row, "fallback")
    except InputError:
        return
    assert from_json(json.loads(dumps(to_json(article))), "") == article
    assert article.id == ("fallback" if row.get("id") in (None, "") else str(row["id"]))


@pytest.mark.parametrize(
    "row",
    [{"body": 3}, {"body": ["x", None]}, {"date": "2024-02-31"}, {"page": "3"}, {"page": True}]
    + [{"places": places} for places in BAD_PLACES],
)
def test_a_field_of_another_type_is_an_error(row: dict[str, Any]) -> None:
    """No article can have a number for a body, or a day that is none."""
    with pytest.raises(InputError, match=next(iter(row))):
        from_json(row, "")


def test_a_number_names_an_article() -> None:
    """An id may come in as a number, a page may not come in as a text; a number of the page is kept."""
    article = from_json({"id": 7, "page": 3}, "")
    assert (article.id, article.page) == ("7", 3)


def test_a_paper_and_a_section_are_kept() -> None:
    """They come in as they go out, behind the source and the page; who has none of them says null."""
    row = to_json(Article("x", paper="岚川日报", page=3, section="B"))
    assert list(row)[1:6] == ["source", "paper", "date", "page", "section"]
    assert from_json(row, "") == Article("x", paper="岚川日报", page=3, section="B")
    assert to_json(Article("x"))["paper"] is to_json(Article("x"))["section"] is None
    with pytest.raises(InputError, match="section"):
        from_json({"section": 2}, "")


def test_half_a_character_is_an_error() -> None:
    """A lone surrogate could never be written out again."""
    with pytest.raises(InputError, match="half a character"):
        from_json(json.loads('{"headline": "\\ud800"}'), "")
    with pytest.raises(InputError, match="half a character"):
        from_json(json.loads('{"body": ["\\ud800"]}'), "")


def test_what_is_missing_is_null_and_what_is_more_is_passed_over() -> None:
    """An empty headline is None, a body of one string is one paragraph, fields of later verbs are no matter."""
    article = from_json({"body": "春来了。", "headline": "", "domain": "other"}, "one")
    assert article == Article("one", body=("春来了。",))


def test_places_are_numbers_on_a_page() -> None:
    """A page's number and four shares, whole numbers among them; an article without any has an empty list."""
    article = from_json({"places": [[3, 0, 0.25, 1, 0.5], [0, 0.5, 0.5, 0.5, 0.5]]}, "x")
    assert article.places == ((3, 0.0, 0.25, 1.0, 0.5), (0, 0.5, 0.5, 0.5, 0.5))
    assert json.loads(dumps(to_json(article)))["places"] == [[3, 0.0, 0.25, 1.0, 0.5], [0, 0.5, 0.5, 0.5, 0.5]]
    assert json.loads(dumps(to_json(Article("x"))))["places"] == []
