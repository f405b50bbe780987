"""The few sentences that say what an article says."""
