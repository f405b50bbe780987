"""The attacker: tries cases within their bounds, counts them, and keeps the smallest that breaks something."""

import resource
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.attack.case import Case, Kind
from tests.attack.watch import watched

# Of a case: seconds until it is taken for one that never ends, and how far it may raise what this process and those
# that it starts have taken at most, in bytes and in multiples of the file.
SECONDS, MEMORY, MULTIPLE = 60, 400_000_000, 100
SLICE = 30.0  # seconds of a kind at a time
SMALLER = 30.0  # to make a case smaller that broke something


class Stuck(BaseException):
    """A case takes too long; no OSError nor Exception, which the command may catch."""


class Over(BaseException):
    """The time of the attack is over."""


@dataclass(slots=True)
class Tally:
    """What was tried of a kind, in how many seconds, and the smallest case that broke something, with what it said."""

    kind: Kind
    tried: int = 0
    seconds: float = 0.0
    broke: Case | None = None
    said: str = ""
    until: float | None = None

    def attempt(self, case: Case) -> None:
        """Try a case; what it raises is kept and raised again."""
        start = time.monotonic()
        if self.until is not None and start > self.until:
            raise Over
        try:
            tried(self.kind, case)
        except Exception as error:
            if self.broke is None:
                self.until = self.until and start + SMALLER
            if self.broke is None or len(case.data) <= len(self.broke.data):
                self.broke, self.said = case, "".join(traceback.format_exception(error))
            raise
        finally:
            self.tried += 1
            self.seconds += time.monotonic() - start


def tried(kind: Kind, case: Case) -> None:
    """One case in an empty folder, within its bounds; raises AssertionError or what it broke with."""
    before = peak()
    with tempfile.TemporaryDirectory(prefix="attack") as folder, limited(), watched(Path(folder)):
        kind.check(case, Path(folder))
    most = MEMORY + MULTIPLE * len(case.data)
    assert peak() - before <= most, f"{(peak() - before) / 1e6:.0f} MB more memory for {len(case.data)} bytes"


def peak() -> int:
    """The most memory that this process or one that it started has taken, in bytes.

    A process that has just been started counts as large as this one, so the two are not added.
    """
    return 1024 * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


@contextmanager
def limited() -> Iterator[None]:
    """A case that does not end breaks something too."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stuck

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    except Stuck as error:
        raise AssertionError(f"it takes more than {SECONDS} seconds: {traceback.format_exc()}") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def attack(kind: Kind, tally: Tally, how: settings) -> None:
    """Try cases of a kind, so many as the settings say, or until the time is over or one breaks something."""

    @settings(how, deadline=None, verbosity=Verbosity.quiet, suppress_health_check=list(HealthCheck))
    @given(kind.cases)
    def attempts(case: Case) -> None:
        tally.attempt(case)

    try:
        attempts()
    except Over:
        return
    except Exception:
        if tally.broke is None:
            raise


def attack_for(kinds: list[Kind], seconds: float, saved: Path) -> list[Tally]:
    """Attacks of all kinds in turn until the time is over; one that broke something is left alone.

    saved: the folder of hypothesis's database; what broke something the last time is tried first.
    """
    tallies = [Tally(kind) for kind in kinds]
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and any(not tally.broke for tally in tallies):
        for tally in tallies:
            if not tally.broke and time.monotonic() < end:
                tally.until = time.monotonic() + min(SLICE, left / len(tallies))
                database = DirectoryBasedExampleDatabase(saved / tally.kind.name)
                phases = (Phase.reuse, Phase.generate, Phase.shrink)
                attack(tally.kind, tally, settings(max_examples=1_000_000, database=database, phases=phases))
    return tallies
