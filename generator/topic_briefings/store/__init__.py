"""What a run remembers by content: articles, analyses, what is gathered of each, pieces of pages, what was verified."""
