import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.how_it_works.surprise_map import SurpriseMap
from editor.how_it_works.surprise_page import SurprisePage
from editor.page.page_marks import Mark
from lm.evaluating.ideal_typist import bits
from lm.lessons.surprise import Surprise
from lm.predicting.predictor import load_network

TEXT = "The first line.\nA second one, with 🙂 in it.\n\nThe end"


def _filled(text: str, values: np.ndarray | None = None) -> SurpriseMap:
    made = SurpriseMap()
    made.set_text(text, "network")
    for chunk in made.wanted(0, len(text)):
        part = np.ones(chunk.end - chunk.start, np.float32) if values is None else values[chunk.start : chunk.end]
        made.note(Surprise(chunk, part))
    return made


@given(st.text(alphabet="ab\n🙂", max_size=50))
def test_lines_are_those_of_the_text_and_their_sums_the_characters(text):
    lines = _filled(text).lines()
    expected = text.split("\n")
    if expected[-1] == "":
        expected.pop()
    assert [lines.snippet(line, 1000) for line in range(len(lines))] == [line.strip() for line in expected]
    assert lines.bits.sum() == pytest.approx(len(text))
    assert lines.is_known.all()


@given(st.text(alphabet="a🙂\n", min_size=1, max_size=30), st.data())
def test_tints_are_given_in_the_documents_own_units(text, data):
    values = np.array([data.draw(st.sampled_from([0.0, 3.0, 20.0])) for _ in text], np.float32)
    found = _filled(text, values)
    units = text.encode("utf-16-le")
    for strength, bits_of_it in ((1, 3.0), (5, 20.0)):
        spans = found.tints(0, len(units) // 2)[strength]
        tinted = "".join(units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans)
        assert tinted == "".join(c for c, value in zip(text, values, strict=True) if value == bits_of_it)


def test_edit_keeps_what_it_does_not_reach():
    text = "".join(f"line {number} of a long text\n" for number in range(2000))
    found = _filled(text)
    assert found.wanted(0, 10) == ()
    place = text.index("line 1500")
    found.set_text(text[:place] + "!" + text[place:], "network")
    wanted = found.wanted(0, 10)
    assert 0 < len(wanted) < 0.3 * len(text) / 4096 + 12
    assert all(chunk.end > place - 5000 for chunk in wanted)
    found.set_text(text, "another network")
    assert sum(chunk.end - chunk.start for chunk in found.wanted(0, 10)) == len(text)


def test_what_is_on_the_screen_is_wanted_first():
    text = "x" * 99 + "\n"
    made = SurpriseMap()
    made.set_text(text * 1000, "network")
    first = made.wanted(50_000, 51_000)[0]
    assert first.start <= 50_000 < first.end


@pytest.fixture
def page(qtbot, watched, thread, networks) -> SurprisePage:
    made = SurprisePage(watched, thread, networks)
    qtbot.addWidget(made)
    return made


def test_total_is_what_evaluation_measures_and_the_page_is_tinted(qtbot, page, text_edit, marks, networks):
    text_edit.load(TEXT)
    page.begin()
    qtbot.waitUntil(lambda: page.map.total[1] == len(TEXT), timeout=10_000)
    engine, _ = load_network(networks["lstm"])
    expected = sum(bits(engine, TEXT.encode()))
    assert page.map.total[0] == pytest.approx(expected, rel=1e-4)
    qtbot.waitUntil(lambda: f"{expected / len(TEXT):.2f} bits a character" in page.total.text(), timeout=5000)
    assert marks.spans(Mark.TINT_3)
    page.end()
    assert not marks.spans(Mark.TINT_3)


def test_edits_are_followed(qtbot, page, text_edit):
    text_edit.load("a")
    page.begin()
    qtbot.waitUntil(lambda: page.map.total[1] == 1, timeout=10_000)
    qtbot.keyClicks(text_edit, "bc")
    qtbot.waitUntil(lambda: page.map.total[1] == 3, timeout=10_000)
    page.end()


def test_lines_can_be_sorted_and_lead_to_their_place(qtbot, page, text_edit):
    text_edit.load(TEXT)
    page.begin()
    qtbot.waitUntil(lambda: page.lines.rowCount() == 4 and page.map.total[1] == len(TEXT), timeout=10_000)
    qtbot.waitUntil(lambda: page.lines.data(page.lines.index(0, 1)) != "…", timeout=5000)
    page.lines.sort(1, page.table.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    values = [int(page.lines.data(page.lines.index(row, 1)).replace(",", "")) for row in range(4)]
    assert values == sorted(values, reverse=True)
    page.lines.sort(0)
    page._on_line_activated(page.lines.index(3, 0))
    assert text_edit.textCursor().block().text() == "The end"
    page.end()


def test_empty_document_and_one_that_is_too_long_are_answered_with_a_sentence(page, text_edit, monkeypatch):
    page.begin()
    assert page.total.text() == "The document is empty."
    page.end()
    monkeypatch.setattr("editor.how_it_works.surprise_page._MOST_CHARS", 10)
    text_edit.load(TEXT)
    page.begin()
    assert "Open a part of it" in page.total.text()
    page.end()


def test_another_network_reads_anew(qtbot, page, text_edit):
    text_edit.load(TEXT)
    page.begin()
    qtbot.waitUntil(lambda: page.map.total[1] == len(TEXT), timeout=10_000)
    first = page.map.total[0]
    page.network.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.map.total[1] == len(TEXT) and page.map.total[0] != first, timeout=10_000)
    page.end()
