"""Faces by their seeds, favourites, and faces as files: PNG, grids and animations that say where they came from."""
