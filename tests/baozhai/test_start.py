"""What a page costs before it is read: the modules that are imported for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from formats.pdf.door import WORKER

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "seeds" / "pages"
# Each costs a tenth of a second or more, or is asked for by other verbs alone.
HEAVY = {"scipy", "sklearn", "pandas", "joblib", "jinja2", "docx", "xlsxwriter", "asyncio", "cv2", "PIL", "jieba"}
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


@pytest.mark.parametrize("page", sorted(PAGES.glob("*-p0*")), ids=lambda path: path.suffix)
def test_read_imports_what_reads(page: Path) -> None:
    """`read` of one page waits for no learner, no other verb and no format that it does not write."""
    names = imported(sys.executable, "-m", "baozhai", "read", str(page), "--format", "jsonl")
    assert "reading.reader" in names
    assert not (HEAVY | OTHER_VERBS) & names


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
