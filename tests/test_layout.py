"""The house itself: its floors, its rooms in their places, and nothing in it of the place where it was built."""

import ast
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("articles", "formats", "reading", "classify", "summarize", "digest", "archive", "baozhai")
# Each of their modules has a test of its own.
TESTED = ("articles", "formats", "reading", "archive")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MOST_LINES = 250

# Each spelt so that it does not match itself.
FOREIGN = re.compile(
    r"pypi[.]|pythonhosted[.]|npmjs[.]|conda[.]|[.]debian[.]org|[.]ubuntu[.]com"  # package registries
    r"|/wor[k]/|/tmp/de[v]|/roo[t]/|/hom[e]/|/opt/whee[l]s"  # somebody's machine
    r"|farm-benc[h]|\bClaud[e]\b|\bissue #?\d",
    re.IGNORECASE,
)


def test_floors_hold() -> None:
    """Imports point down, strangers stay strangers, and what reads a model never imports what learns it."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_rooms_lie_in_this_tree(tmp_path: Path) -> None:
    """Wherever the command is called from, the generic names are this house's rooms."""
    try:
        distribution("baozhai")
    except PackageNotFoundError:
        pytest.skip("baozhai is not installed in this environment: make test installs it")
    code = f"import {', '.join(ROOMS)}\nprint(*(room.__file__ for room in ({', '.join(ROOMS)})), sep='\\n')"
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [Path(line).parent for line in done.stdout.splitlines()] == [ROOT / room for room in ROOMS]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_small_and_say_what_they_are(path: Path) -> None:
    """A module opens with one plain line and can be read at a sitting."""
    text = path.read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""
    assert docstring.partition("\n")[0].strip().endswith((".", "；", "。"))
    assert len(text.splitlines()) <= MOST_LINES


def test_every_module_is_asked_by_a_test() -> None:
    """What the ground, the doors, the reader and the archive promise is held by tests that import them by name."""
    imported: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES if path.stem != "__init__"}
    assert {module for module in modules if module.startswith(TESTED)} - imported == set()


def test_speaks_of_itself_alone() -> None:
    """No file names a package registry, a path of somebody's machine, or who wrote it with what."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this tree is no git repository")
    found = [
        f"{name}:{number}: {match[0]}"
        for name in listed.stdout.split("\0")
        if name and (ROOT / name).is_file()
        for number, line in enumerate((ROOT / name).read_text("utf-8", "ignore").splitlines(), 1)
        for match in FOREIGN.finditer(line)
    ]
    assert found == []


def test_models_were_learned_from_these_seeds() -> None:
    """What a clone holds is up to date: `make digest` has nothing to learn."""
    if not (ROOT / "models" / "seeds.hash").is_file():
        pytest.fail("models/seeds.hash is missing; run make train")
    planned = subprocess.run(["make", "-n", "models"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "baozhai train" not in planned.stdout, "seeds/ has changed; run make train"
