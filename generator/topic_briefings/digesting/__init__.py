"""What is new, as a message to send, in three forms."""
