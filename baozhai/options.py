"""Options that several verbs share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from articles.errors import InputError
from baozhai.places import MODELS, OWN_MODELS, SEEDS

Option = Callable[[Any], Any]

models = click.option("--models", type=click.Path(path_type=Path), default=MODELS, help="The folder of the models.")
own_models = click.option(
    "--models", type=click.Path(path_type=Path), default=OWN_MODELS, help="The folder to write the models to."
)
seeds = click.option("--seeds", type=click.Path(path_type=Path), default=SEEDS, help="The folder of the corpus.")
unsure = click.option("--unsure", type=click.FloatRange(0, 1), help="Confidence below which a label is unsure.")
jobs = click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes to share the pages."
)
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


def seeds_in(folder: Path) -> Path:
    """The folder of a corpus; raises InputError with the cure where there is none."""
    if not (folder / "domains.toml").is_file():
        raise InputError(f"{folder} holds no corpus", f"run `baozhai init {folder}` once, or name yours with --seeds")
    return folder


def method(names: Iterable[str]) -> Option:
    """How sentences are ranked."""
    choices = click.Choice(list(names))
    return click.option("--method", type=choices, default="default", help="classic ranks as textrank4zh does.")
