"""Fine-tuning on the person's documents in a child process, and the profiles that come of it."""
