"""Which of a document's styles are headings, and of which level."""

import re
from collections.abc import Mapping

from formats.docx.body import DEEPEST, Element, child, outline_level, tag, value

# Word writes a style's name in English whatever language it shows; WPS and converters write it as it is shown.
HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
TITLE = re.compile(r"title|标题|大标题", re.IGNORECASE)


def heading_levels(styles: Element) -> Mapping[str, int]:
    """The level of each style that is a heading, from 1; by its name, its outline, or the style that it is based on."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in filter(tag, styles):
        name = value(style, "styleId")
        if name is None:
            continue
        if (level := _level(style)) is not None:
            own[name] = level
        if base := value(child(style, "basedOn")):
            based[name] = base
    return {name: level for name in {**own, **based} if (level := _inherited(name, own, based))}


def _level(style: Element) -> int | None:
    shown = (value(child(style, "name")) or "").strip()
    if TITLE.fullmatch(shown):
        return 1
    if match := HEADING.fullmatch(shown):
        return min(int(match[1]), DEEPEST)
    return outline_level(child(style, "pPr"))


def _inherited(name: str, own: Mapping[str, int], based: Mapping[str, str]) -> int:
    """The level of a style or of the nearest under it that has one; a ring of styles has none."""
    seen: set[str] = set()
    while name not in own and name in based and name not in seen:
        seen.add(name)
        name = based[name]
    return own.get(name, 0)
