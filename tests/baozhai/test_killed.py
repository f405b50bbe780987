"""Runs that are killed: what was told as done stays, nothing half-written is read, the next run heals."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9 and no fork")
def test_runs_killed_at_random_moments() -> None:
    """Digest, correct, train and watch, a dozen of each and more."""
    done = subprocess.run([sys.executable, "-m", "tests.killed", "56"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
