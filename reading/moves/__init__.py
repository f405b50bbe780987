"""Stage 5: where stories open, and runs of rows moved back to where they were written."""
