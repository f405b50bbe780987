"""The HTML templates, with every value escaped and made visible."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

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
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if isinstance(value, str) and type(value) is str else value,
    )
    made.globals.update(HELPERS, wording=wording)
    made.filters.update(css_string=lambda text: Markup(css_string(text)))
    return made
