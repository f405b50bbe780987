"""The HTML templates, with every value escaped and made visible."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2.compiler
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

import articles.visible
import digest.safe
from articles.kept import keep, kept
from articles.visible import visible
from digest import wording
from digest.safe import css_string

TEMPLATES = Path(__file__).parent / "templates"
HELPERS = {name: getattr(wording, name) for name in ("day_of", "title_of", "counts_of", "letters", "where", "percent")}


def fill(template: Path, **values: Any) -> str:
    """The template with its values; it may include those that lie beside it and those here."""
    return environment(template.parent).get_template(template.name).render(**values)


@cache
def environment(folder: Path) -> Environment:
    """Autoescape for every template, an error for every name that is not given."""
    made = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=Templates(),
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if isinstance(value, str) and type(value) is str else value,
    )
    made.globals.update(HELPERS, wording=wording)
    made.filters.update(css_string=lambda text: Markup(css_string(text)))
    return made


class Templates(BytecodeCache):
    """Templates as Jinja compiles them, kept from one call to the next, by their text and the age of what it asks."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code where that is kept."""
        age, text, code = kept(bucket.key) or ((), "", None)
        if (age, text) == (_age(), bucket.checksum):
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        keep(bucket.key, (_age(), bucket.checksum, bucket.code))


@cache
def _age() -> tuple[int, ...]:
    """When the code was changed of which parts stand in a compiled template: Jinja's, and ours of what it fills in."""
    files = (jinja2.compiler.__file__, __file__, articles.visible.__file__, digest.safe.__file__)
    return tuple(Path(file).stat().st_mtime_ns for file in files)
