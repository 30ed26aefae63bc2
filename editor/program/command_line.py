"""What `foretype` does with its arguments: windows, or the demo, on a screen or without one."""

import argparse
import gc
import logging
import os
import signal
import sys
from pathlib import Path

from editor.errors import UsageError
from resources.runs.help_formatter import HelpFormatter
from resources.version import VERSION

_FALLBACK_SCREENSHOT = "demo.png"


def run(argv: list[str]) -> int:
    """Do what the arguments say; return the exit status. Raises EditorError."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(
        level=logging.DEBUG if arguments.verbose else logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )
    # Ctrl+C ends the program at once; unsaved text is in its journal.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _run(arguments)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return not os.environ["QT_QPA_PLATFORM"].startswith(("offscreen", "minimal"))
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Ask an X display whether it is there: Qt would end the program where it is not."""
    if not display:
        return False
    import ctypes
    import ctypes.util

    library = ctypes.util.find_library("xcb")
    if library is None:
        return True
    xcb = ctypes.CDLL(library)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    has_error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not bool(has_error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="foretype",
        description="A text editor that finishes what you are typing.",
        epilog="example: foretype letter.txt notes.md",
        formatter_class=HelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Foretype {VERSION}")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="a text to open")
    parser.add_argument("--demo", action="store_true", help="type a passage, take suggestions, print what it saved")
    parser.add_argument("--screenshot", metavar="FILE.png", type=Path, help="with --demo: save a picture of the window")
    parser.add_argument("--speed", type=float, default=1.0, help="with --demo: how many times the human speed")
    parser.add_argument("--model", metavar="DIR", type=Path, help="the model folder to use")
    parser.add_argument("--theme", choices=["system", "light", "dark", "contrast"], help="colours for this run")
    parser.add_argument(
        "--new-instance", action="store_true", help="a program of its own, even where one is running already"
    )
    parser.add_argument("--verbose", action="store_true", help="log what happens")
    return parser


def _run(arguments: argparse.Namespace) -> int:
    is_shown = has_display()
    is_demo = arguments.demo or (not is_shown and not arguments.files)
    if not is_shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if arguments.files and not arguments.demo:
            raise UsageError("there is no display to open files on: use --demo, or set DISPLAY")
    if arguments.screenshot is not None and not is_demo:
        raise UsageError("--screenshot goes with --demo")
    if arguments.speed <= 0:
        raise UsageError("--speed must be above 0")

    # What the imports make stays: looking for garbage in it again and again costs 10 ms. The window's own collector
    # takes over.
    gc.disable()
    # After the platform is chosen.
    from editor.process.error_report import ErrorReporter
    from editor.process.log_file import LogFile
    from editor.process.paths import user_log_folder, user_paths
    from editor.process.single_instance import SingleInstance, Turn, address
    from editor.program.foretype import Foretype, make_application, shipped_html_model
    from editor.settings.preferences_keeper import PreferencesKeeper
    from editor.settings.theme import ThemeName
    from editor.spelling.spelling import EnchantDictionaries
    from editor.suggestions.suggestion_engine import load_engine
    from editor.translation import chosen_language, speak

    application = make_application([])
    paths = user_paths()
    theme = ThemeName(arguments.theme) if arguments.theme else None
    preferences = PreferencesKeeper(paths.preferences)
    speak(application, chosen_language(preferences.now.language))
    if is_demo:
        from editor.program.demo import run_demo

        screenshot = arguments.screenshot
        if screenshot is None and not is_shown:
            screenshot = paths.cache / _FALLBACK_SCREENSHOT
        lines = run_demo(
            load_engine,
            model=arguments.model,
            theme=theme,
            screenshot=screenshot,
            speed=arguments.speed if is_shown else None,
        )
        sys.stdout.write("\n".join(lines) + "\n")
        return 0
    instance = SingleInstance(address(paths.recovery.parent))
    turn = Turn.ALONE if arguments.new_instance else instance.take(arguments.files)
    if turn is Turn.HANDED_OVER:
        if arguments.model or theme:
            sys.stderr.write("Foretype is running already: --model and --theme need --new-instance\n")
        return 0
    log_file = LogFile(user_log_folder())
    log_file.open()
    foretype = Foretype(
        paths,
        load_engine,
        html_model=shipped_html_model(),
        dictionaries=EnchantDictionaries(),
        preferences=preferences,
    )
    reporter = ErrorReporter(foretype.save_texts, log_file.path, foretype)
    reporter.install()
    try:
        if theme is not None:
            preferences.change_for_now(theme=theme)
        instance.files_received.connect(foretype.on_files_received)
        if turn is Turn.ALONE:
            foretype.last_session.leave()
        foretype.recovery.restore()
        for path in arguments.files:
            foretype.open_file(path)
        if not arguments.files:
            foretype.restore_session(at_leisure=True)
        if not foretype.windows:
            foretype.open_window()
        foretype.start(arguments.model)
        return application.exec()
    finally:
        reporter.uninstall()
        instance.stop()
        foretype.stop()
        log_file.close()
