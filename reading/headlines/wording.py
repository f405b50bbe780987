"""How a short line is worded: as a headline is, or as a piece of a sentence."""

from articles.bigrams import FOLD
from articles.words import words

# Particles and marks that running text holds far more often than headlines, and the other way round.
FUNCTION_CHARS = frozenset("的了在是和为对将把被与及从中上下等也都就不，、：；。！？“”《》—（）0123456789")


def wording_features(line: str) -> list[str]:
    """What is looked at: the words, the first and the last ones, the characters at both ends, the length."""
    line = line.translate(FOLD)
    found = words(line) or [""]
    return [
        *(f"word {word}" for word in dict.fromkeys(found)),
        *(f"holds {char}" for char in dict.fromkeys(line) if char in FUNCTION_CHARS),
        *(f"first {found[0]}", f"first {' '.join(found[:2])} of two", f"last {found[-1]}"),
        *(f"last {' '.join(found[-2:])} of two", f"opens {len(found[0])}", f"ends {len(found[-1])}"),
        *(f"from {line[:size]}" for size in (1, 2, 3)),
        *(f"to {line[-size:]}" for size in (1, 2, 3)),
        f"length {min(len(line) // 4, 12)}",
    ]
