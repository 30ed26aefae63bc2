"""How Qt counts a text: in UTF-16 units, of which a character beyond 16 bits has two."""

_CODEC = "utf-16-le"
_UNIT_BYTES = 2


def utf16_length(text: str) -> int:
    """Return how many units a text has."""
    return len(text) if text.isascii() else len(text.encode(_CODEC, "surrogatepass")) // _UNIT_BYTES


def utf16_part(text: str, start: int, end: int | None = None) -> str:
    """Return the text between two places in units; half a character at an end becomes U+FFFD."""
    if text.isascii():
        return text[start:end]
    data = text.encode(_CODEC, "surrogatepass")
    return data[_UNIT_BYTES * start : None if end is None else _UNIT_BYTES * end].decode(_CODEC, "replace")
