"""`python -m tests.animation FILE.gif`: the animation in the README, taken from the real window while it types.

The window stands off-screen. A letter is typed at a human pace; what is right of the ghost is taken, as in the demo.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QRect
from PySide6.QtGui import QImage

from editor.process.paths import Paths
from editor.program.demo import PASSAGE
from editor.program.foretype import Foretype, make_application
from editor.program.typing_driver import TypingDriver, TypingFigures
from editor.settings.theme import ThemeName
from editor.suggestions.messages import ModelState
from editor.suggestions.suggestion_engine import load_engine

_TEXT = "\n\n".join(PASSAGE.split("\n\n")[:2])
"""The greeting and the first paragraph."""
_KEYS_PER_SECOND = 5.0
_SIZE = 760, 330
_COLOURS = 48
_LAST_FRAME_MS = 3000
_LEAST_FRAME_MS = 40
"""Browsers slow down what changes faster than every 20 ms."""


@dataclass(slots=True)
class _Film:
    """Pictures of the window, each with the moment from which it was on the screen."""

    pictures: list[Image.Image] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    def add(self, picture: QImage) -> None:
        rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
        rows = (rgb.width(), rgb.height()), bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine()
        self.pictures.append(Image.frombytes("RGB", *rows))
        self.moments.append(time.monotonic())

    def save(self, path: Path) -> None:
        """Write all pictures in the colours of the last one, so that what stays the same costs nothing."""
        palette = self.pictures[-1].quantize(_COLOURS, dither=Image.Dither.NONE)
        first, *others = (each.quantize(palette=palette, dither=Image.Dither.NONE) for each in self.pictures)
        shown_ms = [round(1000 * (end - start)) for start, end in zip(self.moments, self.moments[1:], strict=False)]
        first.save(
            path,
            save_all=True,
            append_images=others,
            duration=[max(_LEAST_FRAME_MS, each) for each in shown_ms] + [_LAST_FRAME_MS],
            loop=0,
            optimize=True,
        )


def film(paths: Paths, theme: ThemeName) -> _Film:
    """Type the beginning of the demo's passage into a window and return its pictures."""
    foretype = Foretype(paths, load_engine)
    foretype.preferences.change_for_now(hint_seen=True, theme=theme)
    window = foretype.open_window()
    window.main_window.resize(*_SIZE)
    driver = TypingDriver(window, _TEXT, keys_per_second=_KEYS_PER_SECOND)
    result = _Film()
    loop = QEventLoop()

    def take(figures: TypingFigures) -> None:
        window.tab.status.show_demo(f"{figures.saved:.0%} of keys saved")
        result.add(window.main_window.grab(QRect(0, 0, *_SIZE)).toImage())

    def begin(state: ModelState) -> None:
        if state.failure:
            raise SystemExit(f"error: {state.failure}")
        driver.start()

    # Every signal here is sent and received on the thread of the window.
    driver.progressed.connect(take)
    driver.finished.connect(loop.quit)
    foretype.model_changed.connect(begin)
    try:
        foretype.start(None)
        loop.exec()
    finally:
        foretype.stop()
    return result


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.animation", description=__doc__)
    parser.add_argument("out", type=Path, metavar="FILE.gif")
    parser.add_argument("--theme", choices=["light", "dark"], default="light", help="the window's colours")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application([])
    with tempfile.TemporaryDirectory(prefix="foretype-animation-") as folder:
        home = Path(folder)
        pictures = film(Paths(home / "preferences.json", home / "recovery", home), ThemeName(arguments.theme))
    pictures.save(arguments.out)
    application.quit()
    size_kb = arguments.out.stat().st_size / 1000
    sys.stdout.write(f"{arguments.out}: {len(pictures.pictures)} pictures, {size_kb:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
