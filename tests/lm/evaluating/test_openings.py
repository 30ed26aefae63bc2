from pathlib import Path

import pytest

from lm.errors import CorpusError
from lm.evaluating.openings import Answer, Opening, answer, read_openings
from lm.model.folder_layout import DEFAULT_MODEL, find_model
from lm.model.suggestion import SuggestedEdit, Suggestion
from lm.predicting.suggester import Suggester
from resources import LETTERS

OPENINGS = Path(__file__).parents[1] / "data" / "openings.jsonl"
ONCE = Opening("Once upon a ", frozenset({"time"}))

# What the shipped model reached when it was made, less two points.
LEAST_FIRST = 0.88
LEAST_AMONG_THREE = 0.95


def _offer(*words: str) -> Suggestion:
    return Suggestion(None, tuple(SuggestedEdit(word, shown=word) for word in words), (), 1.0, 1.0)


@pytest.mark.parametrize(
    ("words", "is_first", "is_shown"),
    [
        (("time", "day", "hill"), True, True),
        (("day", "hill", "time"), False, True),
        (("day", "hill", "week", "time"), False, False),
        (("Time", "day"), False, False),
        ((), False, False),
    ],
)
def test_first_and_among_three_count_exact_words(words: tuple[str, ...], is_first: bool, is_shown: bool):
    found = Answer(ONCE, words)
    assert (found.is_first, found.is_shown) == (is_first, is_shown)


def test_every_opening_is_asked_alone_and_in_order():
    asked, shares = [], []

    def suggest(context: str) -> Suggestion:
        asked.append(context)
        return _offer("time")

    openings = [ONCE, Opening("See you ", frozenset({"soon"}))]
    assert [found.is_first for found in answer(openings, suggest, shares.append)] == [True, False]
    assert asked == ["Once upon a ", "See you "]
    assert shares == [0.5, 1.0]


def test_openings_are_read_line_by_line(tmp_path: Path):
    path = tmp_path / "openings.jsonl"
    path.write_text('{"context": "Once upon a ", "next": ["time"]}\n\n', encoding="utf-8")
    assert read_openings(path) == [ONCE]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"context": "a "}', '{"context": 1, "next": ["b"]}', '{"context": "a ", "next": []}']
)
def test_line_that_is_no_opening_is_named(tmp_path: Path, line: str):
    path = tmp_path / "openings.jsonl"
    path.write_text('{"context": "Once upon a ", "next": ["time"]}\n' + line, encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2"):
        read_openings(path)


def test_file_without_openings_is_refused(tmp_path: Path):
    path = tmp_path / "openings.jsonl"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(CorpusError):
        read_openings(path)


def test_own_openings_and_letters_are_whole():
    openings = read_openings(OPENINGS)
    contexts = [each.context for each in openings]
    assert len(openings) >= 200
    assert len(set(contexts)) == len(contexts)
    assert all(context.endswith(" ") and not context.endswith("  ") for context in contexts)
    letters = LETTERS.read_text(encoding="utf-8").split("\n\n")
    assert len(letters) >= 300
    assert len(set(letters)) == len(letters)


def test_shipped_model_knows_what_people_write_next():
    suggester = Suggester.load(find_model(DEFAULT_MODEL))

    def suggest(context: str) -> Suggestion:
        found = suggester.suggest(context, min_confidence=0.0)
        assert found is not None
        return found

    answers = answer(read_openings(OPENINGS), suggest, lambda share: None)
    assert sum(each.is_first for each in answers) / len(answers) >= LEAST_FIRST
    assert sum(each.is_shown for each in answers) / len(answers) >= LEAST_AMONG_THREE
