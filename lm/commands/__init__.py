"""One module for each `python -m lm COMMAND`: `add_arguments(parser)` and `run(arguments)`."""
