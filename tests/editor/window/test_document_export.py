"""A window's document on paper and in files: its text, never the ghost."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from editor.settings.shortcuts import Command
from editor.window.document_export import DocumentExport
from tests.editor.keyboard import type_keys


@pytest.fixture
def answers() -> dict[str, Path | None]:
    return {}


@pytest.fixture
def exporter(window, answers, tmp_path):
    suggested = []

    def ask_printer(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    def ask_path(path: Path) -> Path | None:
        suggested.append(path)
        return answers.get("path")

    made = DocumentExport(window.tab.text_edit, window.tab.session, ask_path=ask_path, ask_printer=ask_printer)
    made.suggested = suggested  # type: ignore[attr-defined]
    return made


def with_ghost(qtbot, window, engine) -> None:
    engine.answers = {"appl": "es and pears"}
    with qtbot.waitSignal(window.tab.controller.ghost_appeared):
        type_keys(window, "appl")
    assert window.tab.text_edit.ghost_text() == "es and pears"


def test_the_ghost_is_in_no_html(qtbot, window, engine, exporter, answers, tmp_path):
    with_ghost(qtbot, window, engine)
    answers["path"] = tmp_path / "out.html"
    exporter.on_commanded(Command.EXPORT_HTML)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<p>appl</p>" in page
    assert "pears" not in page


def test_the_ghost_is_neither_on_paper_nor_in_a_pdf(qtbot, window, engine, exporter, answers, tmp_path):
    type_keys(window, "appl")
    answers["path"] = tmp_path / "plain.pdf"
    exporter.on_commanded(Command.EXPORT_PDF)
    exporter.on_commanded(Command.PRINT)
    plain_print = (tmp_path / "printed.pdf").stat().st_size
    window.tab.text_edit.selectAll()
    window.tab.text_edit.cut()
    with_ghost(qtbot, window, engine)
    answers["path"] = tmp_path / "ghost.pdf"
    exporter.on_commanded(Command.EXPORT_PDF)
    exporter.on_commanded(Command.PRINT)
    # A PDF holds drawn glyphs of compressed fonts: one more letter is more bytes.
    assert (tmp_path / "ghost.pdf").stat().st_size == (tmp_path / "plain.pdf").stat().st_size
    assert (tmp_path / "printed.pdf").stat().st_size == plain_print
    assert window.tab.text_edit.ghost_text() == "es and pears"


def test_a_name_beside_the_document_is_suggested(window, exporter, tmp_path):
    document = tmp_path / "letter.html"
    document.write_text("<p>hello</p>")
    window.tab.session.load(document)
    exporter.on_commanded(Command.EXPORT_PDF)
    exporter.on_commanded(Command.EXPORT_HTML)
    assert exporter.suggested == [tmp_path / "letter.pdf", tmp_path / "letter-export.html"]


def test_the_document_itself_is_not_overwritten(qtbot, window, exporter, answers, tmp_path):
    document = tmp_path / "letter.html"
    document.write_text("<p>hello</p>")
    window.tab.session.load(document)
    type_keys(window, "x")
    answers["path"] = document
    with qtbot.waitSignal(exporter.said) as said:
        exporter.on_commanded(Command.EXPORT_HTML)
    assert "choose another name" in said.args[0]
    assert document.read_text() == "<p>hello</p>"


def test_a_folder_that_is_gone_is_said(qtbot, window, exporter, answers, tmp_path):
    answers["path"] = tmp_path / "gone" / "out.pdf"
    with qtbot.waitSignal(exporter.said) as said:
        exporter.on_commanded(Command.EXPORT_PDF)
    assert "cannot be written" in said.args[0]


def test_a_name_without_a_type_gets_one(window, exporter, answers, tmp_path):
    answers["path"] = tmp_path / "out"
    exporter.on_commanded(Command.EXPORT_HTML)
    assert (tmp_path / "out.html").exists()
