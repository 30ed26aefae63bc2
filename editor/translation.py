"""The window's language: English stands in the source, other languages in `resources/translations`, as Qt's own files.

`tr("Line {line}").format(line=3)` where a sentence is shown. What is named before the language is known, at the top of
a module, is marked with `QT_TR_NOOP` and goes through `tr` where it is shown. `make translations` collects the
sentences with Qt's tools; a test says which ones a language lacks.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources import TRANSLATIONS
from resources.marked_sentence import QT_TR_NOOP as QT_TR_NOOP

SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What the window speaks, each in its own name."""
AREAS: dict[str, tuple[str, ...]] = {
    "window": ("settings", "page", "files", "comparison", "searching", "recovery", "window"),
    "learning": (
        *(".", "process", "program", "widgets", "profiles"),
        *("suggestions", "learning", "spelling", "tuning", "desks", "../resources/files"),
    ),
    "how_it_works": ("how_it_works",),
    "gallery": (),
}
"""The files of a language, `AREA_de.qm`, and the folders of `editor` whose sentences are in each."""
_QT = "qtbase"
"""The buttons of Qt's own dialogs."""

_log = logging.getLogger(__name__)


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """Return what stands for an English text in the window's language; `%n` in it becomes the number `n`."""
    return QCoreApplication.translate("", text, comment, n)


def reason_of(exc: OSError) -> str:
    """Return what the system, or a module without Qt, says went wrong."""
    return tr(exc.strerror) if exc.strerror else str(exc)


def chosen_language(preference: str) -> str:
    """Return the language for a preference: the first of the desktop's that is there for `SYSTEM`, else English."""
    wanted = [preference] if preference != SYSTEM else [name[:2] for name in QLocale.system().uiLanguages()]
    return next((name for name in wanted if name in LANGUAGES), "en")


def speak(application: QCoreApplication, language: str) -> None:
    """Let everything that is made from now on speak `language`; a file that is missing leaves its part in English."""
    if language == "en":
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"{_QT}_{language}.qm", *(TRANSLATIONS / f"{area}_{language}.qm" for area in AREAS)):
        translator = QTranslator(application)
        if translator.load(str(path)):
            application.installTranslator(translator)
        else:
            _log.warning("the translation %s cannot be read", path)
