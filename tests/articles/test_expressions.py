"""Expressions: what they match, and when they are made."""

import re

import pytest

from articles import expressions
from articles.expressions import METHODS, expression


def test_an_expression_does_what_a_compiled_one_does() -> None:
    """Every method, with its flags, for text and for bytes."""
    lazy, made = expression("a(b)?", re.IGNORECASE), re.compile("a(b)?", re.IGNORECASE)
    for method in ("match", "fullmatch", "search"):
        assert str(getattr(lazy, method)("AB")) == str(getattr(made, method)("AB"))
    assert lazy.findall("ab A") == made.findall("ab A")
    assert lazy.sub("-", "ab A") == made.sub("-", "ab A") == "- -"
    assert lazy.split("xabx") == made.split("xabx")
    assert [match.span() for match in lazy.finditer("ab A")] == [(0, 2), (3, 4)]
    assert expression(rb"\d+").findall(b"1 22") == [b"1", b"22"]
    assert lazy.pattern == made.pattern


def test_it_is_made_when_it_is_first_asked_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before, and no more for its other methods."""
    made: list[str] = []

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return re.compile(pattern, flags)

    monkeypatch.setattr(expressions, "compiled", counted)
    lazy = expression("只读一次")
    assert made == []
    assert [bool(getattr(lazy, method)("只读一次")) for method in ("search", "match", "search")] == [True] * 3
    assert made == ["只读一次"]
    with pytest.raises(AttributeError):
        _ = lazy.unheard_of  # type: ignore[attr-defined]
    assert set(METHODS) <= set(dir(re.compile("")))
