"""The command, called within this process: what it may answer to any file whatever."""

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from articles.article import from_json
from baozhai.cli import main
from digest.render import RENDERERS
from tests.digest.test_safety import Reader

FOREIGN = {"script", "iframe", "object", "embed", "img", "link", "base", "form"}
VERBS: Mapping[str, Sequence[str]] = {
    "read": ("read", "--format", "jsonl"),
    "text": ("read", "--format", "text"),
    "explain": ("read", "--explain"),
    "classify": ("classify", "--format", "table"),
    "summarize": ("summarize", "--format", "jsonl"),
    "keywords": ("summarize", "--format", "text", "--chars", "40"),
    "archive": ("digest", "-o", "{folder}/out/", "--format", ",".join(RENDERERS)),
    **{f"digest.{name}": ("digest", "-o", "{folder}/one", "--format", name) for name in RENDERERS},
}


def answer(*words: str) -> Result:
    """What the command answers: a code of three, a line where something failed, and never a traceback."""
    with warnings.catch_warnings():
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
    for page in [folder / "one"] if how == "digest.html" else (folder / "out").glob("*.html"):
        if page.is_file():
            read = Reader(page.read_text("utf-8"))
            assert not FOREIGN & set(read.elements), FOREIGN & set(read.elements)
            assert not [name for name in read.attributes if name.startswith("on")]
