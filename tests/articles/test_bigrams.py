"""Bigrams: pairs of neighbouring letters and ideographs, each as one number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from articles.bigrams import REPLACEMENT, bigram_codes, bigrams_at, char_codes, find_sorted, packed

LETTERS = "市政协专利aZ09０９㐀鿿"


@given(st.text(alphabet=LETTERS + "，。 \n-·"))
def test_bigrams_are_the_pairs_of_letters(text: str) -> None:
    """Each pair of neighbours that are both letters, digits or ideographs, in the text's order; nothing else."""
    pairs = [(at, text[at : at + 2]) for at in range(len(text) - 1) if set(text[at : at + 2]) <= set(LETTERS)]
    codes, places = bigrams_at(char_codes(text))
    assert places.tolist() == [at for at, _ in pairs]
    assert codes.tolist() == [ord(pair[0]) << 16 | ord(pair[1]) for _, pair in pairs]
    assert bigram_codes(text).tolist() == codes.tolist()


def test_characters_are_folded() -> None:
    """Half-width marks are full-width ones, ％ is %, what lies beyond 16 bits is one character."""
    assert char_codes(",:;?!()．％").tolist() == list(map(ord, "，：；？！（）.%"))
    assert char_codes("𠮷😀\ud83d").tolist() == [REPLACEMENT, REPLACEMENT, 0xD83D]
    assert len(bigram_codes("𠮷林")) == 1


def test_packed_numbers_tell_strings_apart() -> None:
    """Up to four characters side by side, the first one highest."""
    first, second = char_codes("大"), char_codes("桥")
    assert packed(first, second).tolist() == [ord("大") << 16 | ord("桥")]
    assert packed(first, second)[0] != packed(second, first)[0]
    assert packed(*[char_codes("\uffff")] * 4).tolist() == [2**64 - 1]


def test_what_is_found_among_sorted_numbers() -> None:
    """Whether each stands there, and where; also before the first and behind the last."""
    found, at = find_sorted(np.array([2, 4, 8]), np.array([4, 5, 1, 9, 8]))
    assert found.tolist() == [True, False, False, False, True]
    assert at[found].tolist() == [1, 2]
