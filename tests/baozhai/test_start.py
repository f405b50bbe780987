"""What a page costs before it is read: the modules that are imported for it."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from baozhai.cli import VERBS
from formats.pdf.door import WORKER

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "seeds" / "pages"
# Each costs a tenth of a second or more, or is asked for by other verbs alone.
HEAVY = {"scipy", "sklearn", "pandas", "joblib", "jinja2", "docx", "xlsxwriter", "asyncio", "cv2", "PIL", "jieba"}
# A hundredth or two of a second each, for what few calls do; an old numpy imports some of them.
SELDOM = frozenset(("tomllib", "difflib", "random", "statistics", "tempfile"))
ONE = '{"headline": "新馆开馆", "body": ["市图书馆新馆今天开馆，读者很多。"]}\n'
# What tells percents and makes cells safe.
SAID = ("digest.safe", "digest.wording")
OTHER_VERBS = {
    "classify",
    "summarize",
    "digest.edition",
    "digest.render",
    "archive",
    "reading.picture",
    "reading.train",
}


def imported(*command: str, data: bytes = b"") -> set[str]:
    """The modules that a process imports, by what Python tells of them."""
    done = subprocess.run([command[0], "-X", "importtime", *command[1:]], input=data, capture_output=True, check=True)
    return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines() if "|" in line}


def seldom_by_others() -> set[str]:
    return SELDOM & imported(sys.executable, "-c", "import numpy")


@pytest.mark.parametrize("page", sorted(PAGES.glob("*-p0*")), ids=lambda path: path.suffix)
def test_read_imports_what_reads(page: Path) -> None:
    """`read` of one page waits for no learner, no other verb and no format that it does not write.

    An e-paper's page comes in articles, which need no reader.
    """
    names = imported(sys.executable, "-m", "baozhai", "read", str(page), "--format", "jsonl")
    assert ("reading.reader" in names) is (page.suffix != ".htm")
    assert not (HEAVY | OTHER_VERBS) & names
    assert page.suffix != ".md" or (SELDOM & names) - seldom_by_others() <= {"tomllib"}  # a profile lies beside it


def test_classify_of_a_line_imports_no_reader(tmp_path: Path) -> None:
    """Nor what summarizes or learns; the modules that it does import are few."""
    line = tmp_path / "one.jsonl"
    line.write_text(ONE, "utf-8")
    names = imported(sys.executable, "-m", "baozhai", "classify", str(line))
    ours = {name for name in names if name.split(".")[0] in {"reading", "summarize", "digest", "archive"}}
    assert ours <= {"reading", "reading.reading", "reading.issue", "digest", "digest.models", "digest.profile", *SAID}
    assert not HEAVY & names
    assert not (SELDOM & names) - seldom_by_others()


def test_help_imports_no_verb() -> None:
    """Each verb's line stands beside its name."""
    names = imported(sys.executable, "-m", "baozhai", "--help")
    assert not [name for name in names if name.startswith("baozhai.verbs.")]
    assert not {"numpy", "reading", "digest", "formats"} & names
    assert all(import_module(f"baozhai.verbs.{verb}").command.help for verb in VERBS)


def test_the_worker_imports_pdfium_alone() -> None:
    """What reads the lines of a PDF starts without `site`, numpy and the rest of the house."""
    names = imported(*WORKER, "0", "1", data=next(PAGES.glob("*.pdf")).read_bytes())
    ours = {name for name in names if name.startswith(("articles", "formats", "reading", "baozhai"))}
    assert ours == {
        "formats",
        "formats.apart",
        "formats.pdf",
        *(f"formats.pdf.{name}" for name in ("drawn", "lines", "paths", "worker")),
    }
    assert "pypdfium2" in names
    assert not {"site", "numpy", *HEAVY} & names
