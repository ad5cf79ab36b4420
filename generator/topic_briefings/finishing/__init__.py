"""What a finished site gets, whatever built it."""
