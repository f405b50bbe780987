"""The roof: a day of news on one page, and the command that makes it."""
