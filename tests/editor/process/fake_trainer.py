"""A trainer that trains nothing: it does on stdout, stderr and at its end what its arguments say, one by one.

event=NAME  a JSON line; with `resumed`, whether --resume was given
raw=TEXT    TEXT on stdout as it is (\\n and \\xff are understood)
log=TEXT    a line on stderr
stubborn    SIGTERM is ignored from now on
polite      SIGTERM ends as both trainers do it, with 1 and an event that says so
ended=HOW   the event of such an end, and a sentence on stderr
wait        until a signal comes; `wait=resumed` waits only in a child that was not started with --resume
die=N       kills itself with signal N
exit=N      ends with N
publish=DIR a model folder without a model, and no unfinished run any more
begun=DIR   a folder beside DIR in which an unfinished run would be
"""

import contextlib
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType


def _stop(_signum: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _do(deed: str, *, is_resumed: bool) -> None:
    what, _, text = deed.partition("=")
    match what:
        case "event":
            event = {"event": text, "resumed": is_resumed, "nice": os.nice(0), "cwd": str(Path.cwd())}
            sys.stdout.write(json.dumps(event) + "\n")
            sys.stdout.flush()
        case "raw":
            sys.stdout.buffer.write(text.encode().decode("unicode_escape").encode("latin-1"))
            sys.stdout.buffer.flush()
        case "log":
            sys.stderr.write(text + "\n")
        case "stubborn":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        case "polite":
            signal.signal(signal.SIGTERM, _stop)
        case "wait":
            while not (text == "resumed" and is_resumed):
                signal.pause()
        case "die":
            os.kill(os.getpid(), int(text))
        case "publish":
            shutil.rmtree(text + ".finetuning", ignore_errors=True)
            Path(text).mkdir()
            Path(text, "card.json").write_text('{"family": "lm-pair"}')
        case "begun":
            Path(text + ".finetuning").mkdir(exist_ok=True)
        case "ended":
            _say_ended(text, "it is said here")
        case "exit":
            sys.stdout.flush()
            os._exit(int(text))


def _say_ended(ending: str, sentence: str) -> None:
    sys.stdout.write(json.dumps({"event": "ended", "ending": ending, "sentence": sentence}) + "\n")
    sys.stdout.flush()
    sys.stderr.write(f"error: {sentence}\n")


def main() -> int:
    deeds = [argument for argument in sys.argv[1:] if argument != "--resume"]
    with contextlib.suppress(BrokenPipeError):
        try:
            for deed in deeds:
                _do(deed, is_resumed="--resume" in sys.argv)
        except KeyboardInterrupt:
            _say_ended("stopped", "it can be gone on with")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
