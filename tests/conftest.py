"""Settings for all tests."""

import pytest
from hypothesis import HealthCheck, settings

# The first text that hypothesis draws on a new machine waits until its table of characters is made.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The README's commands first, since one of them trains: on several cores the others run beside it."""
    items.sort(key=lambda item: item.path.name != "test_readme.py")
