"""Word files: the door, what a document shows, and which of its styles are headings."""
