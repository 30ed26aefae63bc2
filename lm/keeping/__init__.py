"""What was learned, on disk, and the steps in which it is taught to a model."""
