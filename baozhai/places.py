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
