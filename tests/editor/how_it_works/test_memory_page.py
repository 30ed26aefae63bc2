import json

import numpy as np
import pytest

from editor.how_it_works.activation_view import _rows
from editor.how_it_works.dependency import dependency_plot, read_dependency
from editor.how_it_works.memory_page import PROPERTY_NAMES, MemoryPage
from editor.how_it_works.messages import AskUnits, Units
from lm.lessons.unit_probe import PROPERTIES, FoundUnit

CURVE = {
    "format_version": 1,
    "distances": ["0-50", "50-200"],
    "networks": [{"title": "LSTM", "right": [0.9, 0.5], "asked": [10, 20]}],
}


@pytest.fixture
def page(qtbot, watched, thread, networks, tmp_path) -> MemoryPage:
    made = MemoryPage(watched, thread, networks, tmp_path / "none.json")
    qtbot.addWidget(made)
    return made


def test_text_is_read_and_answered_even_by_a_network_that_nobody_trained(qtbot, page, text_edit, thread):
    text_edit.load('He said "yes" and (then) went.\n' * 30)
    text_edit.moveCursor(text_edit.textCursor().MoveOperation.End)
    with qtbot.waitSignal(thread.answered, timeout=10_000) as answered:
        page.begin()
    assert isinstance(answered.args[0], Units)
    assert page.state.text() != "Reading your text…"
    page.end()


def test_units_are_listed_the_clearest_first_and_a_choice_is_kept(page, thread):
    text = "añb"
    values = np.array([0.1, 0.2, 0.3, 0.4], np.float32)
    units = (FoundUnit("inside a tag", 3, -0.8, values), FoundUnit("after a vowel", 7, 0.4, values))
    thread.answered.emit(Units(AskUnits(0, "lstm", text), units))
    assert [page.list.item(row).text() for row in range(2)] == [
        "inside a tag: unit 3, correlation 0.80",
        "after a vowel: unit 7, correlation 0.40",
    ]
    assert page.view.text == text
    assert page.view.values.tolist() == pytest.approx([0.1, 0.3, 0.4])  # after the last byte of each character
    page.list.setCurrentRow(1)
    thread.answered.emit(Units(AskUnits(0, "lstm", text), units))
    assert page.list.currentRow() == 1


def test_empty_page_asks_for_text(page):
    page.begin()
    assert "Put the caret behind some text" in page.state.text()
    page.end()


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [("", 3, []), ("abcd", 3, [(0, 3), (3, 4)]), ("a\nbc", 3, [(0, 2), (2, 4)]), ("abc\n", 3, [(0, 3), (3, 4)])],
)
def test_letters_stand_in_lines_of_a_width(text, columns, rows):
    assert _rows(text, columns) == rows


def test_measured_curve_is_read_and_said(qtbot, tmp_path):
    path = tmp_path / "dependency.json"
    path.write_text(json.dumps(CURVE))
    plot = dependency_plot(read_dependency(path))
    qtbot.addWidget(plot)
    assert plot.accessibleDescription() == "LSTM: 90 % at 0-50, 50 % at 50-200"


@pytest.mark.parametrize(
    "change",
    [
        {"format_version": 2},
        {"networks": [{"title": "x", "right": [1.0], "asked": [1]}]},
        {"networks": [{"title": "x", "right": ["a", "b"], "asked": [1, 2]}]},
        {"distances": 3},
    ],
)
def test_broken_curve_is_none_with_a_line_in_the_log(tmp_path, caplog, change):
    path = tmp_path / "dependency.json"
    path.write_text(json.dumps(CURVE | change))
    assert read_dependency(path) is None
    assert len(caplog.records) == 1


def test_every_property_has_a_name_to_translate():
    assert tuple(each.name for each in PROPERTIES) == PROPERTY_NAMES
