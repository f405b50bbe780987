"""The wheel: what is installed away from this tree does all that the tree does."""

import ast
import json
import os
import re
import site
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ROOMS = ["archive", "articles", "baozhai", "classify", "digest", "formats", "reading", "summarize"]
# What a distribution is imported as, where the name is another.
IMPORTED = {
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "scikit-learn": "sklearn",
}
PAGE = """县医院开通夜间门诊

本报讯（记者田雨晴）4月8日，县医院开通夜间门诊，内科、儿科每晚都有医生坐诊。患者下班后也能看病。
"""
STORY = "县医院开通夜间门诊，内科、儿科每晚都有医生坐诊。患者下班后也能看病。挂号可用手机。家住城西的居民说方便。"
ID = "2025-04-09-p01-a01"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*PIP, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    [file] = folder.iterdir()
    return file


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has the wheel and what it needs, and does not know this tree.

    What it needs is not installed again: a .pth names where it lies; a .pth in there, such as one that leads to this
    tree, is not followed.
    """
    folder = tmp_path_factory.mktemp("office") / "env"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    [packages] = (folder / "lib").glob("python*/site-packages")
    (packages / "needs.pth").write_text("\n".join(site.getsitepackages()) + "\n", "utf-8")
    subprocess.run([*PIP, "--python", str(python), "install", "--no-deps", str(wheel)], check=True)
    return python


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one page, its truth, and a gold file."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "2025-04-09-p01.txt").write_text(PAGE, "utf-8")
    truth = {"headline": "县医院开通夜间门诊", "body": [PAGE.split("\n\n")[1].strip()]}
    (folder / "truth.json").write_text(json.dumps({"2025-04-09-p01.txt": [truth]}), "utf-8")
    gold = {"id": "a", "headline": "县医院开通夜间门诊", "body": [STORY], "domain": "health"}
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n", "utf-8")
    return folder


def run(python: Path, office: Path, words: str, stdin: str = "", code: int = 0) -> str:
    """What the installed command prints; never a traceback."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(python.parent / "baozhai"), *words.split()]
    done = subprocess.run(command, cwd=office, env=env, input=stdin, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_holds_the_rooms_and_nothing_else(wheel: Path) -> None:
    """A wheel puts the rooms and no other name into site-packages; seeds, models and types travel in them."""
    names = ZipFile(wheel).namelist()
    assert sorted({name.partition("/")[0] for name in names if ".dist-info/" not in name}) == ROOMS
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == PROJECT["tool"]["mypy"]["packages"]
    assert {f"{room}/py.typed" for room in ROOMS} <= set(names)
    assert {"baozhai/seeds/domains.toml", "baozhai/models/classifier.npz", "digest/templates/digest.css"} <= set(names)


def test_what_is_imported_is_asked_for() -> None:
    """What the rooms import stands among the dependencies, or those of the extras."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    needs = [re.split(r"[^\w-]", one)[0] for one in sum(extras, PROJECT["project"]["dependencies"])]
    asked = {IMPORTED.get(name, name) for name in needs}
    found = {name for room in ROOMS for path in (ROOT / room).rglob("*.py") for name in imports(path)}
    assert found - set(sys.stdlib_module_names) - set(ROOMS) - asked == set()


def imports(path: Path) -> Iterator[str]:
    """The top-level names that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_tree_is_out_of_reach(python: Path, office: Path) -> None:
    """The environment imports what the wheel brought, seeds and models too."""
    code = f"import {', '.join(ROOMS)}; from baozhai.places import MODELS, SHIPPED\n"
    code += f"print(*(room.__file__ for room in ({', '.join(ROOMS)})), MODELS, SHIPPED, sep='\\n')"
    done = subprocess.run([python, "-I", "-c", code], cwd=office, capture_output=True, text=True, check=True)
    assert [line for line in done.stdout.splitlines() if not Path(line).is_relative_to(python.parent.parent)] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("read 2025-04-09-p01.txt --format text", "标题　县医院开通夜间门诊"),
        ("classify 2025-04-09-p01.txt --format table", "卫生健康　"),
        ("summarize 2025-04-09-p01.txt --sentences 1 --format text", "4月8日，县医院开通夜间门诊"),
        ("digest 2025-04-09-p01.txt --format md", "## 卫生健康（1篇）"),
        ("digest 2025-04-09-p01.txt -o archive/ --format html,docx,xlsx", "1 page, 1 story, 0 unsure, 0 failed"),
        ("evaluate read truth.json", "restored          1"),
        ("evaluate classify gold.jsonl", "health"),
        ("evaluate summarize gold.jsonl", "ours"),
        ("watch --help", "baozhai watch [OPTIONS] FOLDER"),
        ("--version", f"baozhai, version {PROJECT['project']['version']}"),
    ],
)
def test_verbs_work_from_an_empty_folder(python: Path, office: Path, words: str, told: str) -> None:
    """Whoever installed the wheel needs no seeds and no tree."""
    assert told in run(python, office, words)


@pytest.mark.parametrize("words", ["train", f"correct {ID} health 2025-04-09-p01.txt", "review 2025-04-09-p01.txt"])
def test_without_a_corpus_one_line_says_what_to_do(python: Path, office: Path, words: str) -> None:
    """What changes or learns from a corpus says how to get one that is one's own."""
    told = "seeds holds no corpus; run `baozhai init seeds` once, or name yours with --seeds\n"
    assert run(python, office, words, code=1) == told


def test_an_office_of_its_own(python: Path, office: Path) -> None:
    """Seeds are laid, corrected, reviewed and learned from, in the office's own folder."""
    assert "baozhai train --seeds own --models MODELS" in run(python, office, "init own")
    assert run(python, office, "init own", code=1) == "own: it is there already; name a new folder\n"
    assert "filed under other" in run(python, office, f"correct {ID} other 2025-04-09-p01.txt --seeds own")
    reviewed = run(python, office, "review 2025-04-09-p01.txt --seeds own --unsure 0.999999", stdin="5")
    assert "1 filed; run `baozhai train --seeds own --models MODELS`" in reviewed
    for domain in (path for path in (office / "own").iterdir() if path.is_dir() and path.name != "corrections"):
        for file in sorted(domain.glob("*.md"))[3:]:
            file.unlink()  # a corpus of three files a domain is learned from in seconds
    assert "The other verbs use these with --models mine" in run(python, office, "train --seeds own --models mine")
    assert "其他" in run(python, office, "classify 2025-04-09-p01.txt --format table --models mine")
    rmtree(office / "own")
