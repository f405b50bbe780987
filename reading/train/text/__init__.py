"""Learns from torn pages how texts join, what headlines look like, which runs have strayed."""
