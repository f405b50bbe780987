"""Pages that are pictures: what reads them, whichever door they came through."""
