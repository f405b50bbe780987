"""Stage 3: how each row might carry on another, and what rows share."""
