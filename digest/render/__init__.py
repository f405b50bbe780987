"""The formats of a digest: siblings of one shape, a digest in and the bytes or text of a file out."""

from collections.abc import Callable

from digest.render import atom, csv, docx, eml, html, json, jsonfeed, md, ninjs, xlsx
from digest.story import Digest

RENDERERS: dict[str, Callable[[Digest], str | bytes]] = {
    "html": html.render,
    "md": md.render,
    "json": json.render,
    "docx": docx.render,
    "xlsx": xlsx.render,
    "csv": csv.render,
    "jsonfeed": jsonfeed.render,
    "atom": atom.render,
    "ninjs": ninjs.render,
    "eml": eml.render,
}
SUFFIXES = {name: f".{name}" for name in RENDERERS} | {"jsonfeed": ".feed.json", "ninjs": ".ninjs.json"}
