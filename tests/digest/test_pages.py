"""The templates: compiled once, and again when they or Jinja have changed."""

import sys
from pathlib import Path

import jinja2
import pytest

from articles import kept as store
from digest import pages
from digest.pages import environment, fill


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template and a folder of its own for what is kept."""
    monkeypatch.setattr(store, "FOLDER", tmp_path / "cache")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "page.html"
    path.write_text("<p>{{ text }}</p>", "utf-8")
    return path


def filled(template: Path) -> str:
    """By a process that has compiled nothing yet."""
    environment.cache_clear()
    return fill(template, text="甲<乙")


def test_a_template_is_compiled_once(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next call takes what is kept; what it fills is the same."""
    first = filled(template)
    assert first == "<p>甲&lt;乙</p>"
    monkeypatch.setattr(jinja2.Environment, "_generate", None)
    assert filled(template) == first


def test_a_changed_template_is_compiled_again(template: Path) -> None:
    """However soon it changes."""
    filled(template)
    template.write_text("<b>{{ text }}</b>", "utf-8")
    assert filled(template) == "<b>甲&lt;乙</b>"


def test_another_jinja_compiles_again(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code may ask for other helpers."""
    filled(template)
    monkeypatch.setattr(pages, "_age", lambda: -1)
    monkeypatch.setattr(jinja2.Environment, "_generate", None)
    with pytest.raises(TypeError):
        filled(template)
