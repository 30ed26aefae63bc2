"""The pictures: image folder -> trainer -> model folder -> generator -> panel. Qt in the panel alone."""
