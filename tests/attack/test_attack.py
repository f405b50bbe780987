"""A short attack of each kind, the same at each run; `make attack` goes on for as long as one likes."""

from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.attack.attacker import Tally, attack, tried
from tests.attack.case import Case, Kind, kept
from tests.attack.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nothing_that_is_made_to_break_it_does(kind: Kind) -> None:
    """Exit codes of three, a line for what fails, no character lost, none made up, in bounded time and memory."""
    tally = Tally(kind)
    attack(kind, tally, settings(derandomize=True, database=None, max_examples=kind.few, phases=(Phase.generate,)))
    assert tally.tried >= kind.few
    assert tally.broke is None, tally.said


def test_an_attack_finds_what_breaks(tmp_path: Path) -> None:
    """A check that fails is told with the smallest case found, and the file kept of it fails again."""

    def check(case: Case, folder: Path) -> None:
        assert b"\x1b" not in case.write(folder).read_bytes()

    kind = Kind("made", KINDS["pages"].cases, check, 1)
    tally = Tally(kind)
    attack(kind, tally, settings(derandomize=True, database=None, max_examples=200))
    assert tally.broke is not None
    assert b"\x1b" in tally.broke.data
    path = tmp_path / tally.broke.label("made")
    path.write_bytes(tally.broke.data)
    name, case = kept(path)
    assert (name, case) == ("made", tally.broke)
    with pytest.raises(AssertionError):
        tried(kind, case)
