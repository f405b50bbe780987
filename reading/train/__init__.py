"""Learns what the reader needs from the corpus; never imported by what reads."""
