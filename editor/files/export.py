"""The document on paper, as PDF and as HTML: made from its text, so that nothing painted beside it comes along."""

import html
import re

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QFontMetricsF, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from lm.model.document_kind import HTML_SUFFIXES, MARKDOWN_SUFFIXES

_FONT_PT = 11
_RESOLUTION_DPI = 300
_TAB_SPACES = 4
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_STYLE = "body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.5;font-family:sans-serif}"


def printable(text: str, font: QFont) -> QTextDocument:
    """Return a document for paper: black on white in the page's font, whatever the window's colours."""
    made = QTextDocument()
    small = QFont(font)
    small.setPointSize(_FONT_PT)
    made.setDefaultFont(small)
    option = made.defaultTextOption()
    option.setTabStopDistance(QFontMetricsF(small).horizontalAdvance(" ") * _TAB_SPACES)
    made.setDefaultTextOption(option)
    made.setPlainText(text)
    return made


def print_text(text: str, font: QFont, printer: QPrinter) -> None:
    """Print with page numbers."""
    # Qt's own two centimetres then begin at the paper's edge.
    printer.setFullPage(True)
    printable(text, font).print_(printer)


def as_pdf(text: str, font: QFont, title: str) -> bytes:
    """Return an A4 PDF with page numbers."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Foretype")
    writer.setResolution(_RESOLUTION_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # Qt leaves two centimetres itself, with the page's number in them.
    writer.setPageMargins(QMarginsF())
    printable(text, font).print_(writer)
    # The writer ends the file when it goes.
    del writer
    return bytes(buffer.data().data())


def as_html(text: str, title: str, suffix: str = "") -> str:
    """Return a web page: HTML as it is, Markdown rendered, of any other text the paragraphs and line breaks."""
    if suffix in HTML_SUFFIXES:
        return text
    if suffix in MARKDOWN_SUFFIXES:
        rendered = QTextDocument()
        rendered.setMarkdown(text)
        rendered.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        return rendered.toHtml()
    paragraphs = (part.strip("\n") for part in _BLANK_LINES.split(text))
    body = "\n".join(
        "<p>" + html.escape(part, quote=False).replace("\n", "<br>\n") + "</p>" for part in paragraphs if part.strip()
    )
    head = f'<meta charset="utf-8">\n<title>{html.escape(title, quote=False)}</title>\n<style>{_STYLE}</style>'
    return f"<!DOCTYPE html>\n<html>\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
