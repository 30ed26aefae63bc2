"""The default font of the page: the first of a few good ones that the machine has."""

from PySide6.QtGui import QFont, QFontDatabase

# Made for reading on a screen; the last are on nearly every machine.
_FAMILIES = (
    "Inter",
    "SF Pro Text",
    "Segoe UI",
    "Cantarell",
    "Source Sans 3",
    "Ubuntu",
    "Noto Sans",
    "Open Sans",
    "DejaVu Sans",
    "Liberation Sans",
)


def page_font(family: str, size_pt: int) -> QFont:
    """Return the font of the page; `family` "" stands for the best one there is."""
    if family:
        font = QFont(family)
    else:
        present = set(QFontDatabase.families())
        font = QFont()
        known = [name for name in _FAMILIES if name in present]
        if known:
            font.setFamilies(known)
    font.setPointSize(size_pt)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
