"""Ways to alter a generated site, one thing at a time, to see which are found out."""
