"""The dialog about the person's models: which one answers, how good each is, renaming, going back, removal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from editor.errors import ProfileError
from editor.profiles.profiles import Profile, Profiles
from editor.translation import QT_TR_NOOP, tr
from editor.widgets.buttons import push_button
from editor.widgets.labels import MARGIN_PX, sentence_label, size_text, title_label

_SIZE_PX = (680, 420)

_MEASURED = {
    "user": QT_TR_NOOP("Keystrokes saved by the bar on your held-out text: {before:.1%} before, {after:.1%} with it."),
    "general": QT_TR_NOOP("Keystrokes saved by the bar on general text: {before:.1%} before, {after:.1%} with it."),
}

Confirm = Callable[[QWidget, str], bool]


def confirm(parent: QWidget, question: str) -> bool:
    """Ask the person, for what cannot be undone."""
    buttons = QMessageBox.StandardButton
    return QMessageBox.question(parent, "Foretype", question, buttons.Yes | buttons.No, buttons.No) == buttons.Yes


class ProfilesDialog(QDialog):
    """A list of profiles and what can be done with the chosen one.

    Signals:
        use_wanted(Profile): answer from this profile from now on.
        renamed(Profile, Profile): a profile, and how it is called now.
        removed(Profile): a profile is gone.
        changed_back(Profile): a profile is its version before now.
    """

    use_wanted = Signal(object)
    renamed = Signal(object, object)
    removed = Signal(object)
    changed_back = Signal(object)

    def __init__(
        self,
        profiles: Profiles,
        current: Callable[[], Path],
        is_in_use: Callable[[Profile], bool],
        ask: Confirm = confirm,
        parent: QWidget | None = None,
    ) -> None:
        """`current` says which profile's folder answers; `is_in_use` which one a training reads or makes."""
        super().__init__(parent)
        self._profiles = profiles
        self._current = current
        self._is_in_use = is_in_use
        self._ask = ask
        self.setObjectName("tuning")
        self.setWindowTitle(tr("Models"))
        self.resize(*_SIZE_PX)
        self.list = QListWidget()
        self.list.setObjectName("models")
        self.list.setAccessibleName(tr("Models"))
        self.list.setStyleSheet("QListWidget::item { padding: 5px 4px; }")
        self.list.currentItemChanged.connect(self._on_current_changed)
        self._title = title_label()
        self._facts = sentence_label()
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.message = sentence_label()
        self.use = push_button(tr("&Use this one"), self._on_use)
        self.rename = push_button(tr("&Rename"), self._on_rename)
        self.roll_back = push_button(tr("Go &back to the previous version"), self._on_roll_back)
        self.delete = push_button(tr("&Delete"), self._on_delete)
        self._build()
        self.refresh()

    def refresh(self, chosen: str = "") -> None:
        """Read the profiles again; choose the one of a name, or the one that answers."""
        folder = self._current()
        self.list.clear()
        for profile in self._profiles.all():
            item = QListWidgetItem(f"{'◆' if profile.folder == folder else '◇'}  {profile.name}")
            item.setData(Qt.ItemDataRole.UserRole, profile)
            self.list.addItem(item)
            if profile.name == chosen or (not chosen and profile.folder == folder):
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)

    def say(self, sentence: str) -> None:
        """Show what came of something."""
        self.message.setText(sentence[:1].upper() + sentence[1:])

    def chosen(self) -> Profile | None:
        """Return the profile that is chosen in the list."""
        item = self.list.currentItem()
        data = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return data if isinstance(data, Profile) else None

    def _build(self) -> None:
        name = QHBoxLayout()
        name.addWidget(self.name, 1)
        name.addWidget(self.rename)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._title)
        right.addWidget(self._facts)
        right.addLayout(name)
        row = QHBoxLayout()
        for button in (self.use, self.roll_back, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        right.addLayout(row)
        right.addWidget(self.message)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(MARGIN_PX)
        self.list.setFixedWidth(200)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, _current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        profile = self.chosen()
        self.message.clear()
        if profile is None:
            return
        is_current = profile.folder == self._current()
        self._title.setText(profile.name)
        self._facts.setText(_facts(profile))
        self.name.setText(profile.name)
        self.use.setEnabled(not is_current)
        self.use.setText(tr("In use") if is_current else tr("&Use this one"))
        for widget in (self.name, self.rename, self.delete):
            widget.setEnabled(not profile.is_shipped)
        self.roll_back.setEnabled(profile.previous is not None)

    @Slot()
    def _on_use(self) -> None:
        profile = self.chosen()
        if profile is not None:
            self.use_wanted.emit(profile)

    @Slot()
    def _on_rename(self) -> None:
        profile = self.chosen()
        if profile is None or self._is_busy(profile):
            return
        try:
            renamed = self._profiles.rename(profile, self.name.text())
        except ProfileError as exc:
            self.say(f"{exc}.")
            return
        self.renamed.emit(profile, renamed)
        self.refresh(renamed.name)

    @Slot()
    def _on_roll_back(self) -> None:
        profile = self.chosen()
        if profile is None or self._is_busy(profile):
            return
        question = tr("Go back to the previous version of “{name}”, and remove the newer one?")
        if not self._ask(self, question.format(name=profile.name)):
            return
        try:
            before = self._profiles.roll_back(profile)
        except ProfileError as exc:
            self.say(f"{exc}.")
            return
        self.refresh(before.name)
        self.changed_back.emit(before)

    @Slot()
    def _on_delete(self) -> None:
        profile = self.chosen()
        if profile is None or self._is_busy(profile):
            return
        if not self._ask(self, tr("Delete “{name}” with all its versions?").format(name=profile.name)):
            return
        try:
            self._profiles.delete(profile)
        except ProfileError as exc:
            self.say(f"{exc}.")
            return
        self.removed.emit(profile)
        self.refresh()

    def _is_busy(self, profile: Profile) -> bool:
        if self._is_in_use(profile):
            sentence = tr("A training uses “{name}”: wait until it is done, or cancel it.")
            self.say(sentence.format(name=profile.name))
            return True
        return False


def _facts(profile: Profile) -> str:
    """Return what a card tells, in sentences; a card may hold anything."""
    card = profile.card
    if not card:
        return tr("Its description cannot be read: the model is damaged and cannot be used.")
    lines = [tr("Came with Foretype.")] if profile.is_shipped else []
    training = card.get("training")
    if isinstance(card.get("parent"), str) and isinstance(training, dict):
        documents, size_bytes = training.get("documents"), training.get("bytes")
        if isinstance(documents, int) and isinstance(size_bytes, int):
            learned = (
                tr("Learned from 1 document of yours, {size}, on top of “{parent}”.")
                if documents == 1
                else tr("Learned from {count:,} documents of yours, {size}, on top of “{parent}”.")
            )
            lines.append(learned.format(count=documents, size=size_text(size_bytes), parent=card["parent"]))
    created = card.get("created")
    if isinstance(created, str):
        lines.append(tr("Made on {day}.").format(day=created[:10]))
    lines.extend(_measured(card.get("measured")))
    if profile.previous is not None:
        lines.append(tr("The previous version is kept."))
    return "\n".join(lines)


def _measured(measured: Any) -> list[str]:
    try:
        typing = measured["typing"]
        before, after = typing["before"], typing["after"]
        return [
            tr(sentence).format(before=before[text]["ksr_bar"], after=after[text]["ksr_bar"])
            for text, sentence in _MEASURED.items()
        ]
    except (KeyError, TypeError, ValueError):
        return []
