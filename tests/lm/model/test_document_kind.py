"""A document is HTML by its suffix or by how it begins."""

import pytest

from lm.model.document_kind import is_html


@pytest.mark.parametrize(
    ("suffix", "beginning", "expected"),
    [
        (".html", "", True),
        (".htm", "plain", True),
        (".xhtml", "", True),
        (".txt", "<!doctype html>", False),
        ("", "<!DOCTYPE html>\n<html>", True),
        ("", "\n  <html lang=en>", True),
        ("", "<!doctype", False),
        ("", "<htmlx>", False),
        ("", "Dear <html> reader", False),
        ("", "", False),
    ],
)
def test_a_document_is_html_by_its_suffix_or_by_how_it_begins(suffix, beginning, expected):
    assert is_html(suffix, beginning) is expected
