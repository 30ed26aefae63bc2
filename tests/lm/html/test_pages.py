"""Pages are read by Python's own parser: which end tags they have, what each closes, and whether they are sound."""

from pathlib import Path

import pytest

from lm.errors import CorpusError
from lm.html.pages import parse_page, read_pages


def page(text: str):
    return parse_page(Path("page.html"), text)


def test_each_end_tag_knows_its_place_its_name_and_how_far_back_its_element_began():
    text = "<DIV class='a'>\n  <b>one</b>\n</DIV >"
    bold, div = page(text).end_tags
    assert (text[bold.position : bold.position + 4], bold.name, bold.distance) == ("</b>", "b", 3)
    assert (text[div.position : div.position + 5], div.name) == ("</DIV", "DIV")
    assert div.distance == len("\n  <b>one</b>\n")


@pytest.mark.parametrize(
    ("text", "is_well_formed"),
    [
        ("<!doctype html><p>a<br>b<img src='x'/></p>", True),
        ("<p>one<p>two</p>", False),
        ("<b><i>x</b></i>", False),
        ("<div></span></div>", False),
        ("<div>", False),
        ("<script>'</b>'</script>", True),
    ],
)
def test_a_page_is_well_formed_when_every_element_is_closed_in_order(text, is_well_formed):
    assert page(text).is_well_formed is is_well_formed


def test_an_end_tag_that_closes_nothing_has_no_distance():
    assert [tag.distance for tag in page("<p>a</b></p>").end_tags] == [None, 5]


def test_a_folder_is_read_to_its_depths_and_what_is_no_text_is_named(tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "one.HTM").write_text("<p>one</p>" * 10)
    (tmp_path / "two.html").write_bytes(b"<p>\xff</p>" * 10)
    (tmp_path / "notes.txt").write_text("<p>no page</p>" * 10)
    pages, skipped = read_pages(tmp_path)
    assert [each.path.name for each in pages] == ["one.HTM"]
    assert len(skipped) == 1
    assert "two.html is not UTF-8" in skipped[0]


def test_a_folder_without_pages_is_said(tmp_path):
    with pytest.raises(CorpusError, match="holds no page"):
        read_pages(tmp_path)
