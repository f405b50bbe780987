"""What a broken file may bring down, or fill the machine with, is read in a process of its own: a worker."""

import sys
from importlib.util import find_spec
from pathlib import Path

HOUSE = str(Path(__file__).resolve().parent.parent)


def worker(module: str, package: str) -> tuple[str, ...]:
    """The command that runs `main` of a module of ours, which needs a package, with the arguments put behind it.

    Isolated, so that nothing where the command is called from is taken for a module of ours, and without `site`, which
    costs as much as reading a page of text.
    """
    spec = find_spec(package)
    packages = str(Path(spec.origin).parent.parent) if spec and spec.origin else HOUSE
    code = f"import sys; sys.path += {[HOUSE, packages]!r}; from {module} import main; main()"
    return (sys.executable, "-IS", "-c", code)


def ask(command: tuple[str, ...], data: bytes, *arguments: str, seconds: float) -> bytes | None:
    """What a worker answers to a file's bytes; None where it breaks down or takes longer.

    What it complains of is dropped.
    """
    import subprocess  # imported late: a worker needs none of it

    try:
        done = subprocess.run([*command, *arguments], input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode else done.stdout


def limit_memory(most: int) -> None:
    """Has the system end this process where it asks for more bytes, as far as the system can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
