"""Settings that a user writes: TOML as any editor saves it."""

import tomllib
from pathlib import Path
from typing import Any

from formats.encoding import decoded


def read_settings(path: Path) -> dict[str, Any]:
    """What stands in a TOML file in any encoding that Chinese text comes in, with a BOM or without.

    Raises OSError where it cannot be read, tomllib.TOMLDecodeError where it is none, InputError where it is no text.
    """
    data = path.read_bytes()
    return tomllib.loads(decoded(data).text.replace("\r\n", "\n") if data else "")
