"""The documents cannot go stale: `python -m tests.test_readme --write` puts in the outputs that come today."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from baozhai.cli import VERBS
from classify.domains import read_domains

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh.md")
WITH_PYTHON = (*READMES, "docs/ARCHITECTURE.md")
SESSION = re.compile(r"^```pycon\n((?:.*\n)*?)```$", re.MULTILINE)
SHOWN = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
INSTALLED = subprocess.run(["make", "-q", ".venv/installed"], cwd=ROOT, capture_output=True, check=False)


@cache
def output_of(command: str) -> str:
    """What a command in the project's folder prints, standard output first."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    env = plain | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())


def shown(name: str) -> list[tuple[str, str]]:
    """Each command of a document with the output it shows."""
    return [(found["command"], found["output"]) for found in SHOWN.finditer((ROOT / name).read_text("utf-8"))]


@pytest.mark.parametrize(("name", "command", "output"), [(name, *one) for name in READMES for one in shown(name)])
def test_commands_print_what_is_shown(name: str, command: str, output: str) -> None:
    """A reader who types a command of the README sees what the README shows."""
    if command.startswith("make") and INSTALLED.returncode:
        pytest.skip("what is installed in .venv is not up to date: make test sees to it")
    assert output_of(command) == output, f"{name} is stale; run python -m tests.test_readme --write"


@pytest.mark.parametrize("name", READMES)
def test_every_verb_is_shown(name: str) -> None:
    """Each verb stands in the README with what it gives; `watch`, which does not end, with its call alone."""
    text = " ".join(command for command, _ in shown(name))
    assert [verb for verb in VERBS if f"baozhai {verb}" not in text] == ["watch"]
    assert "\nbaozhai watch" in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", READMES)
def test_every_domain_is_in_the_table(name: str) -> None:
    """The domains of the taxonomy stand in the README in its order."""
    text = (ROOT / name).read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", text, re.MULTILINE)
    assert rows == [(domain.key, domain.name) for domain in read_domains(ROOT / "seeds")]


@pytest.mark.parametrize("name", WITH_PYTHON)
def test_python_prints_what_is_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types the Python of a document sees what the document shows."""
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text("utf-8")
    assert SESSION.search(text)
    assert with_outputs(text) == text, f"{name} is stale; run python -m tests.test_readme --write"


def with_outputs(text: str) -> str:
    """A document with what its Python prints today; its sessions are one."""
    return SESSION.sub(partial(_session, {}), text)


def _session(names: dict[str, object], found: re.Match[str]) -> str:
    return f"```pycon\n{''.join(_lines(found[1], names))}```"


def _lines(session: str, names: dict[str, object]) -> Iterator[str]:
    for example in doctest.DocTestParser().get_examples(session):
        first, *more = example.source.splitlines()
        yield f">>> {first}\n"
        yield from (f"... {line}".rstrip() + "\n" for line in more)
        printed: list[str] = []
        test = doctest.DocTest([doctest.Example(example.source, "")], names, "document", None, 0, None)
        runner = _Runner(printed)
        runner.run(test, out=lambda _: None, clear_globs=False)
        names |= test.globs
        yield from printed


class _Runner(doctest.DocTestRunner):
    """Keeps what an example prints; an error goes on."""

    def __init__(self, printed: list[str]) -> None:
        super().__init__()
        self.printed = printed

    def report_failure(self, out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self.printed.append("".join(f"{line.rstrip()}\n" for line in got.splitlines()))

    def report_unexpected_exception(self, out: object, test: object, example: object, exc_info: object) -> None:
        raise exc_info[1]  # type: ignore[index]


def write() -> None:
    """Put in the output of each command and of each line of Python as it is now."""
    os.chdir(ROOT)
    for path in map(Path, WITH_PYTHON):
        path.write_text(with_outputs(SHOWN.sub(_as_it_comes, path.read_text("utf-8"))), "utf-8")


def _as_it_comes(found: re.Match[str]) -> str:
    return f"```console\n$ {found['command']}\n{output_of(found['command'])}```"


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    write()
