"""Word files: the door, what a document shows, its pages, its styles and the numbers of its paragraphs."""
