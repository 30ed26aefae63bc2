"""Marks sentences for the translators in modules without Qt; who shows one puts it into the window's language."""


def QT_TR_NOOP(text: str) -> str:  # noqa: N802  # the name that Qt's tools look for
    """Mark a text to be translated where it is shown."""
    return text
