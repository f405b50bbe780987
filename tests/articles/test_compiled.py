"""Compiled expressions: those that are kept are those that Python makes."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles import compiled as room
from articles import kept as store
from articles.compiled import compiled, keep_compiled
from articles.kept import keep, kept

PATTERNS = [
    (r"(?P<name>[一-鿿]{2,4})(?P=name)?|(x)", 0),
    (r"^本报讯(?:（记者(?P<who>[^）]+)）)?", re.MULTILINE),
    (r"(?i:isbn)\s*\d+", re.IGNORECASE | re.DOTALL),
    (r"(?x) a  b # 注", 0),
    (rb"%PDF-\d", 0),
    (r"(?<=年)\d{1,2}(?=月)", re.ASCII),
]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of its own, and nothing compiled so far."""
    monkeypatch.setattr(store, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(room, "_new", {})
    room._forms.cache_clear()
    yield
    room._forms.cache_clear()


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_one_is_the_same(pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code, its flags, its groups and their names; Python compiles it once."""
    made = compiled(pattern, flags)
    keep_compiled()
    monkeypatch.setattr(room.re, "compile", None)
    again = compiled(pattern, flags)
    assert again is not made
    assert (again, again.flags, again.groups, again.groupindex) == (made, made.flags, made.groups, made.groupindex)
    assert again.pattern == pattern


def test_groups_keep_their_names() -> None:
    """Those of a match, and the last of them."""
    compiled(*PATTERNS[0])
    keep_compiled()
    match = compiled(*PATTERNS[0]).search("许明达。")
    assert match
    assert (match["name"], match.lastgroup) == ("许明达", "name")


@pytest.mark.parametrize(
    "form", [None, (), (32, b"\xff" * 8, 0, {}, (None,)), (32, b"1", 0, {}, ()), ("", b"", 0, {}, ())]
)
def test_a_broken_one_is_compiled(form: object) -> None:
    """Whatever stands in its place."""
    keep(room.NAME, {("本报讯", 0): form})
    assert compiled("本报讯").match("本报讯")


def test_a_python_that_does_not_tell_its_code_keeps_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own modules may be called otherwise tomorrow."""

    def unknown(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(room, "import_module", unknown)
    assert compiled("本报讯").match("本报讯")
    keep_compiled()
    assert kept(room.NAME) is None


def test_what_came_out_otherwise_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that does not make the same expression again."""
    other = room._pack("别的", 0, re.compile("别的"))
    monkeypatch.setattr(room, "_pack", lambda *_: other)
    compiled("本报讯")
    keep_compiled()
    assert kept(room.NAME) is None


def test_nothing_is_packed_that_cannot_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would cost as much again."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled("本报讯")
    assert not room._new


def test_what_is_kept_stays_beside_what_is_new() -> None:
    """One call asks for some, the next for others."""
    for pattern in "一二":
        compiled(pattern)
        keep_compiled()
    assert list(kept(room.NAME)) == [("一", 0), ("二", 0)]


def test_those_of_long_ago_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that holds far more than we have begins anew."""
    monkeypatch.setattr(room, "MOST", 2)
    for pattern in "一二三":
        compiled(pattern)
        keep_compiled()
    assert list(kept(room.NAME)) == [("三", 0)]
