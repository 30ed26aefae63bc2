"""The demo and the typist behind it."""

import pytest

from editor.errors import UsageError
from editor.program.demo import PASSAGE, run_demo, summary
from editor.program.typing_driver import right_prefix, type_text
from editor.suggestions.messages import ModelState
from tests.editor.conftest import FakeEngine


@pytest.mark.parametrize(
    ("ghost", "coming", "before", "expected"),
    [
        ("llo world", "llo world again", "he", "llo world"),
        ("llo world", "llo there", "he", "llo "),
        ("the", "then what", "", ""),
        ("the ", "the end", "", "the "),
        ("don't", "don't go", "", "don't"),
        ("well", "well-known", "", ""),
        ("end", "end. So", "", "end"),
        ("x", "", "", ""),
    ],
)
def test_only_whole_right_words_are_taken(ghost, coming, before, expected):
    assert right_prefix(ghost, coming, before) == expected


def test_the_typist_types_exactly_and_counts_its_keys(window, engine):
    engine.answers = {"Hel": "lo brave new world", "now": "here at all"}
    figures = type_text(window, "Hello brave men, now\nhé 😀", keys_per_second=None)
    assert window.tab.text_edit.text() == "Hello brave men, now\nhé 😀"
    assert figures.is_exact
    # "Hel", two words taken, "men, now", a line break and four characters.
    assert figures.keys == 3 + 2 + 8 + 1 + 4
    assert figures.characters == 25
    assert figures.glyph.count > 10


def test_the_whole_ghost_costs_one_key(window, engine):
    engine.answers = {"Hel": "lo brave new world"}
    figures = type_text(window, "Hello brave new world", keys_per_second=200)
    assert figures.keys == 4
    assert figures.saved == pytest.approx(1 - 4 / 21)


def test_a_typist_who_takes_nothing_saves_nothing(window, engine):
    engine.answers = {"Hel": "lo"}
    assert type_text(window, "Hello", keys_per_second=None, takes=False).keys == 5


def test_the_demo_types_its_passage_and_saves_a_picture(qapp, tmp_path):
    engine = FakeEngine({"Thank ": "you for your letter"})
    picture = tmp_path / "pictures" / "demo.png"
    lines = run_demo(
        lambda _folder: engine,
        model=None,
        theme=None,
        screenshot=picture,
        speed=None,
    )
    assert any(f"{len(PASSAGE)} (exactly the passage)" in line for line in lines)
    assert any("fake" in line for line in lines)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_summary_says_why_there_is_no_model():
    assert "card.json is missing" in summary(None, ModelState("", "card.json is missing"))[0]


def test_a_picture_that_is_no_png_is_refused(qapp, tmp_path):
    with pytest.raises(UsageError, match=r"\.png"):
        run_demo(FakeEngine, model=None, theme=None, screenshot=tmp_path / "a.jpg", speed=None)
