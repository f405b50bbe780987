"""PDF files: the door, and the process of its own that reads them."""
