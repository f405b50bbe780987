"""The door for what document converters write as JSON: text with the boxes that it stood in."""
