"""How the help of every command looks: options with their defaults, and an example that can be copied."""

import argparse


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Says after each option what it is when it is not given, if that is anything."""

    def _get_help_string(self, action: argparse.Action) -> str:
        text = action.help or ""
        is_flag = action.default is None or action.default is False
        if is_flag or "default" in text or action.default in ("", [], argparse.SUPPRESS):
            return text
        return f"{text} (default: %(default)s)"
