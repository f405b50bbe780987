"""Puts seeds and models inside the package of a wheel; an editable install finds them in the tree."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface[Any]):
    """Called by hatchling when it builds the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the two folders to a wheel that is to be carried away."""
        if version == "standard":
            build_data["force_include"] |= {"seeds": "baozhai/seeds", "models": "baozhai/models"}
