"""A small typesetter: stories set in the shapes that newspapers give them."""
