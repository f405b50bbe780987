"""Archives: a folder of digests whose record, written by us and changed by somebody, says what it never should."""

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from archive.record import MANIFEST
from tests.attack.case import Case, Kind
from tests.attack.command import answer
from tests.attack.damage import BYTE_WOUNDS, damaged, json_wounds
from tests.reading.test_issue import FRONT, INSIDE

DAYS = {"2025-03-14-p01.txt": FRONT, "2025-03-15-p01.txt": INSIDE}
INDEX, LOCK = "index.html", ".baozhai.lock"


def run(folder: Path, *days: str) -> Any:
    """The days are digested into the folder."""
    pages = folder.parent / "pages"
    pages.mkdir(exist_ok=True)
    for name in days:
        (pages / name).write_text(DAYS[name], "utf-8")
    return answer("digest", *(str(pages / name) for name in days), "-o", f"{folder}/", "--format", "md,html")


@cache
def made() -> Mapping[str, bytes]:
    """An archive of two days, by the names of its files."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "out"
        assert run(folder, *DAYS).exit_code == 0
        return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != LOCK}


@st.composite
def changes(draw: st.DrawFn) -> Case:
    """Bytes of a file of the archive, or values of its record, changed."""
    files = made()
    if draw(st.integers(0, 3)):
        record = json.loads(files[MANIFEST])
        said = json.dumps(draw(json_wounds(record)))
        return Case(MANIFEST, ".json", said.encode())
    name = draw(st.sampled_from(sorted(files)))
    return Case(name, Path(name).suffix, damaged(files[name], draw(BYTE_WOUNDS)))


def check(case: Case, folder: Path) -> None:
    """The next run makes the archive whole: both days, their digests as they were, the record and the index."""
    out = folder / "out"
    out.mkdir()
    for name, data in made().items():
        (out / name).write_bytes(case.data if name == case.how else data)
    run(out, "2025-03-15-p01.txt")
    done = run(out, *DAYS)
    assert done.exit_code == 0, done.stderr
    whole = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    for name in made().keys() - {MANIFEST, INDEX}:
        assert whole.get(name) == made()[name], name
    days = [name[:10] for name in DAYS]
    assert set(days) <= json.loads(whole[MANIFEST])["days"].keys()
    assert all(f'"{day}' in whole[INDEX].decode() for day in days)


ARCHIVES = Kind("archives", changes(), check, 10)
