"""Stage 0 of a page that knows where its lines stand: columns, heads and stories by place, as blocks in order."""
