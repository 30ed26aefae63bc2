"""View > Spelling: the languages whose dictionaries are installed, off, and why there is none."""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from editor.spell_checker import SpellChecker
from editor.spelling import OFF

# A sentence is broken so that the menu does not become as wide as the window.
_LINE_CHARS = 60


class SpellingMenu(QMenu):
    """Built anew whenever it is shown, and when an answer comes meanwhile.

    Signals:
        chosen(str): a language, "" for the system's, "off".
    """

    chosen = Signal(str)

    def __init__(self, checker: SpellChecker, parent: QWidget) -> None:
        super().__init__("&Spelling", parent)
        self._checker = checker
        self._group = QActionGroup(self)
        self.aboutToShow.connect(self._on_about_to_show)
        checker.state_changed.connect(self._on_state_changed)

    @Slot()
    def _on_about_to_show(self) -> None:
        # A dictionary may have been installed.
        self._checker.look_again()
        self._build()

    @Slot()
    def _on_state_changed(self) -> None:
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self.clear()
        state, wish = self._checker.state, self._checker.wish
        self._add("&Off", OFF, wish)
        if state is None:
            self.addAction("Looking for dictionaries…").setEnabled(False)
            return
        used = f" ({language_name(state.language)})" if state.language and not wish else ""
        self._add(f"As the &system{used}", "", wish)
        self.addSeparator()
        for language in state.languages:
            self._add(language_name(language), language, wish)
        if state.failure:
            self.addSeparator()
            for line in _lines(state.failure):
                self.addAction(line).setEnabled(False)

    def _add(self, label: str, value: str, wish: str) -> None:
        action = self.addAction(label)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(value == wish)
        self._group.addAction(action)
        action.triggered.connect(self._on_chosen)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())


def language_name(tag: str) -> str:
    """Return what the speakers of a language call it, with its country; the tag of one that Qt does not know."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName()
    country = locale.nativeTerritoryName() if "_" in tag else ""
    return f"{name[:1].upper()}{name[1:]} ({country})" if country else f"{name[:1].upper()}{name[1:]}"


def _lines(sentence: str) -> list[str]:
    lines = [""]
    for word in sentence.split():
        if len(lines[-1]) + len(word) > _LINE_CHARS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line.replace("&", "&&") for line in lines]
