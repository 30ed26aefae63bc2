"""`python -m lm evaluate --html`: closing tags on pages, with and without the guard."""

import argparse
from typing import Any

from lm.commands.reporting import LabelledLine
from lm.errors import CorpusError
from lm.evaluating.tag_evaluation import Tally, with_guard, without_guard
from lm.html.pages import Page, read_pages
from lm.model.folder_layout import find_model
from lm.predicting.predictor import load_predictor
from resources.runs.terminal import print_json


def run(arguments: argparse.Namespace, model: str) -> None:
    """Measure and print.

    Raises:
        LmError: with a sentence for the user.
    """
    pages, skipped = read_pages(arguments.html)
    well_formed = [page for page in pages if page.is_well_formed]
    others = [page for page in pages if not page.is_well_formed]
    if not any(page.end_tags for page in pages):
        raise CorpusError(f"{arguments.html} holds no end tags to ask for: name other pages")
    predictor = load_predictor(find_model(model)) if arguments.sample else None
    result: dict[str, Any] = {"model": model, "skipped": skipped}
    with LabelledLine("guard", arguments.json) as progress:
        guarded = with_guard(well_formed, progress.show)
        result["with_guard"] = guarded.json()
        result["other_pages_with_guard"] = with_guard(others, progress.show).json()
    if predictor is not None:
        with LabelledLine("network", arguments.json) as progress:
            alone = without_guard(well_formed, predictor, arguments.sample, arguments.seed, progress.show)
        result["without_guard"] = alone.json(guarded.asked) | {"sample": arguments.sample, "seed": arguments.seed}
    result |= {"pages": len(pages), "well_formed_pages": len(well_formed), "end_tags": _count(pages)}
    if arguments.json:
        print_json(result)
        return
    _print(result)


def _count(pages: list[Page]) -> int:
    return sum(len(page.end_tags) for page in pages)


def _print(result: dict[str, Any]) -> None:
    for sentence in result["skipped"]:
        print(f"left out: {sentence}")
    print(f"{result['pages']} pages, {result['well_formed_pages']} of them well-formed, {result['end_tags']} end tags")
    kinds = {
        "with_guard": "with the guard",
        "without_guard": f"{result['model']} alone",
        "other_pages_with_guard": "with the guard, other pages",
    }
    labels = list(Tally().json()["by_distance"])  # type: ignore[call-overload]
    print(f"{'characters from the start tag':30} {'overall':>16}" + "".join(f"{label:>16}" for label in labels))
    for kind, label in kinds.items():
        if kind in result:
            figures = [result[kind], *result[kind]["by_distance"].values()]
            print(f"{label:30} " + "".join(f"{_figure(each):>16}" for each in figures))


def _figure(result: dict[str, Any]) -> str:
    return f"{result['accuracy']:.1%} of {result['n']}" if result["n"] else "-"
