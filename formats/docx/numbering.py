"""The numbers that Word sets before paragraphs without writing them into their text: 一、 （一） 1. 2.1."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.expressions import expression
from formats.docx.counted import FORMATS
from formats.docx.element import Element, child, children, is_on, number, tag, value
from formats.docx.styles import Styles

PLACE = expression(r"%([1-9])")
MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list counts; restarts: the level, from 1, behind which it begins anew, None for any above it."""

    start: int
    form: str
    text: str
    gap: str
    legal: bool
    restarts: int | None
    style: str | None


@dataclass(slots=True)
class Numbering:
    """The numbers of a document's paragraphs, which are asked for in the document's order.

    lists: the levels of each list; bases: what counts for it; starts: the levels that a list begins anew.
    """

    styles: Styles = field(default_factory=Styles)
    lists: Mapping[int, Mapping[int, Level]] = field(default_factory=dict)
    bases: Mapping[int, int] = field(default_factory=dict)
    starts: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, looks: Element | None) -> str:
        """What stands before the paragraph of these looks, the gap behind it too; empty where it is not numbered.

        A sign that does not count, as a dot is, is not shown, as none is of a list in Markdown.
        """
        list_id, depth = self._place(looks)
        levels = self.lists.get(list_id, {})
        level = levels.get(depth)
        if level is None or is_on(child(child(looks, "rPr"), "del")):
            return ""
        counts = self._counts.setdefault(self.bases[list_id], {})
        self._count(counts, levels, list_id, depth)
        if level.form == "bullet":
            return ""

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = "decimal" if level.legal or at not in levels else levels[at].form
            return FORMATS.get(form, str)(counts.get(at, 1))

        said = PLACE.sub(shown, level.text).strip()
        # Behind a mark of full width no gap is seen.
        wide = level.gap == "tab" and not (said[-1:].isascii() or said[-1:].isalnum())
        return said if not said or wide or level.gap == "nothing" else f"{said} "

    def _count(self, counts: dict[int, int], levels: Mapping[int, Level], list_id: int, depth: int) -> None:
        if (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            if depth in self.starts.get(list_id, {}):
                counts[depth] = self.starts[list_id][depth] - 1
        for above in range(depth):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for below in [below for below in counts if below > depth]:
            restarts = levels[below].restarts if below in levels else None
            if restarts is None or depth < restarts:
                del counts[below]

    def _place(self, looks: Element | None) -> tuple[int, int]:
        """The list and the level of a paragraph, by its own looks, else by its styles'; list 0 is none."""
        list_id: int | None = None
        depth: int | None = None
        named = list(self.styles.styles(looks))
        for told in (looks, *map(self.styles.looks.get, named)):
            said = child(told, "numPr")
            list_id = number(child(said, "numId")) if list_id is None else list_id
            depth = number(child(said, "ilvl")) if depth is None else depth
        if depth is None:
            levels = self.lists.get(list_id or 0, {})
            depth = next((at for at, level in levels.items() if level.style in named), 0)
        return list_id or 0, depth


def find_numbering(part: Element, styles: Styles) -> Numbering:
    """The numbering of a document, none of its paragraphs counted yet."""
    kinds = {number(one, "abstractNumId"): one for one in part if tag(one) == "abstractNum"}
    nums = {found: one for one in children(part, "num") if (found := number(one, "numId"))}
    lists: dict[int, Mapping[int, Level]] = {}
    bases: dict[int, int] = {}
    starts: dict[int, Mapping[int, int]] = {}
    for list_id, one in nums.items():
        base = number(child(one, "abstractNumId"))
        linked = value(child(kinds.get(base), "numStyleLink"))
        if linked:  # the list is that of a style
            said = number(child(child(styles.looks.get(linked), "numPr"), "numId"))
            base = number(child(nums.get(said or 0), "abstractNumId"))
        levels = _levels(kinds.get(base))
        for override in children(one, "lvlOverride"):
            levels |= _levels(override)
        lists[list_id], bases[list_id] = levels, -1 if base is None else base
        starts[list_id] = {
            at: start
            for override in children(one, "lvlOverride")
            if (at := number(override, "ilvl")) is not None
            and (start := number(child(override, "startOverride"))) is not None
        }
    return Numbering(styles, lists, bases, starts)


def _levels(part: Element | None) -> dict[int, Level]:
    return {
        at: Level(
            number(child(one, "start")) or 0,
            value(child(one, "numFmt")) or "decimal",
            value(child(one, "lvlText")) or "",
            value(child(one, "suff")) or "tab",
            is_on(child(one, "isLgl")),
            number(child(one, "lvlRestart")),
            value(child(one, "pStyle")),
        )
        for one in children(part, "lvl")
        if (at := number(one, "ilvl")) is not None and at < MOST_LEVELS
    }
