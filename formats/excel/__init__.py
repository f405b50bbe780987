"""Excel files: the door, the worker that reads workbooks, and tables that are saved under their name."""
