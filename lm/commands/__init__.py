"""One module for each `python -m lm COMMAND`: `EXAMPLE`, `add_arguments(parser)` and `run(arguments)`.

`reporting` shows a run on the terminal or as JSON lines.
"""
