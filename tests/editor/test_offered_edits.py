"""Page and engine together: what the shipped model offers, taken on the real page, keeps what the person wrote."""

import random
from collections.abc import Iterator

import pytest

from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from lm.model.suggestion import SuggestedEdit, Suggestion
from lm.predicting.suggester import Suggester
from resources import shipped_model

pytestmark = pytest.mark.skipif(not (shipped_model("english") / "card.json").exists(), reason="needs the shipped model")

_COUNT = 120
"""Places; each has some six edits. (The engine by itself is asked thousands of times in its own tests.)"""
_WORDS = [
    "the",
    "they",
    "don’t",
    "can’t",
    "I",
    "I’m",
    "I'll",
    "it's",
    "well-known",
    "well‑being",
    "call",
    "my_func",
    "iphon",
    "NASA",
    "TV",
    "HELLO",
    "THE",
    "recieve",
    "teh",
    "café",
    "café",
    "naïve",
    "über",
    "😀",
    "3.14",
    "1,000",
    "Mr.",
    "e.g.",
    "<p>Hello</p>",
    "<div>",
    "user@example.org",
    "e-mail",
    "привет",
    "שלום",
    "«quoted»",
    "“so”",
    "(well)",
]
_MARKS = ("", "", "", "", ",", ".", "!", ":", ";", "?", " –", "…", "”", ")")
_FOLLOWING = ("", "", "", " and so on", ".", ")", "”", "</p>", "ing", " ", ", but")


def places() -> Iterator[tuple[str, str]]:
    """Return texts before and after a caret: words of many kinds, the last one whole, half or not begun."""
    chance = random.Random(12)
    for _ in range(_COUNT):
        words = [chance.choice(_WORDS) + chance.choice(_MARKS) for _ in range(chance.randint(1, 6))]
        before = chance.choice((" ", " ", " ", "\n")).join(words)
        if chance.random() < 0.6:
            before = before[: chance.randint(max(0, len(before) - 6), len(before))]
        elif chance.random() < 0.5:
            before += " "
        yield before, chance.choice(_FOLLOWING)


def edits(suggestion: Suggestion) -> list[SuggestedEdit]:
    return [*suggestion.words, *suggestion.alternatives, *([suggestion.inline] if suggestion.inline else [])]


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester.load(shipped_model("english"))


def test_every_offered_edit_taken_on_the_page_keeps_every_character_that_it_does_not_complete(qtbot, suggester):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    count = 0
    for before, following in places():
        suggestion = suggester.suggest(before, following=following, num_words=3, min_confidence=0.0)
        for offered in edits(suggestion):
            edit.load(before + following)
            cursor = edit.textCursor()
            cursor.setPosition(len(before.encode("utf-16-le")) // 2)
            edit.setTextCursor(cursor)
            place = f"{offered} after {before!r} before {following!r}"
            assert edit.context() == before, place
            assert edit.take(offered.insert, offered.replaced, has_soft_space=offered.has_soft_space), place
            taken = offered.applied_to(before)
            soft = " " if offered.has_soft_space and not offered.insert.endswith(" ") else ""
            assert edit.text() == f"{taken}{soft}{following}", place
            assert edit.has_soft_space == offered.has_soft_space, place
            # What gives way is at most the letters of one word, and those letters in another case or spelling.
            assert edit.text().startswith(before[: len(before) - len(offered.replaced)]), place
            assert not offered.replaced or not any(char.isspace() for char in offered.replaced), place
            edit.undo()
            assert edit.text() == before + following, place
            count += 1
    assert count > _COUNT
