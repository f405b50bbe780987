"""What a file is, and what a day's digest is made from, each as one hash."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from articles.article import to_json
from articles.page import Page
from digest.issue import DigestConfig, Issue

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = ("articles", "formats", "reading", "classify", "summarize", "digest", "archive")


def fingerprint(issue: Issue, config: DigestConfig) -> str:
    """What a day's digest is made from, as one hash: its input, the models, the options, the program itself."""
    items = [["page", repr(item)] if isinstance(item, Page) else to_json(item) for item in issue.items]
    options = [repr(config.length), repr(config.profile), config.unsure, config.budget, config.method, config.pictures]
    made_from = [issue.name, items, issue.failures, options, _content(config.models.folder), _program()]
    return sha256(json.dumps(made_from).encode()).hexdigest()


def file_hash(path: Path) -> str | None:
    """The hash of a file's bytes, None where there is no file."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


@cache
def _content(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return sha256("".join(f"{path.name}{file_hash(path)}" for path in files).encode()).hexdigest()


@cache
def _program() -> str:
    """The house's own code and templates: another version may make another digest of the same pages."""
    files = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.*") if path.suffix != ".pyc")
    return sha256("".join(f"{path.name}{file_hash(path)}" for path in files).encode()).hexdigest()
