"""Many days of digests: what is current, and the index."""
