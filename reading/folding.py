"""Texts brought to one form, to be compared."""

import re
import unicodedata
from collections.abc import Sequence


def fold(text: str | Sequence[str]) -> str:
    """A text without white space and heading hashes, full-width forms folded to half (NFKC)."""
    joined = text if isinstance(text, str) else "".join(text)
    return re.sub(r"[\s#]+", "", unicodedata.normalize("NFKC", joined))
