"""One module for each `python -m gan_gallery COMMAND`: `add_arguments(parser)` and `run(arguments)`."""
