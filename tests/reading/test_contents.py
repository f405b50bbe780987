"""The lines of the contents on a front page."""

from pathlib import Path

import pytest

import baozhai
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases" / "29-jumplabel"


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_a_jump_is_joined_to_the_paragraph_that_breaks_off(folder: Path) -> None:
    """What stands under the jump line, the contents and their title, is furniture and in no story."""
    first, second = baozhai.read(folder, models=MODELS)
    assert (len(first.body), first.pages, first.captions, first.continues) == (2, (1, 2), (), None)
    assert first.body[0].startswith("本报讯")
    assert first.body[1][:5] in ("市医保局负", "馆长贺志强")
    assert (len(second.body), second.pages, second.captions) == (1, (2,), ())
