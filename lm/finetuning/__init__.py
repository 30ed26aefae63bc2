"""A model taught one person's documents: plan -> fine tuner (a generator of events) -> tuned model, or refusal."""
