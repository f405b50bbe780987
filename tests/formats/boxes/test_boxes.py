"""Converters' JSON: pages of lines and of blocks with boxes go the way of a PDF, whichever converter wrote them."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import InputError
from articles.page import Page
from formats.doors import open_file
from reading.reader import read_page
from reading.train.typesetter.page import Typeset, draw_look, typeset
from tests.converted import FORMS, content_list, docling, middle, parsing
from tests.laid_out import HEADS, layout
from tests.reading.layout.layouts import told
from tests.reading.test_properties import characters
from tests.trained import MODELS

SEEDS = range(12)


def opened(value: Any, name: str = "page.json") -> list[Page]:
    """The pages of a value as a file."""
    pages = list(open_file(json.dumps(value, ensure_ascii=False).encode(), name))
    assert all(isinstance(page, Page) for page in pages)
    return [page for page in pages if isinstance(page, Page)]


def typeset_page(seed: int) -> Typeset:
    """A page of the small typesetter; no converter tells of the frames that part the stories of one shape."""
    look = draw_look(random.Random(seed))
    shapes = tuple(shape for shape in look.shapes if shape != "crossed") or ("columns",)
    return typeset(told(5), random.Random(seed), replace(look, shapes=shapes))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_typeset_pages_are_read(form: Callable[..., Any]) -> None:
    """Nearly all stories come back whole, where lines have their boxes or blocks alone do."""
    right = stories = 0
    for seed in SEEDS:
        page = typeset_page(seed)
        (got,) = opened(form(page.layout))
        bodies = {"".join(article.body) for article in read_page(got, MODELS.reader).articles}
        wanted = ["".join(story["body"]) for story in page.truth]
        right += sum(body in bodies for body in wanted)
        stories += len(wanted)
    assert right >= 0.95 * stories


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_character_stands_on_the_page_once(form: Callable[..., Any]) -> None:
    """What a converter says is the text of the page, in lines of ten points."""
    (page,) = opened(form(layout()))
    assert characters([page.text]) == characters([line.text for line in layout().lines])
    assert page.layout is not None
    assert sum(line.size == 10 for line in page.layout.lines) > len(page.layout.lines) / 2


def test_headlines_and_day() -> None:
    """A page's day is its name's, and the stories have their headlines."""
    (page,) = opened(middle(layout()), "2025-04-09-p02_middle.json")
    assert (str(page.date), page.number) == ("2025-04-09", 2)
    assert [article.headline for article in read_page(page, MODELS.reader).articles] == list(HEADS)


def test_several_pages_in_a_file() -> None:
    """Each is a page of its own, called by its place."""
    rows = [row | {"page_idx": at} for at in (0, 1) for row in content_list(layout())]
    assert [page.source for page in opened(rows)] == ["page.json#1", "page.json#2"]
    assert [page.number for page in opened(rows)] == [1, 2]
    answer = {"result": {"layoutParsingResults": [{"prunedResult": parsing(layout())}] * 2}}
    assert len(opened(answer)) == 2


def test_what_is_printed_around_stories() -> None:
    """A page's header is no headline, a picture is where no text stands, its caption is not lost."""
    rows = content_list(layout())
    rows.append({"type": "header", "text": "岚川日报", "bbox": [80, 10, 500, 60], "page_idx": 0})
    caption = "图为新馆的少儿阅览区。"
    rows.append({"type": "image", "image_caption": [caption], "bbox": [700, 520, 960, 700], "page_idx": 0})
    (page,) = opened(rows)
    assert page.layout is not None
    assert len(page.layout.frames) == 1
    articles = read_page(page, MODELS.reader).articles
    assert "岚川日报" not in [article.headline for article in articles]
    assert [article.captions for article in articles] == [(), (caption,)]


def test_tables_and_formulas_are_text() -> None:
    """A row is a line, a formula its characters."""
    box = [80, 900, 900, 960]
    table = {
        "type": "table",
        "table_body": "<table><tr><td>镇</td><td>亩</td></tr><tr><td>南坡</td><td>$3 0$</td></tr></table>",
    }
    (page,) = opened([*content_list(layout()), table | {"bbox": box, "page_idx": 0}])
    assert "镇\t亩\n南坡\t30" in page.text
    data = {
        "table_cells": [
            {"text": text, "start_row_offset_idx": row} for row, text in ((0, "镇"), (0, "亩"), (1, "南坡"))
        ]
    }
    place = {"page_no": 1, "bbox": {"l": 40, "t": 80, "r": 400, "b": 40, "coord_origin": "BOTTOMLEFT"}}
    document = docling(layout()) | {"tables": [{"data": data, "prov": [place]}]}
    assert "镇\t亩\n南坡" in opened(document)[0].text


def test_a_paragraph_that_runs_on_stands_in_its_places() -> None:
    """Where docling tells which part stands where."""
    document = docling(layout())
    first, second = document["texts"][2], document["texts"][3]
    whole = first["text"] + second["text"]
    places = [first["prov"][0], second["prov"][0] | {"charspan": [len(first["text"]), len(whole)]}]
    joined = first | {"text": whole, "prov": places}
    document["texts"][2:4] = [joined]
    assert characters([opened(document)[0].text]) == characters([opened(docling(layout()))[0].text])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("{}", "no converter that is known"),
        ('[{"headline": "春耕"}]', "no converter that is known"),
        ('{"pdf_info": []}', "no boxes"),
        ('{"parsing_res_list": [{"block_label": ["text"], "block_content": 3, "block_bbox": [0, 0, 1]}]}', "no boxes"),
        ('[{"type": "text", "text": "春耕", "page_idx": 0}]', "no boxes"),
        ('{"schema_name": "DoclingDocument", "texts": [{"prov": [{"page_no": []}]}], "pages": {"9": 1}}', "no boxes"),
    ],
)
def test_what_is_no_page_is_told(text: str, wrong: str) -> None:
    """In one line that ends in the cure."""
    with pytest.raises(InputError, match=f"{wrong}.*; "):
        list(open_file(text.encode(), "page.json"))


EDGES = st.one_of(st.integers(-5, 2000), st.sampled_from((0.0, 1e-300, 1e300, float("nan"), float("inf"), None, "1")))
BOXES = st.one_of(st.lists(EDGES, min_size=4, max_size=4), st.lists(st.lists(EDGES, max_size=2), max_size=4), EDGES)
TEXTS = st.one_of(
    st.text(max_size=30), st.sampled_from(("春耕开始，农民下地。" * 9, "<table><tr>", "$\\frac{", 3, None, ["a", 1]))
)


@given(st.lists(st.tuples(TEXTS, BOXES, st.sampled_from(("text", "title", "image", "header", 1, [])))))
def test_any_boxes_are_read_or_told(rows: list[tuple[Any, Any, Any]]) -> None:
    """Whatever the numbers, there is a page or a line for its user."""
    listed = [{"type": kind, "text": text, "bbox": box, "page_idx": 0} for text, box, kind in rows]
    lines = [{"bbox": box, "spans": [{"bbox": box, "content": text, "type": kind}]} for text, box, kind in rows]
    info = {"preproc_blocks": [{"type": "text", "bbox": [0, 0, 9, 9], "lines": lines}], "page_size": rows[:1]}
    results = [{"block_label": kind, "block_content": text, "block_bbox": box} for text, box, kind in rows]
    ocr = {"rec_texts": [row[0] for row in rows], "rec_boxes": [row[1] for row in rows]}
    for value in (
        listed,
        {"pdf_info": [info]},
        {"parsing_res_list": results},
        {"parsing_res_list": results, "overall_ocr_res": ocr},
    ):
        with suppress(InputError):
            opened(value)
