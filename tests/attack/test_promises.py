"""What is promised is tested: SECURITY.md names the tests that hold each promise."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(tests/[^`]+)`", TEXT))))
def test_named_tests_are_there(name: str) -> None:
    """Nobody looks in vain for what holds a promise."""
    assert (ROOT / name).exists()


def test_every_promise_names_its_tests() -> None:
    """A promise is a point of a list; each ends in the tests that hold it."""
    promises = re.findall(r"^- ((?:.+\n)(?:  .+\n)*)", TEXT, re.MULTILINE)
    assert len(promises) > 10
    assert [promise for promise in promises if "(`tests/" not in promise.replace("\n  ", " ")] == []
