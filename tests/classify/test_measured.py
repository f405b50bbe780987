"""Numbers measured on real papers: read where they are named, refused where they are none."""

from pathlib import Path

import numpy as np
import pytest

from articles.corpus import Labelled
from articles.errors import InputError
from classify.domains import Domain
from classify.learn import learn
from classify.measured import FILE, NONE, Measured, read_measured

ENTRY = 'value = {}\non = "articles of a daily"\narticles = 20\nday = 2025-04-09\n'


def test_a_file_without_numbers_is_none(tmp_path: Path) -> None:
    """An office that measured nothing has the cross-validated values."""
    assert read_measured(tmp_path) == NONE
    (tmp_path / FILE).write_text("# nothing yet\n", "utf-8")
    assert read_measured(tmp_path) == NONE


def test_numbers_are_read_by_their_names(tmp_path: Path) -> None:
    """An inverse temperature, and a threshold for each domain that is named."""
    text = f"[inverse_temperature]\n{ENTRY.format(2.5)}\n[threshold.ip]\n{ENTRY.format(0.9)}"
    (tmp_path / FILE).write_text(text, "utf-8")
    assert read_measured(tmp_path) == Measured(2.5, {"ip": 0.9})


@pytest.mark.parametrize(
    "text",
    [
        "threshold = 0.9",
        "[threshold]\nip = 0.9",
        f"[threshold.ip]\n{ENTRY.format(1.2)}",
        f"[threshold.ip]\n{ENTRY.format(0)}",
        "[threshold.ip]\nvalue = 0.9\n",
        "[threshold.ip",
    ],
)
def test_what_is_no_measurement_is_told(tmp_path: Path, text: str) -> None:
    """A number that does not say where it comes from is not taken; one line says what to do."""
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(InputError, match=FILE):
        read_measured(tmp_path)


@pytest.mark.filterwarnings("ignore:Liblinear failed")
def test_training_takes_what_was_measured() -> None:
    """A domain that is named has its own threshold, the others one of the cross-validated corpus; names of domains that
    are not there are passed over."""
    domains = (Domain("health", "卫生健康", signs=("医院",)), Domain("ip", "知识产权"))
    corpus = tuple(
        Labelled(key, f"s{at % 5}", word, (f"{word}，{word}。",))
        for key, word in (("health", "医院门诊"), ("ip", "专利许可"))
        for at in range(10)
    )
    plain = learn(domains, corpus, np.ones(20)).model
    told = learn(domains, corpus, np.ones(20), Measured(2.5, {"ip": 0.9, "sport": 0.8})).model
    assert len(set(plain.thresholds)) == 1
    assert (told.inverse_temperature, told.thresholds[1]) == (2.5, 0.9)
    assert told.thresholds[0] != 0.9
