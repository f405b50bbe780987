"""The formats of a digest: siblings of one shape, a digest in and the bytes or text of a file out."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from articles.errors import InputError
from digest.story import Digest

Renderer = Callable[[Digest], str | bytes]

# Each is a file here with a function `render`; its libraries are loaded when a digest is written so.
FORMATS = ("html", "md", "json", "docx", "xlsx", "csv", "jsonfeed", "atom", "ninjs", "eml")


def _render(name: str, digest: Digest) -> str | bytes:
    content: str | bytes = import_module(f"digest.render.{name}").render(digest)
    return content


def rendered(name: str, digest: Digest) -> str | bytes:
    """The digest in a format; raises InputError where it cannot be written so, whatever the reason."""
    try:
        return RENDERERS[name](digest)
    except InputError:
        raise
    except Exception as error:  # a format that fails takes its own file with it, never the run
        raise InputError(f"no {name} can be made of it ({type(error).__name__})", "take another --format") from error


RENDERERS: Mapping[str, Renderer] = {name: partial(_render, name) for name in FORMATS}
SUFFIXES = {name: f".{name}" for name in RENDERERS} | {"jsonfeed": ".feed.json", "ninjs": ".ninjs.json"}
