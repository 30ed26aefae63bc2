"""What is learned from the person at once, kept, shown and forgotten."""
