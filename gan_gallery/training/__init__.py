"""A training run as a generator of events: batches -> game of two networks -> averages, health, checkpoints."""
