"""Rows are filtered and sorted, and only those on the screen are made into text."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from editor.learning.learned_table import Column, LearnedTable


def table(rows, shown=None):
    def text(row):
        if shown is not None:
            shown.append(row)
        return row[0]

    made = LearnedTable(
        [
            Column("Word", text, lambda row: row[0].casefold()),
            Column("Count", lambda row: f"{row[1]:,}", lambda row: row[1], is_number=True),
        ]
    )
    made.set_rows(rows)
    return made


def words(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_keeps_the_rules_of_a_model(qtbot):
    model = table([("b", 1), ("A", 2000), ("c", 2)])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_needle("b")
    model.set_rows([("b", 1), ("bb", 3)])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert words(model) == ["bb", "b"]
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert [model.headerData(section, Qt.Orientation.Horizontal) for section in (0, 1)] == ["Word", "Count ▾"]
    assert not QModelIndex().isValid()


def test_it_is_sorted_by_number_or_by_name_in_any_case(qtbot):
    model = table([("b", 1), ("A", 2000), ("c", 2)])
    assert words(model) == ["A", "b", "c"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert words(model) == ["A", "c", "b"]
    assert model.index(0, 1).data() == "2,000"


def test_a_search_is_for_any_part_in_any_case(qtbot):
    model = table([("Quentanar", 1), ("walks", 2)])
    model.set_needle(" TAN ")
    assert words(model) == ["Quentanar"]
    model.set_needle("")
    assert model.rowCount() == 2
    assert model.total == 2


def test_of_fifty_thousand_rows_only_those_on_the_screen_are_made_into_text(qtbot):
    shown = []
    model = table([(f"word{n}", n) for n in range(50_000)], shown)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(400, 400)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert 0 < len(set(shown)) < 100
