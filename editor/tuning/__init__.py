"""Fine-tuning on the person's documents: the choice of them, the child that trains, its progress and its result."""
