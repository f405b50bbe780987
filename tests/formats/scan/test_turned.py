"""Pages that lie on their side are turned; lines that run downwards are not."""

import numpy as np
import pytest

from tests.pictures import COLUMNS, DPI, HEADLINE, needs_ocr, old_page, small_page

needs_ocr()

from formats.scan.ocr import Recognizer, recognize  # noqa: E402
from formats.scan.turned import count_turns  # noqa: E402


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    """Loaded once."""
    return Recognizer()


@pytest.mark.parametrize("turns", [1, 3])
def test_a_page_on_its_side_is_read_upright(recognizer: Recognizer, turns: int) -> None:
    """Whichever side it lies on: its lines run to the right, and it is as wide as it was."""
    picture = np.array(small_page().convert("L"))
    layout = recognize(np.ascontiguousarray(np.rot90(picture, turns)), recognizer, DPI)
    assert {line.text for line in layout.lines} == {
        HEADLINE,
        *(line.strip("　") for column in COLUMNS for line in column),
    }
    assert not any(line.vertical for line in layout.lines)
    high, wide = picture.shape
    assert (layout.width, layout.height) == pytest.approx((wide * 72 / DPI, high * 72 / DPI))


def test_lines_that_run_downwards_stay(recognizer: Recognizer) -> None:
    """Their characters stand upright already, though every box is tall."""
    layout = recognize(np.array(old_page()), recognizer, DPI)
    assert layout.lines
    assert all(line.vertical for line in layout.lines)
    assert layout.height > layout.width


def test_a_page_without_text_is_not_turned(recognizer: Recognizer) -> None:
    """Nor is one that tells nothing."""
    assert count_turns(np.full((300, 200), 255, np.uint8), [], recognizer.read) == 0
