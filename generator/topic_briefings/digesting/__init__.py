"""What is new, as a message to send: chosen from an edition, and told in three forms."""
