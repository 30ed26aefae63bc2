"""`foretype [FILE ...]`: the editor, or with `--demo` the offline demo."""

import os
import sys

# Before NumPy can load: one thread for inference is faster, and the cores stay free.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from editor.errors import EditorError
from editor.program.command_line import run

_APT_PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libgssapi-krb5-2 libfontconfig1 libglib2.0-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-image0 libxcb-render-util0 libxcb-xinerama0 "
    "libxcb-shape0 libxcb-randr0"
)


def main() -> int:
    """Run the editor; return 0, or 1 after a line that begins `error:`."""
    try:
        import PySide6.QtWidgets  # noqa: F401
        from PySide6.QtNetwork import QLocalSocket  # noqa: F401
    except ImportError as exc:
        print(
            f"error: Qt cannot be loaded ({exc}): on Debian or Ubuntu run apt-get install {_APT_PACKAGES}",
            file=sys.stderr,
        )
        return 1
    try:
        return run(sys.argv[1:])
    except EditorError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
