"""Runs killed at random moments: nothing is lost that was told as done, nothing half-written is read, the next heals.

`python -m tests.killed 1000` kills a thousand runs, in turn of every verb that writes; a second number is the seed. It
ends with 1 where anything is wrong.
"""

import datetime
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from io import StringIO
from itertools import count
from pathlib import Path

import numpy as np

from archive.archive import update_archive
from archive.record import read_manifest
from articles.arrays import FLOATS, load_arrays, write_arrays
from articles.article import Article
from articles.files import PART, replaced_folder, write_file
from baozhai.run import DigestOptions
from baozhai.verbs import watch
from classify.corrections import file_correction, read_corrections
from digest.issue import DigestConfig, Issue
from digest.profile import Profile
from summarize.length import Length
from tests.trained import MODELS

CONFIG = DigestConfig(MODELS, Length(sentences=1), Profile())
DAY = datetime.date(2025, 4, 1)
LONGEST = {"digest": 0.15, "correct": 0.05, "train": 0.1, "watch": 0.4}  # seconds until a run is killed, at most
BEGUN = "begun"
Done = Callable[[str], None]


@dataclass
class Verb:
    """What a run does in a folder, from a turn on, telling what is done; and what is wrong with what one left."""

    run: Callable[[Path, int, Done], None]
    wrong: Callable[[Path, list[str]], list[str]]
    turn: int = 0
    told: list[str] = field(default_factory=list)

    def first(self, line: str) -> None:
        """Takes what a first turn tells, which ends there."""
        self.told.append(line)
        if not line.startswith(BEGUN):
            raise StopIteration


def kill_all(folder: Path, runs: int, seed: int) -> list[str]:
    """Kill so many runs, the verbs in turn; gives what went wrong, nothing where all is well."""
    chance = random.Random(seed)
    verbs = {name: Verb(run, wrong) for name, (run, wrong) in VERBS.items()}
    found = []
    for name, verb in verbs.items():  # what is loaded once is loaded before runs are forked
        (folder / name).mkdir()
        with suppress(StopIteration), redirect_stderr(StringIO()):
            verb.run(folder / name, 0, verb.first)
    for number in range(runs):
        name = list(verbs)[number % len(verbs)]
        verb, home = verbs[name], folder / name
        verb.turn += 1000
        verb.told += _killed(verb, home, chance.uniform(0, LONGEST[name]))
        found += [f"{name}, run {number} of seed {seed}: {line}" for line in verb.wrong(home, verb.told)]
    for name, verb in verbs.items():
        verb.turn += 1000
        verb.told += _killed(verb, folder / name, None)
        found += [f"{name}, healed: {line}" for line in verb.wrong(folder / name, verb.told)]
        found += [f"{name}: {path} is left" for path in (folder / name).rglob(".*") if PART.search(path.name)]
    return found


def _killed(verb: Verb, home: Path, seconds: float | None) -> list[str]:
    """What a run told before it was killed; without a time it ends by itself when it has told that a turn is done."""
    reader, writer = os.pipe()

    def tell(line: str) -> None:
        os.write(writer, f"{line}\n".encode())
        if seconds is None and not line.startswith(BEGUN):
            os._exit(0)

    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        try:
            verb.run(home, verb.turn, tell)
        finally:
            os._exit(1)
    os.close(writer)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    data = b""
    while more := os.read(reader, 65536):
        data += more
    os.close(reader)
    if os.waitstatus_to_exitcode(status) != (0 if seconds is None else -signal.SIGKILL):
        raise AssertionError(f"a run ended by itself, with {os.waitstatus_to_exitcode(status)}")
    return data.decode().splitlines()


def _issue(day: int, turn: int) -> Issue:
    date = DAY + datetime.timedelta(day)
    body = (f"县医院本周开通第{turn}次夜间门诊。",) * 50
    return Issue(date, (Article(f"{date}-a", date=date, page=1, headline="夜间门诊开通", body=body),))


def _digest(home: Path, start: int, done: Done) -> None:
    """An archive of three days that change, to which more come."""
    for turn in count(start):
        days = [_issue(day, turn) for day in range(3)] + [_issue(10 + turn % 50, 0)]
        records = [record for record, _ in update_archive(home, days, ("json", "md"), CONFIG)]
        done(" ".join(record["date"] for record in records))


def _archive_wrong(home: Path, told: list[str]) -> list[str]:
    """Each day that was told is on record; a file on record is there and of use, whichever run has written it."""
    lines: list[str] = []
    records = read_manifest(home, lambda failure: lines.append(str(failure)))
    lines += [f"{day} is lost" for line in told for day in line.split() if day not in records]
    for record in records.values():
        for file in record["files"].values():
            text = (home / file["name"]).read_text("utf-8")
            whole = text.endswith("}\n") if file["name"].endswith(".json") else "夜间门诊" in text
            if not whole:
                lines.append(f"{file['name']} is half written")
    return lines


def _correct(home: Path, start: int, done: Done) -> None:
    """Articles go from domain to domain."""
    for turn in count(start):
        number, domain = turn % 7, ("ip", "health", "other")[turn % 3]
        body = (f"县医院开通夜间门诊，第{number}处。", *["门诊开到九点。"] * 20)
        done(f"{BEGUN} {number} {domain}")
        file_correction(Article(f"page/{number}", headline="夜间门诊", body=body), domain, home)
        done(f"done {number} {domain}")


def _corrections_wrong(home: Path, told: list[str]) -> list[str]:
    """Each article lies in one domain: the one told last, or one that a run had begun to file it under since."""
    found = {one.body[0].partition("第")[2][0]: one.domain for one in read_corrections(home)}
    may_be: dict[str, set[str]] = {}
    for what, number, domain in map(str.split, told):
        may_be[number] = {domain} | (may_be.get(number, {""}) if what == BEGUN else set())
    files = len(list(home.glob("corrections/*/*.md")))
    lines = [f"{files} files of {len(found)} articles"] if files != len(found) else []
    return lines + [
        f"article {number} is under {found.get(number)}, told were {domains}"
        for number, domains in may_be.items()
        if found.get(number, "") not in domains
    ]


def _train(home: Path, start: int, done: Done) -> None:
    """The step that puts all models in place, each of many files bearing the turn."""
    for turn in count(start):
        with replaced_folder(home / "models") as fresh:
            for number in range(4):
                write_arrays(fresh / f"{number}.npz", 1, {"turn": np.full(2000, turn % 997, np.float32)})
            write_file(fresh / "README.md", str(turn))
        done(str(turn))


def _models_wrong(home: Path, told: list[str]) -> list[str]:
    """All files are of one turn, and of none before the last that was told."""
    folder = home / "models"
    if not folder.exists():
        return ["the models are lost"] if told else []
    turn = int((folder / "README.md").read_text())
    arrays = [load_arrays(folder / f"{number}.npz", 1, {"turn": (FLOATS, ("n",))}) for number in range(4)]
    lines = [f"{number}.npz is of another run" for number, one in enumerate(arrays) if one["turn"][0] != turn % 997]
    if told and turn < int(told[-1]):
        lines.append(f"the models are of run {turn}, told was {told[-1]}")
    return lines


def _watch(home: Path, start: int, done: Done) -> None:
    """`baozhai watch` over pages that change all the time."""
    (home / "pages").mkdir(exist_ok=True)
    call = DigestOptions(output=str(home), formats=("json", "md"), models=MODELS.folder)
    for turn in count(start):
        for day in range(2):
            page = f"夜间门诊开通\n\n县医院本周开通夜间门诊，第{turn}次。\n"
            (home / "pages" / f"2025-04-0{day + 1}-p01.txt").write_text(page, "utf-8")
        watch._refresh(sorted(map(str, (home / "pages").iterdir())), home / "pages", call)
        done(" ".join(f"2025-04-0{day + 1}" for day in range(2)))


VERBS = {
    "digest": (_digest, _archive_wrong),
    "correct": (_correct, _corrections_wrong),
    "train": (_train, _models_wrong),
    "watch": (_watch, _archive_wrong),
}

if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as made:
        wrong = kill_all(Path(made), int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print("\n".join(wrong) or f"{sys.argv[1]} runs killed: nothing lost, nothing half-written, all healed")
    sys.exit(bool(wrong))
