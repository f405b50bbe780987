"""Cleaning: what only machines read goes, wherever it stands; what is in disguise is made plain; all else stays."""

from pathlib import Path
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.plain import cleaned

CASES = Path(__file__).parents[1] / "cases"
UNSEEN = "\0\x08\x1d\x7f\x9f\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2063\ufeff"
PAGE = "市医院开夜诊\n\n4月2日，市医院开设夜诊。\n\n少年球赛开打\n\n八十名选手参加。\n"


@pytest.mark.parametrize("char", UNSEEN)
def test_what_has_no_shape_is_read_away(char: str) -> None:
    """Between any two characters, at every end of a line, and on lines of its own, which are empty lines."""
    assert cleaned(char.join(PAGE)) == PAGE
    assert cleaned(PAGE.replace("\n", f"{char}\n{char}")) == PAGE
    assert cleaned(f"市医院开夜诊\n{char * 2}\n八十名选手参加。") == "市医院开夜诊\n\n八十名选手参加。"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_lines_end_in_many_ways(end: str) -> None:
    """And are the same lines; a form feed parts pages, and so their paragraphs."""
    assert cleaned(PAGE.replace("\n", end)) == PAGE
    assert cleaned("八十名选手参加。\x0c少年球赛开打") == "八十名选手参加。\n\n少年球赛开打"


def test_radicals_are_the_characters_that_they_look_like() -> None:
    """Kangxi's all; of the supplement those of the simplified too; duplicates of compatibility."""
    assert cleaned("⼈⽤⼿⼤⽉⽇⺠⻝⻔⻋⻅⻓⻢⻥⻦⻰") == "人用手大月日民食门车见长马鱼鸟龙"
    assert cleaned("\uf92c\uf9d1\uf9df\ufa0b\U0002f800") == normalize("NFC", "\uf92c\uf9d1\uf9df\ufa0b\U0002f800")
    plain = cleaned("".join(map(chr, range(0x2F00, 0x2FD6))))
    assert len(plain) == 0x2FD6 - 0x2F00
    assert all("\u4e00" <= char <= "\u9fff" for char in plain)


def test_shapes_of_characters_and_of_pictures() -> None:
    """A selector behind a Chinese character goes; what pictures are made of stays."""
    assert cleaned("葛\U000e0100城\ufe00市") == "葛城市"
    assert cleaned("点赞👍🏽❤\ufe0f👨\u200d👩\u200d👧。") == "点赞👍🏽❤\ufe0f👨\u200d👩\u200d👧。"


@given(st.text())
def test_no_other_character_is_lost_or_made_up(text: str) -> None:
    """What is no control, mark or disguise comes through in its order, blanks aside; cleaning twice changes nothing."""
    once = cleaned(text)
    kept = [char for char in text if not char.isspace() and category(char) not in ("Cc", "Cf", "Mn")]
    through = [char for char in once if not char.isspace() and category(char) not in ("Cc", "Cf", "Mn")]
    assert len(through) == len(kept)
    assert all(
        char == was or normalize("NFKC", was) == char or "\u2e80" <= was < "\u2f00"
        for char, was in zip(through, kept, strict=True)
    )
    assert cleaned(once) == once


def test_the_same_page_in_disguise() -> None:
    """A page of Kangxi's radicals is the page itself."""
    plain, disguised = (
        (CASES / f"32-damage/2025-04-{name}.txt").read_text("utf-8") for name in ("01-p01-plain", "02-p01-kangxi")
    )
    assert disguised != plain
    assert cleaned(disguised) == plain


def test_what_was_right_stays_right() -> None:
    """Rare characters and pictures are left as they are."""
    text = (CASES / "11-rare/2025-04-01-p01.txt").read_text("utf-8")
    assert cleaned(text) == text
