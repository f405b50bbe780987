"""The ground floor: pages, the articles on them, the words in those."""
