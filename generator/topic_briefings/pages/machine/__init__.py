"""What the edition says to programs: data files, feeds, JSON-LD, citations."""
