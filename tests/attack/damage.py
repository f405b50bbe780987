"""Damage: what is done to a text, to bytes and to JSON before they are tried."""

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.reading.test_properties import PIECES

Whole = TypeVar("Whole", str, bytes)
# Where, how many are taken away there, and what is put there: something new, or (None) what stands at another place.
Wound = tuple[float, int, Any, float]

SHARE = st.floats(0, 1)
MANY = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 3000))
HOSTILE = (
    *("<script>alert(1)</script>", "{{7*7}}", "](javascript:alert(1))", "=cmd|' /C calc'!A0", "]]>", "&#0;", "%s%n"),
    *("\x1b[2J\x1b]0;x\x07", "\x9b31m", "\u202e", "\ufeff", "\x00", "\u2028", "．．／", "$(id)", "-->"),
    *("'\"><img src=x>", "9999年12月31日", "0000-00-00", "（下转第99999999999999999999版）", "（上接第〇版）"),
    *("１" * 400, "第一百万亿版"),
)
PUT = st.one_of(st.none(), st.just(""), st.sampled_from(HOSTILE), PIECES)
ODD = st.sampled_from([b"\xff" * 4, bytes(8), b"-1", b"\n"])
BYTES = st.one_of(st.none(), st.just(b""), st.binary(max_size=8), ODD)


def wounds(put: st.SearchStrategy[Any], most: int = 6) -> st.SearchStrategy[list[Wound]]:
    """Damages, none at times."""
    return st.lists(st.tuples(SHARE, MANY, put, SHARE), max_size=most)


def damaged(whole: Whole, found: Sequence[Wound]) -> Whole:
    """The text or the bytes, with each damage done in its turn.

    >>> damaged("0123456789", [(0.5, 2, "x", 0.0), (1.0, 0, None, 0.0)])
    '01234x7890'
    """
    for at, many, put, other in found:
        start, there = round(at * len(whole)), round(other * len(whole))
        what = whole[there : there + max(many, 1)] if put is None else put
        whole = whole[:start] + what + whole[start + many :]
    return whole


TEXT_WOUNDS, BYTE_WOUNDS = wounds(PUT), wounds(BYTES)

# What a field of JSON may hold that none should.
SCALARS = st.one_of(
    st.sampled_from([None, True, False, 0, -1, 10**30, 2**63, 1e308, float("nan"), float("inf"), -0.0, "", " ", "\n"]),
    st.sampled_from(["9999-12-31", "0001-01-01", "2025-02-30", "10000-01-01", "2025-W10-1", "20250315", "２０２５"]),
    st.sampled_from(["../../x", "a/b", "a" * 300, "\ud800", "con", "2025-03-15-p01-a01", "health", "第〇版", *HOSTILE]),
    st.text(max_size=8),
    st.integers(),
    st.floats(),
)


def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and objects of such values."""
    return st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3))


VALUES = st.recursive(SCALARS, holding, max_leaves=6)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each value in some JSON, the whole first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], put: Any) -> Any:
    """The JSON with another value at a place.

    >>> changed({"a": [1, 2]}, ("a", 1), None)
    {'a': [1, None]}
    """
    if not path:
        return put
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], put)
    return copy


def json_wounds(value: Any, most: int = 3) -> st.SearchStrategy[Any]:
    """The JSON with some of its values changed."""
    change = st.tuples(st.sampled_from(places(value)), VALUES)

    def all_of(changes: Sequence[tuple[tuple[Any, ...], Any]]) -> Any:
        made = value
        for path, put in sorted(changes, key=lambda one: -len(one[0])):
            try:
                made = changed(made, path, put)
            except (AttributeError, KeyError, IndexError, TypeError):
                continue  # a change before took the place away
        return made

    return st.lists(change, min_size=1, max_size=most).map(all_of)
