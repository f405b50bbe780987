"""Files become pages or articles: one door a format, strangers to each other."""
