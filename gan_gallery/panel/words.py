"""The panel's language: English stands in its source, other languages in `resources/translations/gallery_*.qm`.

Whoever shows the panel installs the translator; without one everything stays English, and so does what the engine says.
"""

from PySide6.QtCore import QCoreApplication

from resources.marked_sentence import QT_TR_NOOP as QT_TR_NOOP


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """Return what stands for an English text in the window's language; `%n` in it becomes the number `n`."""
    return QCoreApplication.translate("", text, comment, n)


def numeral(number: int) -> str:
    """Return a number in groups of three digits: `12,345` in English."""
    return f"{number:,}".replace(",", tr(",", "between the groups of three digits of a number"))


def decimal(number: float, places: int) -> str:
    """Return a number with so many places: `0.25` in English."""
    return f"{number:.{places}f}".replace(".", tr(".", "between the whole and the fraction of a number"))
