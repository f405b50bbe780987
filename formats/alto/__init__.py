"""The door for ALTO, the lines that libraries keep of their newspapers, and METS, which puts its pages in order."""
