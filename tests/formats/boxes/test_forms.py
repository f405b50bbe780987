"""Each converter's form: which pieces it gives, and that whatever else stands there gives none."""

from articles.layout import Box
from formats.boxes.docling import docling_sheets
from formats.boxes.door import read_boxes
from formats.boxes.mineru import content_sheets, middle_sheets
from formats.boxes.paddle import paddle_sheets
from formats.boxes.sheet import box_of, numbers, text_of
from tests.converted import content_list, docling, middle, parsing, recognized
from tests.laid_out import layout


def test_lines_are_given_where_a_form_has_them() -> None:
    """Else blocks are."""
    page, many = layout(), len(layout().lines)
    (lines,), (seen,) = middle_sheets(middle(page)), paddle_sheets(recognized(page))
    assert len(lines.pieces) == len(seen.pieces) == many
    for sheets in (content_sheets(content_list(page)), paddle_sheets(parsing(page)), docling_sheets(docling(page))):
        (sheet,) = sheets
        assert 0 < len(sheet.pieces) < many
        assert sum(piece.kind == "title" for piece in sheet.pieces) == 2


def test_a_box_is_edges_or_corners() -> None:
    """Anything else is none."""
    assert box_of([1, 2, 3, 4]) == box_of([[1, 2], [3, 2], [3, 4], [1, 4]]) == Box(1, 2, 3, 4)
    assert not [box for box in ([], [1, 2], [3, 2, 1, 4], "1234", [[1], 2], None) if box_of(box)]
    assert numbers([1, float("nan")]) == ()


def test_a_field_is_text() -> None:
    """A list a line each, a table a row each."""
    assert text_of(["# 春耕", None, "**农**民"]) == "春耕\n农民"
    assert text_of("<table><tr><td>镇</td><td>亩</td></tr></table>") == "镇\t亩"


def test_bytes_of_any_encoding() -> None:
    """As other doors take them."""
    assert list(read_boxes('{"rec_texts": ["春耕"], "rec_boxes": [[0, 0, 20, 10]]}'.encode("gb18030"), "p.json"))
