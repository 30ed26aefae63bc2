"""How two texts differ, a text and its file for one, and a view of it."""
