"""`python -m lm phrases`: a table of what is said often, counted in large texts, beside the networks of a model."""

import argparse
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.commands.reporting import LabelledLine
from lm.errors import CorpusError, LmError, ModelError
from lm.predicting.phrase_table import FAMILY, TABLE, WORD_LIST
from lm.predicting.predictor import load_network
from lm.text.corpus import hold_out_each, read_texts
from lm.training.phrase_corpus import WordReader
from lm.training.phrase_counts import Pruning, build_phrases
from resources.model_folder import ModelFolderError, check_target, flat_bytes, publish

EXAMPLE = "python -m lm phrases letters.txt novels.txt --words words --out phrases"

_MOST_WORDS = 1 << 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `phrases`."""
    parser.add_argument(
        "texts", nargs="+", type=Path, metavar="TEXT", help="text files, their documents parted by blank lines"
    )
    parser.add_argument(
        "--whole", nargs="+", type=Path, default=[], metavar="TEXT", help="texts of which nothing is held out"
    )
    parser.add_argument(
        "--ours", nargs="+", type=Path, default=[], metavar="TEXT", help="texts of which every phrase is kept"
    )
    parser.add_argument("--words", type=Path, required=True, metavar="DIR", help="a model of `train --symbols words`")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the table")
    parser.add_argument(
        "--held-out", type=float, default=0.01, metavar="F", help="fraction of each text, as in `train`"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the held-out text, as in `train`")
    parser.add_argument(
        "--weight", action="append", default=[], metavar="NAME=W", help="a file whose name begins so counts W times"
    )
    parser.add_argument(
        "--least-documents",
        type=int,
        nargs="+",
        default=Pruning().least_documents,
        metavar="N",
        help="that a phrase of two, three, ... words occurs in",
    )
    parser.add_argument("--note", default="", help="what the card says of the texts and their licences")


def run(arguments: argparse.Namespace) -> None:
    """Count and publish.

    Raises:
        LmError: with a sentence for the user.
    """
    try:
        check_target(arguments.out)
        weights = _weights(arguments.weight)
        _, vocabulary = load_network(arguments.words)
        if vocabulary is None or len(vocabulary.factors.words) > _MOST_WORDS:
            raise ModelError(f"{arguments.words} predicts no words, or too many for a table: choose another model")
        words = vocabulary.factors.words
        splits = hold_out_each(read_texts(arguments.texts), arguments.held_out, arguments.seed)
        pruning = Pruning(tuple(arguments.least_documents))
        ours = arguments.ours * max(pruning.least_documents)  # as if so many had written them
        whole = [*arguments.whole, *ours]
        texts = [split.train for split in splits] + (read_texts(whole) if whole else [])
        paths = [*arguments.texts, *whole]
        reader = WordReader(words)
        counted = []
        with LabelledLine("reading", as_json=False) as progress:
            for index, (path, text) in enumerate(zip(paths, texts, strict=True)):
                progress.show(index / len(paths))
                counted.append(reader.read(text, _weight_of(path, weights)))
        with LabelledLine("counting", as_json=False) as progress:
            progress.show(0.0)
            arrays = build_phrases(counted, len(words), pruning)
        names = [word.decode("utf-8", "surrogateescape") for word in words[1:]]
        files = {TABLE: flat_bytes(arrays), WORD_LIST: json.dumps(names, ensure_ascii=True).encode()}
        publish(arguments.out, FAMILY, files, _card(arguments, paths, weights, arrays))
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
    except MemoryError as exc:
        raise CorpusError("the texts do not fit into memory: name fewer of them") from exc
    except ValueError as exc:
        raise LmError(str(exc)) from exc


def _card(
    arguments: argparse.Namespace,
    paths: Sequence[Path],
    weights: Mapping[str, float],
    arrays: Mapping[str, npt.NDArray[np.generic]],
) -> dict[str, Any]:
    order = max(int(name.rpartition(".")[2]) for name in arrays if name.startswith("words."))
    return {
        "name": arguments.out.name,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "order": order,
        "phrases": {str(n): len(arrays[f"words.{n}"]) for n in range(2, order + 1)},
        "texts": {path.name: _weight_of(path, weights) for path in paths},
        "held_out": arguments.held_out,
        "seed": arguments.seed,
        "least_documents": list(arguments.least_documents),
        **({"note": arguments.note} if arguments.note else {}),
    }


def _weights(options: list[str]) -> dict[str, float]:
    weights = {}
    for option in options:
        name, _, weight = option.partition("=")
        try:
            weights[name] = float(weight)
        except ValueError:
            raise CorpusError(f"--weight {option} is not NAME=NUMBER: write it so") from None
    return weights


def _weight_of(path: Path, weights: Mapping[str, float]) -> float:
    """Return the weight of the longest name that the file's begins with, 1 without one."""
    found = [name for name in weights if path.name.startswith(name)]
    return weights[max(found, key=len)] if found else 1.0
