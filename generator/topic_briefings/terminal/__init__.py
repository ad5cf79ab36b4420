"""What was found, for a person at a terminal."""
