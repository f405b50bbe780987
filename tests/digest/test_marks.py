"""Marks: a text cut into runs is the text, and each character says what it is."""

import time
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from digest.marks import runs

TEXTS = st.text("专利。局", max_size=12)
PARTS = st.lists(st.text("专利。局", max_size=4), max_size=4)


def covered(text: str, parts: list[str]) -> list[bool]:
    """A character at a time: where parts begin the longest stands, from there to its end no other begins."""
    marked, end = [False] * len(text), 0
    for at in range(len(text)):
        longest = max((len(part) for part in parts if part and text.startswith(part, at)), default=0)
        if longest and at >= end:
            end = at + longest
            marked[at:end] = [True] * longest
    return marked


@given(TEXTS, PARTS, PARTS)
def test_runs_are_what_the_characters_say(text: str, sentences: list[str], words: list[str]) -> None:
    """No run could be longer, and put together they are the text."""
    flags = zip(text, covered(text, sentences), covered(text, words), strict=True)
    wanted = [("".join(char for char, *_ in run), *marks) for marks, run in groupby(flags, lambda flag: flag[1:])]
    assert [(run.text, run.summary, run.evidence) for run in runs(text, sentences, words)] == wanted


def test_four_times_the_text_takes_four_times_as_long() -> None:
    """Marks as many as they may be."""

    def taken(size: int) -> float:
        began = time.process_time()
        assert len(runs("专利局。" * size, [], ["专利"])) == 2 * size
        return time.process_time() - began

    short = min(taken(5_000) for _ in range(3))
    assert min(taken(20_000) for _ in range(3)) < 10 * short
