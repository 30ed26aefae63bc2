"""Numbers as the window's language writes them."""

from editor.translation import tr


def numeral(number: int) -> str:
    """Return a number in groups of three digits: `12,345` in English."""
    return f"{number:,}".replace(",", tr(",", "between the groups of three digits of a number"))
