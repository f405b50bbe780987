"""Numbers that were measured on real papers: what the corpus, which is written, cannot say of a real day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.errors import InputError
from formats.settings import read_settings

FILE = "measured.toml"


@dataclass(frozen=True, slots=True)
class Measured:
    """What real papers said: the inverse temperature, if it was measured; thresholds by the keys of their domains."""

    inverse_temperature: float | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)


NONE = Measured()


def read_measured(seeds: Path) -> Measured:
    """The numbers in seeds/measured.toml, if it is there; raises InputError where an entry is no measurement."""
    path = seeds / FILE
    try:
        entries = read_settings(path)
    except FileNotFoundError:
        return NONE
    except (OSError, ValueError, InputError) as error:
        raise InputError(f"{path} cannot be read ({error})", "mend it, or take it away") from None
    try:
        given = entries.get("inverse_temperature")
        thresholds = {key: _value(entry, 1) for key, entry in entries.get("threshold", {}).items()}
        return Measured(None if given is None else _value(given, 100), thresholds)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(
            f"{path} holds something else than measurements", "give each a value and say on what, how many, the day"
        ) from None


def _value(entry: Mapping[str, Any], most: float) -> float:
    """The value of a measurement that also says what it was measured on."""
    value, _, _, _ = float(entry["value"]), entry["on"], int(entry["articles"]), entry["day"]
    if not 0 < value <= most:
        raise ValueError(value)
    return value
