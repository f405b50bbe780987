"""JSON: everything the digest holds, after `digest/schema/digest.schema.json`."""

import json
from typing import Any

from digest.rows import digest_row
from digest.story import Digest


def render(digest: Digest) -> str:
    """The digest as one JSON object."""
    return dumps(digest_row(digest))


def dumps(value: Any) -> str:
    r"""Indented JSON, characters as they are; half of a surrogate pair, which no file can hold, as its escape.

    >>> dumps("报\ud83d")
    '"报\\ud83d"\n'
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"
