"""A page becomes articles: blocks, rows, joins, headlines, stories, in this order."""
