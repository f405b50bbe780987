"""How soon a call is done: processor time of whole processes beside numpy and rjieba imported and one line cut."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from baozhai.places import SEEDS

ROUNDS = 7
LIMIT = "import numpy, rjieba; rjieba.cut('市图书馆新馆今天开馆')"
LINE = '{"headline": "新馆开馆", "body": ["市图书馆新馆今天开馆，读者很多。"]}\n'


def main() -> None:
    """Print the table; the calls are made in turn, so that all have the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        called = calls(Path(folder))
        rounds = [{name: seconds(command) for name, command in called.items()} for _ in range(ROUNDS)]
    print(f"{'':<34}{'seconds':>9}{'of the limit':>14}")
    for name in called:
        share = median(each[name] / each["the limit"] for each in rounds)
        print(f"{name:<34}{median(each[name] for each in rounds):>9.2f}{share:>14.2f}")


def calls(folder: Path) -> Mapping[str, Sequence[str]]:
    """What is called, the limit first."""
    line = folder / "one.jsonl"
    line.write_text(LINE, "utf-8")
    pages = [folder / f"{number}.txt" for number in (1, 2)]
    page = (SEEDS / "pages" / "2025-03-15-p02.md").read_text("utf-8")
    for path in pages:
        path.write_text(page, "utf-8")
    baozhai = [sys.executable, "-m", "baozhai"]
    return {
        "the limit": [sys.executable, "-c", LIMIT],
        "help": [*baozhai, "--help"],
        "classify one JSON line": [*baozhai, "classify", str(line)],
        "classify one page of text": [*baozhai, "classify", str(pages[0])],
        "digest of two pages to HTML": [*baozhai, "digest", *map(str, pages), "-o", str(folder / "digest.html")],
    }


def seconds(command: Sequence[str]) -> float:
    """Processor time of a process and what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
