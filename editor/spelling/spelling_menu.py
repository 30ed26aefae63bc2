"""View > Spelling: the languages whose dictionaries are installed, off, and why there is none."""

from collections.abc import Collection

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from editor.spelling.spelling import OFF
from editor.spelling.spelling_messages import SpellingState
from editor.translation import tr

# A sentence is broken so that the menu does not become as wide as the window.
_LINE_CHARS = 60


class SpellingMenu(QMenu):
    """Built anew when it is shown, and whenever the state changes.

    Signals:
        chosen(str): a language, "" for the system's, "off".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Spelling"), parent)
        self._group = QActionGroup(self)

    def show_state(self, state: SpellingState | None, wish: str) -> None:
        """Offer the languages that are installed; None is not known yet. `wish` is the one chosen."""
        self.clear()
        self._add(tr("&Off"), OFF, wish)
        if state is None:
            self.addAction(tr("Looking for dictionaries…")).setEnabled(False)
            return
        names = {tag: language_name(tag, state.languages) for tag in state.languages}
        self._add(_system_label([] if wish else [names[tag] for tag in state.in_use]), "", wish)
        self.addSeparator()
        for language, name in sorted(names.items(), key=lambda item: item[1].casefold()):
            self._add(name, language, wish)
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


def language_name(tag: str, others: Collection[str] = ()) -> str:
    """Return what the speakers of a language call it, with its country where one of `others` is called so too.

    The name of a language that Qt does not know is its tag.
    """
    name = _native_name(tag)
    if not any(_native_name(other) == name for other in others if other != tag):
        return name
    return f"{name} ({QLocale(tag).nativeTerritoryName()})"


def _system_label(names: list[str]) -> str:
    match names:
        case [name]:
            return tr("As the &system: {language}").format(language=name)
        case [name, other]:
            return tr("As the &system: {language} and {other}").format(language=name, other=other)
        case _:
            return tr("As the &system")


def _native_name(tag: str) -> str:
    locale = QLocale(tag)
    name = tag if locale.language() == QLocale.Language.C else locale.nativeLanguageName()
    return name[:1].upper() + name[1:]


def _lines(sentence: str) -> list[str]:
    lines = [""]
    for word in sentence.split():
        if len(lines[-1]) + len(word) > _LINE_CHARS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line.replace("&", "&&") for line in lines]
