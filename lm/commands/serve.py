"""`python -m lm serve`: suggestions for other programs; each JSON line on stdin gets one JSON line as its answer.

{"op": "suggest", "context": "...", "words": 3}  ->  {"inline": "...", "words": [...], "confidence": 0.6, "ms": 1.9}
{"op": "learn", "text": "..."}                   ->  {"learned_chars": 1234, "ms": 3.1}
{"op": "forget", "word": "..."}                  ->  {"forgotten": true}
anything else                                    ->  {"error": "..."}
"""

import argparse
import io
import json
import sys
import time
from typing import Any, TextIO

from lm.model.folder_layout import DEFAULT_MODEL, find_model
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE
from lm.predicting.suggester import Suggester
from resources.runs.terminal import print_json

EXAMPLE = 'echo \'{"op": "suggest", "context": "Thank you for "}\' | python -m lm serve'
_MOST_WORDS = 20
_LONGEST_LINE = 64 << 20


class BadRequest(Exception):  # noqa: N818  # it is the client's, not ours
    """A request that cannot be answered; `str()` is the sentence of the reply."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="a shipped model or a model folder")
    parser.add_argument("--eager", action="store_true", help="`inline` is always the best guess, however unsure")
    parser.add_argument(
        "--min-confidence", type=float, default=DEFAULT_MIN_CONFIDENCE, metavar="P", help="how sure `inline` must be"
    )
    parser.add_argument("--json", action="store_true", help="changes nothing: serve always speaks JSON")


def run(arguments: argparse.Namespace) -> None:
    """Answer requests until stdin ends.

    Raises:
        LmError: with a sentence for the user, when the model cannot be loaded.
    """
    suggester = Suggester.load(find_model(arguments.model))
    # Whatever the locale, requests are UTF-8, and a broken byte becomes a broken character rather than an exception.
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    serve(lines, suggester, 0.0 if arguments.eager else arguments.min_confidence)


def serve(lines: TextIO, suggester: Suggester, min_confidence: float) -> None:
    """Answer each line of `lines` with one line on stdout; nothing a client sends ends the loop."""
    while line := lines.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        try:
            reply = _reply(line, suggester, min_confidence)
        except BadRequest as exc:
            reply = {"error": str(exc)}
        except Exception as exc:  # noqa: BLE001  # one broken request must not take the server with it
            reply = {"error": f"the engine failed ({type(exc).__name__}: {exc}): try another request"}
        print_json(reply)


def _reply(line: str, suggester: Suggester, min_confidence: float) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise BadRequest(f"the request is not JSON ({exc}): send one object per line") from exc
    if not isinstance(request, dict):
        raise BadRequest("the request is not a JSON object: send one object per line")
    started = time.perf_counter()
    match request.get("op"):
        case "suggest":
            context = _text(request, "context")
            count = request.get("words", 3)
            if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= _MOST_WORDS:
                raise BadRequest(f"`words` is a number from 0 to {_MOST_WORDS}")
            suggestion = suggester.suggest(context, num_words=count, min_confidence=min_confidence)
            assert suggestion is not None  # nothing asks it to stop
            return {
                "inline": suggestion.inline,
                "words": list(suggestion.words),
                "confidence": round(suggestion.confidence, 4),
                "ms": round(suggestion.ms, 2),
            }
        case "learn":
            learned = suggester.learn(_text(request, "text"))
            return {"learned_chars": learned, "ms": round((time.perf_counter() - started) * 1000.0, 2)}
        case "forget":
            return {"forgotten": suggester.forget(_text(request, "word"))}
        case other:
            raise BadRequest(f"`op` is {other!r}: use suggest, learn or forget")


def _text(request: dict[str, Any], name: str) -> str:
    value = request.get(name)
    if not isinstance(value, str):
        raise BadRequest(f"`{name}` is missing or not a string")
    return value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes a question mark
