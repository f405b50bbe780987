"""How boxes stand to each other."""

from articles.layout import Box
from reading.layout.geometry import lies_between, one_column, overlaps, rules_off, shared_width, stands_between

UPPER, LOWER = Box(0, 0, 100, 20), Box(0, 40, 100, 60)


def test_a_rule_parts_what_stands_over_it_from_what_stands_under_it() -> None:
    """Across the width that both share; one beside them, over both or upright parts nothing."""
    assert lies_between(Box(0, 30, 100, 31), UPPER, LOWER)
    assert not lies_between(Box(200, 30, 300, 31), UPPER, LOWER)
    assert not lies_between(Box(0, 70, 100, 71), UPPER, LOWER)
    assert not lies_between(Box(50, 0, 51, 60), UPPER, LOWER)


def test_a_rule_over_the_next_column_parts_it_from_what_ends_above() -> None:
    """A column that begins under a rule does not carry on one that ends over it, wherever that stands."""
    assert rules_off(Box(120, 30, 220, 31), UPPER, Box(120, 40, 220, 60))
    assert not rules_off(Box(240, 30, 320, 31), UPPER, Box(120, 40, 220, 60))


def test_an_upright_rule_stands_between_columns() -> None:
    """Not beside them, and not where it ends over them."""
    right = Box(120, 0, 220, 20)
    assert stands_between(Box(110, -5, 111, 30), UPPER, right)
    assert stands_between(Box(110, -5, 111, 30), right, UPPER)
    assert not stands_between(Box(230, -5, 231, 30), UPPER, right)
    assert not stands_between(Box(110, 40, 111, 60), UPPER, right)


def test_what_begins_at_one_place_is_one_column() -> None:
    """Or ends there, and shares most of its width."""
    assert one_column(UPPER, Box(3, 40, 90, 60), 5)
    assert not one_column(UPPER, Box(30, 40, 80, 60), 5)
    assert not one_column(UPPER, Box(97, 40, 200, 60), 5)
    assert shared_width(UPPER, Box(60, 0, 200, 20)) == 40
    assert overlaps(UPPER, Box(60, 0, 100, 20), 0.9)
