"""Takes a language away again, for tests that speak one."""

from PySide6.QtCore import QCoreApplication, QTranslator


def forget_language(application: QCoreApplication) -> None:
    """Let what is made from now on speak English."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
