"""What a run remembers: analyses by content."""
