"""What is new in this version, for the Help menu; the metainfo's releases say the same in English."""

from editor.translation import QT_TR_NOOP, tr
from resources.version import VERSION

_HEADING = QT_TR_NOOP("New in Foretype {version}:")
NEWS = (
    QT_TR_NOOP("Python 3.11 to 3.13 are enough, and what trains is installed only where it is wanted."),
    QT_TR_NOOP("The commands foretype-lm and foretype-gallery stand beside foretype."),
    QT_TR_NOOP("Installing Foretype leaves the programs that open your files as they are."),
)


def whats_new() -> str:
    """Say it in the window's language, a line for each thing."""
    return "\n".join([tr(_HEADING).format(version=VERSION), "", *(f"\N{BULLET} {tr(each)}" for each in NEWS)])
