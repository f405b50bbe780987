"""A document's styles: which are headings, of which level, and which number their paragraphs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from articles.expressions import expression
from formats.docx.element import Element, child, number, tag, value

# Word writes a style's name in English whatever language it shows; WPS and converters write it as it is shown.
HEADING = expression(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
TITLE = expression(r"title|标题|大标题", re.IGNORECASE)
DEEPEST = 6  # of Markdown's headings


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks of each style, its name as shown, and the style that it is based on, by its id."""

    looks: Mapping[str, Element] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    based: Mapping[str, str] = field(default_factory=dict)

    def level(self, looks: Element | None) -> int:
        """The level of a heading, 0 for other paragraphs: by its own outline, else by its style."""
        own = outline_level(looks)
        told = (self._level(style) for style in self.styles(looks))
        return next((level for level in told if level is not None), 0) if own is None else own

    def styles(self, looks: Element | None) -> Iterator[str]:
        """The style that a paragraph's looks name, and those under it; a ring of styles is gone round once."""
        style, seen = value(child(looks, "pStyle")), set[str]()
        while style is not None and style not in seen:
            seen.add(style)
            yield style
            style = self.based.get(style)

    def _level(self, style: str) -> int | None:
        shown = self.shown.get(style, "")
        if TITLE.fullmatch(shown):
            return 1
        if match := HEADING.fullmatch(shown):
            return min(int(match[1]), DEEPEST)
        return outline_level(self.looks.get(style))


def find_styles(part: Element) -> Styles:
    """The styles in the part of a document that holds them."""
    named = [(name, style) for style in filter(tag, part) if (name := value(style, "styleId")) is not None]
    looks = {name: child(style, "pPr") for name, style in named}
    shown = {name: (value(child(style, "name")) or "").strip() for name, style in named}
    based = {name: base for name, style in named if (base := value(child(style, "basedOn")))}
    return Styles(looks, shown, based)


def outline_level(looks: Element | None) -> int | None:
    """The level of a heading that its looks say; 0 where they say that it is none."""
    said = number(child(looks, "outlineLvl"))
    if said is None:
        return None
    return 0 if said > 8 else min(said + 1, DEEPEST)
