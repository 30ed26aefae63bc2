"""`python -m lm serve`: suggestions for other programs; each JSON line on stdin gets one JSON line as its answer.

{"op": "suggest", "context": "...", "words": 3}  ->  {"inline": "...", "words": [...], "edits": [...],
                                                      "confidence": 0.6, "ms": 1.9}
{"op": "learn", "text": "..."}                   ->  {"learned_chars": 1234, "ms": 3.1}
{"op": "forget", "word": "..."}                  ->  {"forgotten": true}
anything else                                    ->  {"error": "..."}

`inline` is inserted after the context as it is; a space at its end is one that the model is sure of. `words` are shown;
taking words[i] means doing edits[i], {"insert": "...", "replaces": n}: the n characters (code points) before the caret
give way to `insert`, which ends without a space. The space after an accepted word is the client's to add where none
follows: a soft one, whose place a typed mark takes and which a typed space does not double.

`suggest` may also give `following`, the rest of the line after the caret, which is not repeated, and `blocked`, a list
of words and phrases that are not offered. What looks like a secret is not learned, as in the window; `learned_chars`
counts what was. `forget` forgets a word in every spelling.
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
from lm.text.dictionary import system_dictionary
from lm.text.own_words import without_word
from lm.text.secret_text import BREAK, SafeText, without_secrets
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
    suggester = Suggester.load(find_model(arguments.model), system_dictionary)
    # Whatever the locale, requests are UTF-8, and a broken byte becomes a broken character rather than an exception.
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    serve(lines, suggester, 0.0 if arguments.eager else arguments.min_confidence)


class Pupil:
    """A suggester and what it was told, for words that can only be forgotten by learning everything else anew."""

    def __init__(self, suggester: Suggester) -> None:
        self.suggester = suggester
        self._told: list[SafeText] = []

    def learn(self, text: str) -> int:
        """Learn a text less what looks like a secret; return how many characters were learned."""
        safe = without_secrets(text)
        self._told.append(safe)
        return sum(self.suggester.learn(part) for part in safe.split(BREAK))

    def forget(self, word: str) -> bool:
        """Forget a word in every spelling; say whether it had been learned."""
        left = [SafeText(without_word(text, word)) for text in self._told]
        was_told, self._told = left != self._told, left
        if self.suggester.forget_spellings(word) or not was_told:
            return was_told
        # What the model counts as several units, such as a word with a hyphen or of another script.
        self.suggester.forget_everything()
        for text in left:
            for part in text.split(BREAK):
                self.suggester.learn(part)
        return True


def serve(lines: TextIO, suggester: Suggester, min_confidence: float) -> None:
    """Answer each line of `lines` with one line on stdout; nothing a client sends ends the loop."""
    pupil = Pupil(suggester)
    while line := lines.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        try:
            reply = _reply(line, pupil, min_confidence)
        except BadRequest as exc:
            reply = {"error": str(exc)}
        except Exception as exc:  # noqa: BLE001  # one broken request must not take the server with it
            reply = {"error": f"the engine failed ({type(exc).__name__}: {exc}): try another request"}
        print_json(reply)


def _reply(line: str, pupil: Pupil, min_confidence: float) -> dict[str, Any]:
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
            suggestion = pupil.suggester.suggest(
                context,
                following=_text(request, "following") if "following" in request else "",
                num_words=count,
                min_confidence=min_confidence,
                blocked=_phrases(request),
            )
            assert suggestion is not None  # nothing asks it to stop
            return {
                "inline": suggestion.ghost,
                "words": list(suggestion.shown_words),
                "edits": [{"insert": word.insert, "replaces": word.replaces} for word in suggestion.words],
                "confidence": round(suggestion.confidence, 4),
                "ms": round(suggestion.ms, 2),
            }
        case "learn":
            learned = pupil.learn(_text(request, "text"))
            return {"learned_chars": learned, "ms": round((time.perf_counter() - started) * 1000.0, 2)}
        case "forget":
            return {"forgotten": pupil.forget(_text(request, "word"))}
        case other:
            raise BadRequest(f"`op` is {other!r}: use suggest, learn or forget")


def _phrases(request: dict[str, Any]) -> frozenset[str]:
    phrases = request.get("blocked", [])
    if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
        raise BadRequest("`blocked` is not a list of strings")
    return frozenset(phrases)


def _text(request: dict[str, Any], name: str) -> str:
    value = request.get(name)
    if not isinstance(value, str):
        raise BadRequest(f"`{name}` is missing or not a string")
    return value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes a question mark
