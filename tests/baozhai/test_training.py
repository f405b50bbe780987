"""Training: what an office's own pages add to it."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from articles.errors import InputError
from articles.workers import Count
from baozhai.training import own_pages, train
from classify.learn import STEPS

SAMPLE = Path(__file__).parents[2] / "seeds" / "pages"


def test_an_offices_own_pages_are_those_in_a_folder(tmp_path: Path) -> None:
    """Pages of text with their truth; the sample issue, whose truth lies in the folder of pages itself, is none."""
    assert own_pages(SAMPLE.parent) == []
    own = tmp_path / "pages" / "office"
    own.mkdir(parents=True)
    shutil.copyfile(SAMPLE / "truth.json", tmp_path / "pages" / "truth.json")
    (own / "2025-04-09-p02.txt").write_text("新馆开馆\n\n4月8日，新馆开馆。\n", "utf-8")
    truth = [{"headline": "新馆开馆", "body": ["4月8日，新馆开馆。"]}]
    (own / "truth.json").write_text(json.dumps({"2025-04-09-p02.txt": truth}), "utf-8")
    [(page, stories)] = own_pages(tmp_path)
    assert (page.number, stories) == (2, truth)
    (own / "2025-04-09-p02.txt").unlink()
    with pytest.raises(InputError, match="is missing"):
        own_pages(tmp_path)


def test_what_is_done_is_counted(tmp_path: Path) -> None:
    """Who shows it is told how many steps there are, and of each that it is done."""
    shown: dict[str, list[int]] = {}

    @contextmanager
    def counting(what: str, total: int) -> Iterator[Count]:
        shown[what] = [total]
        yield shown[what].append

    train(Path(__file__).parents[1] / "cases" / "44-train" / "2x20-no-other", tmp_path / "models", counting=counting)
    assert shown == {"labels": [STEPS, *[1] * STEPS]}
