"""Named models that were fine-tuned, and which of them answers."""
