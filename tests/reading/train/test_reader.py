"""Learning the reader: all its models at once, of a corpus that fills some pages."""

from pathlib import Path

import pytest

from formats.corpus import read_corpus
from reading.model import load_reader
from reading.train import flow, language, reader
from reading.train.reader import learn_reader
from reading.train.text import moves
from reading.train.text.pages import page_stories

SEEDS = Path(__file__).parents[3] / "seeds"


def test_what_is_learned_is_what_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of models holds all that the reader asks for, and no more; what it asks for has a weight."""
    monkeypatch.setattr(language, "_dictionary", lambda: iter([("图书馆", 1.0)]))
    for name in ("PAGES", "WHOLE", "MOVED", "SPLIT"):
        monkeypatch.setattr(reader, name, 6)
    for name in ("EACH", "STRAYS"):
        monkeypatch.setattr(reader, name, {("moved",): 6})
    for module in (reader, moves):  # nothing is shared between processes, which know of no change here
        monkeypatch.setattr(module, "SECONDS", 0)
    monkeypatch.setattr(flow, "PAGES", 4)
    done: list[int] = []
    learn_reader(page_stories(read_corpus(SEEDS))[::8], tmp_path, count=done.append)
    assert done == [1] * reader.STEPS
    loaded = load_reader(tmp_path)
    assert loaded.openings.keys.size
    assert min(map(len, (loaded.joins, loaded.headlines, loaded.moves, loaded.splits, loaded.flow))) > 4
    assert sorted(path.stem for path in tmp_path.iterdir()) == [
        "flow",
        "headlines",
        "heads",
        "joins",
        "language",
        "moves",
        "openings",
        "splits",
        "wording",
    ]
