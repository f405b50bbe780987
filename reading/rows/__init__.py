"""Stage 2: the rows of running text, and what each one looks like."""
