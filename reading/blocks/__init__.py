"""Stage 1: the blocks of a page, what each one is, and which repeat another."""
