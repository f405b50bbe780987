"""The command, called within this process: what it may answer to any file whatever."""

import json
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

from articles.article import from_json
from articles.language import load_language
from baozhai.cli import main
from classify.model import load
from digest.render import RENDERERS
from reading.model import load_reader
from tests.digest.test_safety import Reader
from tests.trained import MODELS

FOREIGN = {"script", "iframe", "object", "embed", "img", "link", "base", "form"}
VERBS: Mapping[str, Sequence[str]] = {
    "read": ("read", "--format", "jsonl"),
    "text": ("read", "--format", "text"),
    "explain": ("read", "--explain"),
    "classify": ("classify", "--format", "table"),
    "summarize": ("summarize", "--format", "jsonl"),
    "keywords": ("summarize", "--format", "text", "--chars", "40"),
    "archive": ("digest", "-o", "{folder}/out/", "--format", ",".join(RENDERERS)),
    **{f"digest.{name}": ("digest", "-o", "{folder}/out/", "--format", name) for name in RENDERERS},
}


def once(load: Callable[..., Any], model: Any) -> Callable[..., Any]:
    """What loads a model of a folder, that of this tree once for all cases: it takes ten times as long as a page."""
    return lambda folder, *more: model if folder == MODELS.folder else load(folder, *more)


def answer(*words: str) -> Result:
    """What the command answers: a code of three, a line where something failed, and never a traceback."""
    with (
        patch("articles.language.load_language", once(load_language, MODELS.language)),
        patch("reading.model.load_reader", once(load_reader, MODELS.reader)),
        patch("classify.model.load", once(load, MODELS.classifier)),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("error", RuntimeWarning)
        done = CliRunner().invoke(main, words)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise AssertionError(f"{words}: {done.exception!r}") from done.exception
    assert done.exit_code in (0, 1, 2), (words, done.exit_code)
    assert done.exit_code == 0 or done.stderr.strip(), (words, "it failed and told nothing")
    assert "Traceback" not in done.stderr, (words, done.stderr)
    return done


def taken(how: str, path: Path) -> None:
    """A verb takes a file; what it writes is what it says it is."""
    folder = path.parent
    done = answer(*(word.format(folder=folder) for word in VERBS[how]), str(path))
    if how in ("read", "summarize"):
        for line in filter(None, done.stdout.split("\n")):
            from_json(json.loads(line), "")
    for page in (folder / "out").glob("*.html"):
        read = Reader(page.read_text("utf-8"))
        assert not FOREIGN & set(read.elements), FOREIGN & set(read.elements)
        assert not [name for name in read.attributes if name.startswith("on")]
