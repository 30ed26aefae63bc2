"""Models of a person's own: folders with versions, which of them is in use, and the dialog about them."""
