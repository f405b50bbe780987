"""Where seeds and models lie: in this tree, in the installed package, or where an office keeps its own."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
TREE = HERE.parent
IN_TREE = (TREE / "pyproject.toml").is_file() and (TREE / "seeds" / "domains.toml").is_file()
# What came with the house, never written to when it is installed.
SHIPPED = TREE if IN_TREE else HERE

MODELS = SHIPPED / "models"
# What an office changes: in an installed house, folders beside where it works.
SEEDS = SHIPPED / "seeds" if IN_TREE else Path("seeds")
OWN_MODELS = MODELS if IN_TREE else Path("models")


def train_command(seeds: Path) -> str:
    """What to type so that the models learn from a corpus: `make` sees to this tree's own.

    >>> train_command(Path("office"))
    'baozhai train --seeds office --models MODELS'
    """
    return "make train" if IN_TREE and seeds == SEEDS else f"baozhai train --seeds {seeds} --models MODELS"
