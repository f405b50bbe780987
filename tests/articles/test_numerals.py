"""Numbers in figures and in numerals."""

import pytest

from articles.numerals import chinese_number, narrow


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("二十", 20), ("二十九", 29), ("○五", 5), ("", None), ("十十", None), ("二二十", None), ("3版", None)],
)
def test_numerals_are_numbers_or_nothing(text: str, number: int | None) -> None:
    """Up to ninety-nine with 十, figure by figure without; what is neither is none."""
    assert chinese_number(text) == number


def test_narrow_keeps_the_length() -> None:
    """Figures and letters become plain, marks and words stay."""
    text = "（２０２５）．Ｂ０３，要闻　ｚ"
    assert narrow(text) == "（2025）.B03，要闻 z"
    assert len(narrow(text)) == len(text)
