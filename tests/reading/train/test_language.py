"""Learning the language: Witten-Bell's method C on a corpus that fits on a line, and what the dictionary adds."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from articles.bigrams import bigram_codes, char_codes
from articles.corpus import Labelled
from articles.language import TrigramModel, load_language
from reading.train import language
from reading.train.language import LEAST, UNSEEN, WORD_WEIGHT, learn_language

CORPUS = [Labelled("other", "s", "标题", ("市政协市政府", "市政协"))]


def learned(folder: Path, monkeypatch: pytest.MonkeyPatch, words: dict[str, float]) -> TrigramModel:
    """The model of the corpus and some words with their weights in place of the dictionary."""

    def dictionary() -> Iterator[tuple[str, float]]:
        yield from words.items()

    monkeypatch.setattr(language, "_dictionary", dictionary)
    learn_language(CORPUS, folder)
    return load_language(folder)


def log(model: TrigramModel, kind: str, gram: str) -> float | None:
    """The log probability that the model keeps of a string."""
    key = 0
    for char in gram:
        key = key << 16 | ord(char)
    at = np.flatnonzero(getattr(model, f"{kind}s") == key)
    return float(getattr(model, f"{kind}_logs")[at[0]]) if len(at) else None


def test_probabilities_are_witten_and_bells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts and what the shorter string says, weighed by how many different characters followed the context."""
    model = learned(tmp_path, monkeypatch, {})
    # 市 3, 政 3, 协 2, 府 1 and two marks of a start a paragraph are 13; 市 is followed by 政 alone, 政 by 协 and 府.
    char = {name: (count + 1) / (13 + UNSEEN) for name, count in (("市", 3), ("政", 3), ("协", 2), ("府", 1))}
    after = (3 + 1 * char["政"]) / (3 + 1)
    then = (2 + 2 * char["协"]) / (3 + 2)
    assert log(model, "char", "市") == pytest.approx(math.log(char["市"]), rel=1e-3)
    assert log(model, "bigram", "市政") == pytest.approx(math.log(after), rel=1e-3)
    assert log(model, "bigram", "政协") == pytest.approx(math.log(then), rel=1e-3)
    assert log(model, "trigram", "市政协") == pytest.approx(math.log((2 + 2 * then) / (3 + 2)), rel=1e-3)
    assert log(model, "bigram", "协府") is None


def test_what_was_never_seen_is_left_to_shorter_strings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The weight of a context is the share that it leaves to others, all where nothing ever followed it."""
    model = learned(tmp_path, monkeypatch, {})
    weight = dict(zip(model.chars.tolist(), np.exp(model.char_weights).tolist(), strict=True))
    assert weight[ord("政")] == pytest.approx(2 / (2 + 3), rel=1e-3)
    assert weight[ord("府")] == 1.0
    surprisal = float(model.surprisal(bigram_codes("政市"))[0])
    assert surprisal == pytest.approx(-(2 * log(model, "char", "市") + math.log(0.4)), rel=1e-3)  # type: ignore[operator]


def test_words_count_as_often_as_their_weight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trigram that counts less than LEAST is left to its bigrams, one that counts more is kept."""
    model = learned(tmp_path, monkeypatch, {"图书馆": LEAST + 0.1, "美术馆": LEAST - 0.1})
    assert log(model, "trigram", "图书馆") is not None
    assert log(model, "trigram", "美术馆") is None
    assert log(model, "bigram", "美术") is not None


def test_marks_and_rare_characters_are_folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A half-width comma is a full-width one, what lies beyond 16 bits is one character."""
    monkeypatch.setattr(language, "_dictionary", dict)
    learn_language([Labelled("other", "s", "", ("市,政𠮷",))], tmp_path)
    chars = set(load_language(tmp_path).chars.tolist())
    assert set(char_codes("，市政𠮷").tolist()) <= chars
    assert ord(",") not in chars


def test_the_dictionarys_words_count_by_the_root_of_their_frequency() -> None:
    """Words of two characters and more, no rare ones, so that common words do not drown the corpus."""
    words = dict(language._dictionary())
    assert min(map(len, words)) == 2
    assert max(map(max, words)) <= "\uffff"
    frequency = {word: (weight / WORD_WEIGHT) ** 2 for word, weight in words.items()}
    assert frequency["中国"] > 10_000
    assert all(abs(frequency[word] - round(frequency[word])) < 1e-6 for word in ("中国", "图书馆", "知识产权"))
