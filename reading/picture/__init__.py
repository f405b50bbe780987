"""A page as a picture: where each line stands, which story has it, and in which order the story is read."""
