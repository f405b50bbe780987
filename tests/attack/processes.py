"""The command as a process of its own, which takes a file by name or from standard input, with little memory."""

import resource
import subprocess
import sys
from pathlib import Path

from hypothesis import strategies as st

from tests.attack.case import Case, Kind
from tests.attack.files import DOORS
from tests.attack.lines import ARTICLES
from tests.attack.pages import PAGES_KIND
from tests.attack.web import WEB

MOST_MEMORY = 1_500_000_000  # bytes of data
VERBS = ("read", "classify", "summarize", "digest")
CASES = st.builds(
    lambda case, how: Case(how, case.suffix, case.data),
    st.one_of(DOORS.cases, ARTICLES.cases, PAGES_KIND.cases, WEB.cases),
    st.sampled_from([f"{verb}{way}" for verb in VERBS for way in ("", ".stdin")]),
)


def limit() -> None:
    """What the process may take."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def check(case: Case, folder: Path) -> None:
    """Its code is one of three, what it writes is UTF-8, and what failed is told without a traceback."""
    path = case.write(folder)
    verb, _, way = case.how.partition(".")
    words = [sys.executable, "-m", "baozhai", verb, "-" if way else str(path)]
    done = subprocess.run(
        words, input=case.data if way else b"", capture_output=True, timeout=100, check=False, preexec_fn=limit
    )
    told = done.stderr.decode()
    assert done.stdout.decode() is not None
    assert done.returncode in (0, 1, 2), (done.returncode, told)
    assert done.returncode == 0 or told.strip()
    assert "Traceback" not in told, told
    assert "Warning" not in told, told


PROCESSES = Kind("processes", CASES, check, 2)
