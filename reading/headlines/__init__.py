"""Stage 4: which rows are lines of headlines, and which line of a head is what."""
