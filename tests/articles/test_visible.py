"""Text as it can be shown."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from articles.visible import visible


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_is_held_by_xml(text: str) -> None:
    """An XML parser reads it as it is, as long as it was, and what could be held is unchanged."""
    shown = visible(text)
    element = ElementTree.Element("p")
    element.text = shown
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == shown
    assert len(shown) == len(text.replace("\r\n", "\n"))
    assert visible(shown) == shown
