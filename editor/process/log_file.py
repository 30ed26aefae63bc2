"""The log on disk: what went wrong; small, rotating, and never the person's text on purpose."""

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

_log = logging.getLogger(__name__)
_NAME = "foretype.log"
_CRASH_NAME = "crash.log"
_LARGEST_BYTES = 256 * 1024
_KEPT_FILES = 3
_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class LogFile:
    """The log of a run of the program.

    Attributes:
        path: of the newest file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / _NAME
        self._handler: RotatingFileHandler | None = None
        self._crash: TextIO | None = None

    def open(self) -> bool:
        """Begin to log warnings here too, and the stacks of a crash below Python.

        Returns False where nothing can be written; that is said in one line and no more.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            crash = self._folder / _CRASH_NAME
            if crash.exists() and crash.stat().st_size > _LARGEST_BYTES:
                crash.unlink()
            handler = RotatingFileHandler(self.path, maxBytes=_LARGEST_BYTES, backupCount=_KEPT_FILES, encoding="utf-8")
            self._crash = crash.open("a", encoding="utf-8")
        except OSError as exc:
            _log.warning("nothing is logged to %s: %s", self._folder, exc.strerror or exc)
            return False
        handler.setFormatter(logging.Formatter(_FORMAT))
        handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(handler)
        self._handler = handler
        faulthandler.enable(self._crash)
        return True

    def close(self) -> None:
        """Stop logging here."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
        self._handler = self._crash = None
