"""Sentences: nothing lost, nothing cut that belongs together, and no text that takes forever."""

import time

from hypothesis import given
from hypothesis import strategies as st

from articles.sentences import sentences

MARKS = st.text(alphabet='他说好a1.。！？!?…，：；“”‘’「」『』（）()《》" \n\r\u2028\u3000')


@given(st.one_of(st.text(), MARKS))
def test_sentences_hold_every_character_in_order(paragraph: str) -> None:
    """Put together, the sentences are the paragraph with nothing but white space lost, and none is blank."""
    found = sentences(paragraph)
    assert "".join("".join(found).split()) == "".join(paragraph.split())
    assert all(sentence and sentence == sentence.strip() for sentence in found)


@given(st.text(alphabet="他说好，。！？…1"))
def test_a_quotation_with_its_speaker_before_it_is_never_cut(speech: str) -> None:
    """Whatever is said, the quotation stays with the words that open it."""
    assert sentences(f"局长说：“{speech}。”") == [f"局长说：“{speech}。”"]


def test_every_text_is_read_in_linear_time() -> None:
    """Marks without end, each of which once made a splitter look back or ahead without end, pass in a blink."""
    hard = ["“", "。”", "“好！”", "(!", "a?", "…", "！…", "”他说", "“。", "!?", '"!', "啊"]
    began = time.perf_counter()
    for piece in hard:
        sentences(piece * 20_000)
    assert time.perf_counter() - began < 5
