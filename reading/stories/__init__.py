"""Stage 5: rows in the order of their stories, and the articles made of them."""
