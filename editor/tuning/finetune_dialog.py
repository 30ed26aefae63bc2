"""The fine-tuning dialog: shows a session, and asks what to learn; typing goes on beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.errors import ProfileError
from editor.profiles.profiles import Profile
from editor.translation import QT_TR_NOOP, tr
from editor.tuning.document_survey import SurveyReply
from editor.tuning.picking_page import PickingPage
from editor.tuning.result_page import ResultPage
from editor.tuning.running_page import RunningPage
from editor.tuning.tuning_run import TuningRun
from editor.tuning.tuning_session import Stage, TuningSession, TuningWish
from editor.widgets.buttons import push_button

_SIZE_PX = (760, 640)
_TICK_MS = 1000
_TITLES = {
    Stage.DONE: QT_TR_NOOP("Done"),
    Stage.REFUSED: QT_TR_NOOP("No better than before"),
    Stage.FAILED: QT_TR_NOOP("The training failed"),
    Stage.CANCELLED: QT_TR_NOOP("Cancelled"),
}

AskPaths = Callable[[QWidget, bool], list[Path]]


def ask_paths(parent: QWidget, is_folder: bool) -> list[Path]:
    """Let the person pick a folder, or files."""
    if is_folder:
        name = QFileDialog.getExistingDirectory(parent, tr("A folder of documents"))
        return [Path(name)] if name else []
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Documents to learn from"))
    return [Path(name) for name in names]


class FinetuneDialog(QDialog):
    """One page at a time: pick, run, result.

    Signals:
        use_wanted(Profile): answer from this profile from now on.
    """

    use_wanted = Signal(object)

    def __init__(
        self,
        session: TuningSession,
        current: Callable[[], Path],
        ask: AskPaths = ask_paths,
        parent: QWidget | None = None,
    ) -> None:
        """`current` says which profile's folder answers now."""
        super().__init__(parent)
        self._session = session
        self._current = current
        self._ask = ask
        self._survey_id = 0
        self.setObjectName("tuning")
        self.setWindowTitle(tr("Fine-tune on your documents"))
        self.resize(*_SIZE_PX)
        self.picking, self.running, self.outcome = PickingPage(), RunningPage(), ResultPage()
        self._pages = QStackedWidget()
        for page in (self.picking, self.running, self.outcome):
            self._pages.addWidget(page)
        self._unfinished: TuningRun | None = None
        self.banner = QFrame()
        self.banner_text = QLabel()
        self.banner_text.setWordWrap(True)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_progress)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now, and the profiles and unfinished runs as they are on the disk."""
        profiles = [profile for profile in self._session.profiles.all() if profile.card]
        self.picking.show_profiles(profiles, self._current())
        self._show_banner()
        self._on_changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._session.stage is Stage.IDLE:
            self._show_banner()
        super().changeEvent(event)

    def hideEvent(self, _event: QEvent) -> None:
        self._tick.stop()

    def showEvent(self, _event: QEvent) -> None:
        self.refresh()

    def _build(self) -> None:
        self.banner.setObjectName("banner")
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        self.resume = push_button(tr("&Resume it"), self._on_take_up)
        row = QHBoxLayout(self.banner)
        row.addWidget(self.banner_text, 1)
        row.addWidget(self.resume)
        row.addWidget(push_button(tr("&Give it up"), self._on_give_up))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        session, picking, running = self._session, self.picking, self.running
        session.changed.connect(self._on_changed)
        session.survey.replied.connect(self._on_surveyed)
        picking.files_wanted.connect(self._on_files_wanted)
        picking.folder_wanted.connect(self._on_folder_wanted)
        picking.paths_changed.connect(self._on_paths_changed)
        picking.name.textChanged.connect(self._on_name_changed)
        picking.start_wanted.connect(self._on_start)
        running.pause_wanted.connect(session.pause)
        running.resume_wanted.connect(session.resume)
        running.cancel_wanted.connect(session.cancel)
        self.outcome.chosen.connect(self._on_chosen)

    @Slot()
    def _on_changed(self) -> None:
        stage = self._session.stage
        if stage is Stage.IDLE:
            self._show_page(self.picking)
        elif stage.is_over:
            if self._pages.currentWidget() is not self.outcome or self.outcome.title.text() != tr(_TITLES[stage]):
                self._show_result(stage)
            self._show_page(self.outcome)
        else:
            self._show_progress()
            self._show_page(self.running)
        is_ticking = stage is Stage.RUNNING and self.isVisible()
        if is_ticking and not self._tick.isActive():
            self._tick.start()
        elif not is_ticking:
            self._tick.stop()

    def _show_page(self, page: QWidget) -> None:
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            # The space bar, pressed a moment too late, must not cancel or remove anything.
            if page is self.running:
                self.running.setFocus()
            elif page is self.outcome:
                self.outcome.focus_default()
        self.banner.setVisible(page is self.picking and self._unfinished is not None)

    @Slot()
    def _show_progress(self) -> None:
        session, stage = self._session, self._session.stage
        run = session.run
        if run is None:
            return
        self.running.title.setText(tr("“{profile}” learns from {base}").format(profile=run.profile, base=run.base_name))
        self.running.show_progress(
            session.tracker.progress, session.tracker.seconds_left(), is_paused=stage is Stage.PAUSED
        )
        words = {
            Stage.COPYING: tr("Copying the documents…"),
            Stage.PAUSING: tr("Pausing: saving what was learned…"),
            Stage.PAUSED: tr("Paused; what was learned is kept, even if you quit."),
            Stage.CANCELLING: tr("Cancelling: saving what was learned…"),
        }.get(stage)
        if words:
            self.running.phase.setText(words)
            self.running.left.setVisible(stage is Stage.PAUSED)
        else:
            self.running.left.setVisible(True)
        self.running.show_buttons(
            can_pause=stage is Stage.RUNNING,
            is_paused=stage is Stage.PAUSED,
            can_cancel=stage in (Stage.COPYING, Stage.RUNNING, Stage.PAUSING, Stage.PAUSED),
        )

    def _show_result(self, stage: Stage) -> None:
        run = self._session.run
        is_unfinished = run is not None and any(r.version == run.version for r in self._session.unfinished())
        buttons = [("new", tr("&Another training…"))]
        if stage is Stage.DONE:
            buttons += [("close", tr("&Close")), ("use", tr("&Use this model now"))]
        elif stage is Stage.REFUSED:  # Enter does nothing that cannot be undone
            buttons = [("give_up", tr("&Remove it")), ("keep", tr("&Keep it anyway")), *buttons]
        elif is_unfinished:
            buttons += [("give_up", tr("&Give it up")), ("resume", tr("&Resume"))]
        self.outcome.show_result(tr(_TITLES[stage]), self._session.sentence, self._session.tracker.progress, buttons)

    def _show_banner(self) -> None:
        unfinished = self._session.unfinished()
        self._unfinished = unfinished[0] if unfinished else None
        run = self._unfinished
        if run is not None:
            self.banner_text.setText(_unfinished_sentence(run))
            self.resume.setText(tr("&Look at it") if run.is_refused else tr("&Resume it"))
        self.banner.setVisible(run is not None and self._pages.currentWidget() is self.picking)

    @Slot()
    def _on_files_wanted(self) -> None:
        self.picking.add(self._ask(self, False))

    @Slot()
    def _on_folder_wanted(self) -> None:
        self.picking.add(self._ask(self, True))

    @Slot()
    def _on_paths_changed(self) -> None:
        if not self.picking.paths:
            self._survey_id = 0
            self.picking.show_survey(None)
            return
        self.picking.show_reading()
        self._survey_id = self._session.survey.ask(tuple(self.picking.paths))

    @Slot(object)
    def _on_surveyed(self, reply: SurveyReply) -> None:
        if reply.request.id != self._survey_id:
            return
        if reply.survey is not None:
            self.picking.show_survey(reply.survey)
        else:
            self.picking.show_failure(reply.failure)

    @Slot()
    def _on_name_changed(self) -> None:
        wish = self._wish()
        hint = ""
        if wish is not None and wish.name.strip():
            try:
                name = self._session.check(wish).name
            except ProfileError as exc:
                hint = str(exc)[0].upper() + str(exc)[1:] + "."
            else:
                if self._session.profiles.find(name) is not None:
                    hint = tr("“{name}” gets a new version; the previous one is kept, and you can go back to it.")
                    hint = hint.format(name=name)
        self.picking.hint.setText(hint)

    @Slot()
    def _on_start(self) -> None:
        wish = self._wish()
        if wish is None:
            return
        try:
            self._session.begin(wish)
        except ProfileError as exc:
            self.picking.hint.setText(str(exc)[0].upper() + str(exc)[1:] + ".")
            self.picking.name.setFocus()

    @Slot()
    def _on_take_up(self) -> None:
        if self._unfinished is not None:
            self._try(self._session.take_up, self._unfinished)

    @Slot()
    def _on_give_up(self) -> None:
        if self._unfinished is not None:
            self._try(self._session.give_up, self._unfinished)
        self._show_banner()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        session, run = self._session, self._session.run
        match name:
            case "use":
                profile = session.profiles.find(run.profile) if run is not None else None
                if profile is not None:
                    self.use_wanted.emit(profile)
                session.dismiss()
                self.close()
            case "close":
                session.dismiss()
                self.close()
            case "new":
                session.dismiss()
                self.refresh()
            case "keep" if run is not None:
                try:
                    session.take_up(run, keep=True)
                except ProfileError as exc:
                    self.outcome.sentence.setText(str(exc))
            case "resume" if run is not None:
                self._try(session.take_up, run)
            case "give_up" if run is not None:
                self._try(session.give_up, run)
                self.refresh()

    def _try(self, deed: Callable[[TuningRun], None], run: TuningRun) -> None:
        try:
            deed(run)
        except ProfileError as exc:
            self.banner_text.setText(str(exc))
            self.outcome.sentence.setText(str(exc))

    def _wish(self) -> TuningWish | None:
        base = self.picking.base.currentData()
        if not isinstance(base, Profile):
            return None
        return TuningWish(
            tuple(self.picking.paths), base, self.picking.name.text(), float(self.picking.minutes.value())
        )


def _unfinished_sentence(run: TuningRun) -> str:
    if run.is_refused:
        sentence = (
            tr("The training of “{profile}” on 1 document is done, and the model got no better.")
            if run.num_documents == 1
            else tr("The training of “{profile}” on {count:,} documents is done, and the model got no better.")
        )
    else:
        sentence = (
            tr("The training of “{profile}” on 1 document was not finished.")
            if run.num_documents == 1
            else tr("The training of “{profile}” on {count:,} documents was not finished.")
        )
    return sentence.format(profile=run.profile, count=run.num_documents)
