"""What lies beside the classifier's arrays: its domains, its thresholds, how sure it is; every field checked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.arrays import CURE, LARGEST, broken
from articles.errors import InputError
from classify.domains import Domain, from_json

MOST_BYTES = 16 * 2**20  # of the file, which signs alone make long


@dataclass(frozen=True, slots=True)
class Contents:
    """The domains in the taxonomy's order, and the threshold of each; what scores are multiplied with."""

    domains: tuple[Domain, ...]
    inverse_temperature: float
    thresholds: tuple[float, ...]


def read_card(path: Path, version: int) -> Contents:
    """What a classifier's JSON says; raises InputError where it is missing, of another version or no such thing."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError
        card = json.loads(path.read_text("utf-8"), object_pairs_hook=_object, parse_constant=_no_number)
        if card["version"] != version or type(card["version"]) is not int:
            raise InputError(f"{path}: it is of another version", CURE)
        return _contents(card)
    except FileNotFoundError:
        raise InputError(f"{path}: it is missing", CURE) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise broken(path) from None


def _contents(card: Mapping[str, Any]) -> Contents:
    """The contents of a card; raises KeyError, TypeError or ValueError where a field is not what it must be."""
    if not (isinstance(card["domains"], list) and isinstance(card["thresholds"], list)):
        raise TypeError
    domains = tuple(map(_domain, card["domains"]))
    thresholds = tuple(map(_number, card["thresholds"]))
    temperature = _number(card["inverse_temperature"])
    if len({domain.key for domain in domains}) < max(2, len(domains)) or len(thresholds) != len(domains):
        raise ValueError
    if temperature <= 0 or min(thresholds) < 0:
        raise ValueError
    return Contents(domains, temperature, thresholds)


def _domain(entry: Any) -> Domain:
    texts = [entry["key"], entry["name"], *entry["signs"], *filter(None, [entry["iptc"]])]
    if not all(isinstance(text, str) and text.encode() for text in texts):  # half a character is no text
        raise TypeError
    return from_json(entry)


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) <= LARGEST:  # NaN neither
        raise TypeError
    return float(value)


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field stands there twice")
    return dict(pairs)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
