"""The language model: a trigram model in ARPA's form, worked out by hand and asked for what everybody knows."""

from pathlib import Path

import numpy as np
import pytest

from articles.arrays import write_arrays
from articles.bigrams import bigram_codes, char_codes, packed
from articles.errors import InputError
from articles.language import FILE, SHAPES, UNSEEN_LOG, VERSION, TrigramModel, load_language
from tests.trained import MODELS

# 市 and 政 were seen alone, 市政 and 政协 together, 市政协 as three; 协 never alone.
SMALL = TrigramModel(
    chars=np.sort(char_codes("市政")),
    char_logs=np.array([-2, -3], np.float32),
    bigrams=np.sort(packed(char_codes("市政"), char_codes("政协"))),
    bigram_logs=np.array([-0.5, -0.25], np.float32),
    trigrams=packed(char_codes("市"), char_codes("政"), char_codes("协")),
    trigram_logs=np.array([-0.125], np.float32),
    char_weights=np.array([-1, -1.5], np.float32),
    bigram_weights=np.array([-0.75, -0.0625], np.float32),
)


def codes(*pairs: str) -> np.ndarray:
    return char_codes("".join(pairs)).reshape(-1, 2)


def test_surprisal_is_minus_the_log_probability() -> None:
    """Of a pair seen its own, of one not seen that of its characters and the weight to back off with."""
    assert SMALL.chars.tolist() == [ord("市"), ord("政")]
    seen, backed, unknown = SMALL.surprisal(
        np.concatenate([bigram_codes("市政"), bigram_codes("政市"), bigram_codes("协协")])
    )
    assert seen == pytest.approx(2 + 0.5)
    assert backed == pytest.approx(3 + 1.5 + 2)
    assert unknown == pytest.approx(-2 * UNSEEN_LOG)


def test_pmi_is_how_much_likelier_the_right_side_is_here_than_anywhere() -> None:
    """A trigram seen counts itself, one not seen the bigram with its weight."""
    (found,) = SMALL.pmi(codes("市政"), codes("协市"))[0]
    here = -0.125 + (-0.0625 - 2)  # 协 after 市政; then 市 after 政协 by the weight of that pair, 协市 by 市 alone
    anywhere = UNSEEN_LOG - 2
    assert found == pytest.approx(here - anywhere)


def test_what_belongs_together_has_information_in_common() -> None:
    """知识|产权 are likelier side by side than each alone; 产权|知识 are not."""
    table = MODELS.language.pmi(codes("知识", "桥面"), codes("产权", "开裂"))
    assert table.shape == (2, 2)
    assert table[0, 0] > 3
    assert table[0, 0] > table[0, 1]
    assert table[1, 1] > table[1, 0]


def test_a_rare_pair_surprises_more() -> None:
    """榨菜 tells more than 国家."""
    common, rare = MODELS.language.surprisal(np.concatenate([bigram_codes("国家"), bigram_codes("榨菜")]))
    assert rare > common > 0


def test_a_model_is_loaded_as_it_was_written(tmp_path: Path) -> None:
    """Logarithms are kept as half floats and say the same; a missing array is told."""
    arrays = {name: getattr(SMALL, name) for name in SHAPES}
    stored = {name: array if array.dtype.kind == "u" else array.astype(np.float16) for name, array in arrays.items()}
    write_arrays(tmp_path / FILE, VERSION, stored)
    loaded = load_language(tmp_path)
    for name, array in arrays.items():
        assert getattr(loaded, name).tolist() == array.tolist(), name
        assert getattr(loaded, name).dtype == stored[name].dtype
    for pair in ("市政", "政市", "协协"):
        assert loaded.surprisal(bigram_codes(pair)).dtype == np.float32
        assert loaded.surprisal(bigram_codes(pair)).tolist() == SMALL.surprisal(bigram_codes(pair)).tolist()
    assert loaded.pmi(codes("市政"), codes("协市")).tolist() == SMALL.pmi(codes("市政"), codes("协市")).tolist()
    write_arrays(tmp_path / FILE, VERSION, {name: stored[name] for name in stored if name != "chars"})
    with pytest.raises(InputError, match="broken"):
        load_language(tmp_path)
