"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# The first text that hypothesis draws on a new machine waits until its table of characters is made.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
