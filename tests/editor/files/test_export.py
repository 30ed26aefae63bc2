"""Paper, PDF and HTML hold the text and nothing else."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from editor.files.export import as_html, as_pdf, printable


def test_paragraphs_and_line_breaks_become_html_and_marks_stay_text():
    page = as_html("Dear <Anna> & you,\nhello\n\n\nBye", "a & b")
    assert "<p>Dear &lt;Anna&gt; &amp; you,<br>\nhello</p>\n<p>Bye</p>" in page
    assert "<title>a &amp; b</title>" in page
    assert page.startswith("<!DOCTYPE html>")


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=120))
def test_every_visible_character_is_in_the_page(text):
    body = as_html(text, "t").partition("<body>\n")[2].partition("</body>")[0]
    read = html.unescape(re.sub(r"<br>|</?p>", "", body))
    assert "".join(read.split()) == "".join(text.split())


def test_html_is_exported_as_it_is_and_markdown_rendered():
    assert as_html("<p>x</p>", "t", ".html") == "<p>x</p>"
    rendered = as_html("# Head\n\nsome *words*", "t", ".md")
    assert "<h1" in rendered
    assert "# Head" not in rendered


def test_a_pdf_has_as_many_pages_as_the_text_needs(qapp):
    short, long = as_pdf("one line", QFont(), "t"), as_pdf("line\n" * 400, QFont(), "t")
    assert short.startswith(b"%PDF-")
    assert short.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", short)) == 1
    assert len(re.findall(rb"/Type\s*/Page\b", long)) > 5


def test_what_is_printed_is_small_enough_to_read_on_paper(qapp):
    font = QFont()
    font.setPointSize(40)
    assert printable("x", font).defaultFont().pointSize() == 11
