"""`python -m lm evaluate`: what a model is worth on a text, on openings of sentences, or on HTML pages."""

import argparse
from pathlib import Path

from lm.commands import evaluate_html
from lm.commands.reporting import LabelledLine
from lm.errors import CorpusError
from lm.evaluating.ideal_typist import Suggest, bits, type_text
from lm.evaluating.openings import answer, read_openings
from lm.model.folder_layout import DEFAULT_MODEL, HTML_MODEL, find_model
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE, Suggestion
from lm.predicting.suggester import Suggester
from lm.text.corpus import read_text
from lm.text.dictionary import system_dictionary
from resources import shipped_models
from resources.runs.terminal import print_json

EXAMPLE = "python -m lm evaluate --text letter.txt --learn diary.txt"
_TAG_SAMPLE = 100
_LEARN_EVERY_CHARS = 32


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `evaluate`."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--text", type=Path, metavar="FILE", help="the text to type")
    what.add_argument("--openings", type=Path, metavar="FILE", help="JSON lines: is the expected word offered next?")
    what.add_argument("--html", type=Path, metavar="FILE|FOLDER", help="pages: measure closing tags instead")
    parser.add_argument(
        "--learn",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="text that the user has written before; may be given several times",
    )
    parser.add_argument(
        "--model", metavar="NAME|DIR", help=f"default: {DEFAULT_MODEL}, with --html the one for HTML where it ships"
    )
    parser.add_argument(
        "--chars", type=int, default=0, metavar="N", help="only the first N characters of the text; 0: all of it"
    )
    parser.add_argument("--eager", action="store_true", help="always show the best guess, however unsure")
    parser.add_argument(
        "--min-confidence", type=float, default=DEFAULT_MIN_CONFIDENCE, metavar="P", help="how sure to be to show it"
    )
    parser.add_argument("--no-typing", action="store_true", help="measure bits per character only, no keystrokes")
    parser.add_argument(
        "--sample",
        type=int,
        default=_TAG_SAMPLE,
        metavar="N",
        help="with --html: how many end tags of each distance to ask the network alone about; 0: none",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="with --html: chooses the sample")
    parser.add_argument("--json", action="store_true", help="the result as one JSON line on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Measure and print.

    Raises:
        LmError: with a sentence for the user.
    """
    if arguments.html is not None:
        model = arguments.model or (HTML_MODEL if HTML_MODEL in shipped_models() else DEFAULT_MODEL)
        evaluate_html.run(arguments, model)
        return
    arguments.model = arguments.model or DEFAULT_MODEL
    _print(_opened(arguments) if arguments.openings is not None else _measured(arguments), arguments)


def _measured(arguments: argparse.Namespace) -> dict[str, object]:
    """Code a text and let it be typed."""
    text = read_text(arguments.text).decode("utf-8")
    if arguments.chars > 0:
        text = text[: arguments.chars]
    if not text.strip():
        raise CorpusError(f"{arguments.text} holds no text to type: choose another file")
    past = [read_text(path).decode("utf-8") for path in arguments.learn]
    folder = find_model(arguments.model)
    result: dict[str, object] = {"model": arguments.model, "chars": len(text)}
    with LabelledLine("coding", arguments.json) as progress:
        result["bits_per_char"] = round(_bits_per_char(_prepared(folder, past), text, progress), 4)
    if not arguments.no_typing:
        result |= _typed(folder, past, text, arguments)
    return result


def _opened(arguments: argparse.Namespace) -> dict[str, object]:
    """Ask for the word after each opening; nothing is learned from one to the next."""
    openings = read_openings(arguments.openings)
    suggester = _prepared(find_model(arguments.model), [read_text(path).decode("utf-8") for path in arguments.learn])

    def suggest(context: str) -> Suggestion:
        suggestion = suggester.suggest(context, min_confidence=0.0)
        assert suggestion is not None  # nothing asks it to stop
        return suggestion

    with LabelledLine("asking", arguments.json) as progress:
        answers = answer(openings, suggest, progress.show)
    missed = {each.opening.context: list(each.words) for each in answers if not each.is_shown}
    return {
        "model": arguments.model,
        "openings": len(answers),
        "first": round(sum(each.is_first for each in answers) / len(answers), 4),
        "among_three": round(sum(each.is_shown for each in answers) / len(answers), 4),
        "missed": missed,
    }


def _print(result: dict[str, object], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json(result)
        return
    for name, value in result.items():
        print(f"{name:20} {value}")


def _prepared(folder: Path, past: list[str]) -> Suggester:
    suggester = Suggester.load(folder, system_dictionary)
    for text in past:
        suggester.learn(text)
    return suggester


def _bits_per_char(suggester: Suggester, text: str, progress: LabelledLine) -> float:
    """Return the mean bits per character; what has been measured is learned as the text goes on."""
    total = 0.0
    typist = _Typist(suggester)
    costs = bits(suggester.model, text.encode("utf-8"))
    for index, character in enumerate(text):
        total += sum(next(costs) for _ in character.encode("utf-8"))
        if index % _LEARN_EVERY_CHARS == 0:
            typist.has_typed(text[: index + 1])
            progress.show(index / len(text))
    return total / len(text)


def _typed(folder: Path, past: list[str], text: str, arguments: argparse.Namespace) -> dict[str, object]:
    """Let one ideal user take the ghost text, and another one words from the bar."""
    with LabelledLine("typing, taking the ghost", arguments.json) as progress:
        inline = type_text(text, _shown(_prepared(folder, past), arguments), progress.show, bar=False)
    with LabelledLine("typing, taking from the bar", arguments.json) as progress:
        bar = type_text(text, _shown(_prepared(folder, past), arguments), progress.show, inline=False)
    return {
        "ksr_inline": round(inline.ksr_inline, 4),
        "ksr_bar": round(bar.ksr_bar, 4),
        "top1": round(bar.top1, 4),
        "top3": round(bar.top3, 4),
        "precision_when_shown": round(inline.shown_right / max(1, inline.shown), 4),
        "latency_ms": {"p50": round(inline.p50_ms, 2), "p95": round(inline.p95_ms, 2), "p99": round(inline.p99_ms, 2)},
    }


def _shown(suggester: Suggester, arguments: argparse.Namespace) -> Suggest:
    min_confidence = 0.0 if arguments.eager else arguments.min_confidence
    typist = _Typist(suggester)

    def suggest(context: str) -> Suggestion:
        typist.has_typed(context)
        suggestion = suggester.suggest(context, min_confidence=min_confidence)
        assert suggestion is not None  # nothing asks it to stop
        return suggestion

    return suggest


class _Typist:
    """Lets a suggester learn what has been typed, a line or a few words at a time."""

    def __init__(self, suggester: Suggester) -> None:
        self._suggester = suggester
        self._learned = 0

    def has_typed(self, text: str) -> None:
        """Learn the whole words of `text` that are new since the last time."""
        end = max(text.rfind(" "), text.rfind("\n"))  # a unit begins with its space, so it may still grow after it
        if end - self._learned >= _LEARN_EVERY_CHARS:
            self._suggester.learn(text[self._learned : end], continues=self._learned > 0)
            self._learned = end
