"""Elements of Word's XML: their names, children and attributes without the namespaces, of which Word has two."""

from typing import Any

# An element of lxml, which has no types of its own.
Element = Any
OFF = ("0", "false", "off")


def tag(one: Element) -> str:
    """The name of an element; empty for an instruction or an entity."""
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""


def child(part: Element | None, name: str) -> Element | None:
    """The first child of a name."""
    return None if part is None else next((one for one in part if tag(one) == name), None)


def children(part: Element | None, name: str) -> list[Element]:
    """The children of a name."""
    return [] if part is None else [one for one in part if tag(one) == name]


def value(one: Element | None, name: str = "val") -> str | None:
    """An attribute of the element's own namespace."""
    return None if one is None else one.get(f"{one.tag.rpartition('}')[0]}}}{name}")


def number(one: Element | None, name: str = "val") -> int | None:
    """An attribute that is a number of at most six digits."""
    said = value(one, name)
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) <= 6 else None


def is_on(one: Element | None) -> bool:
    """Whether a mark is there and not switched off."""
    return one is not None and value(one) not in OFF
