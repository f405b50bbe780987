"""Gives every article its domain."""
