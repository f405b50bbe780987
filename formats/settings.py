"""Settings that a user writes: TOML as any editor saves it."""

from pathlib import Path
from typing import Any

from formats.encoding import decoded


def read_settings(path: Path) -> dict[str, Any]:
    """What stands in a TOML file in any encoding that Chinese text comes in, with a BOM or without.

    Raises OSError where it cannot be read, ValueError where it is none, InputError where it is no text.
    """
    import tomllib  # imported late: most calls read no settings

    data = path.read_bytes()
    return tomllib.loads(decoded(data).text.replace("\r\n", "\n") if data else "")
