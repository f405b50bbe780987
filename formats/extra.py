"""The extras of an installation: how one that is missing is installed."""

from pathlib import Path

IN_TREE = (Path(__file__).resolve().parent.parent / "Makefile").is_file()


def install(extra: str) -> str:
    """What to do to have an extra."""
    return f"run `make {extra}` once" if IN_TREE else f"run `pip install 'FILE.whl[{extra}]'` once"
