"""Faces out: seeds and latents, favourites, PNG, grids and animations that say where they came from."""
