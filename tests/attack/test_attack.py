"""A short attack of each kind, the same at each run; `make attack` goes on for as long as one likes."""

from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st

from tests.attack.attacker import Tally, attack, tried
from tests.attack.case import Case, Kind, kept
from tests.attack.kinds import KINDS
from tests.attack.pages import cases


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nothing_that_is_made_to_break_it_does(kind: Kind) -> None:
    """Exit codes of three, a line for what fails, no character lost, none made up, in bounded time and memory."""
    tally = Tally(kind)
    attack(kind, tally, settings(derandomize=True, database=None, max_examples=kind.few, phases=(Phase.generate,)))
    assert tally.broke is None, tally.said
    assert tally.tried >= kind.few


def test_an_attack_finds_what_breaks(tmp_path: Path) -> None:
    """A check that fails is told with the smallest case found, and the file kept of it fails again."""

    def check(case: Case, folder: Path) -> None:
        assert len(case.write(folder).read_bytes()) < 5

    kind = Kind("made", cases(st.binary(), ".txt"), check, 1)
    tally = Tally(kind)
    attack(kind, tally, settings(derandomize=True, database=None, max_examples=200))
    assert tally.broke is not None
    assert tally.broke.data == bytes(5)
    path = tmp_path / tally.broke.label("made")
    path.write_bytes(tally.broke.data)
    name, case = kept(path)
    assert (name, case) == ("made", tally.broke)
    with pytest.raises(AssertionError):
        tried(kind, case)
