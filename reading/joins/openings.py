"""How a text begins: as a sentence does, or in the middle of one."""

from articles.bigrams import FOLD
from articles.words import words

START = 10


def opening_features(text: str) -> list[str]:
    """What is looked at: the first word, its length, the word after it; the first characters, alone and together."""
    start = text[:START].translate(FOLD)
    first, second, *_ = [*words(start), "", ""]
    return [
        *(f"word {first}", f"words {first} {second}", f"then {second}", f"length {len(first)}"),
        *(f"first {start[:size]}" for size in (1, 2, 3, 4)),
        *(f"at {place} {char}" for place, char in enumerate(start[:4].ljust(4))),
        *(f"pair {place} {start[place : place + 2]}" for place in (1, 2)),
    ]
