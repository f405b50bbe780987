"""Stage 6: stories that ran together split, and the articles made of them."""
