"""A document and its file: opened, saved, watched, kept safe from a crash."""
