"""A child of the gallery's that the test plays."""

from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from gan_gallery.training.messages import event_json


class FakeJob(QObject):
    """It reports and ends when it is told to.

    Attributes:
        commands: what it was started with, in order.
        was_cancelled: since the last start.
    """

    reported = Signal(object)
    finished = Signal(object)

    def __init__(self):
        super().__init__()
        self.commands = []
        self.was_cancelled = False
        self.is_running = False

    def run(self, arguments, *, resume=False):
        if self.is_running:
            return False
        self.commands.append((*arguments, "--resume") if resume else tuple(arguments))
        self.is_running, self.was_cancelled = True, False
        return True

    def cancel(self):
        self.was_cancelled = True

    def close(self):
        self.is_running = False

    def tell(self, event):
        self.reported.emit(event if isinstance(event, dict) else event_json(event))

    def end(self, ending, sentence=""):
        self.is_running = False
        self.finished.emit(SimpleNamespace(ending=SimpleNamespace(name=ending), sentence=sentence))
