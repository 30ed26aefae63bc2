import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.html.tag_guard import VOID, closing_tag, open_elements

NAMES = ("b", "em", "div", "span", "ul", "section", "table", "svg", "custom-tag")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><p>one</p>", ["div"]),
        ("<div><br><img src='a.png'><hr>", ["div"]),
        ("<ul><li>one<li>two", ["ul", "li"]),
        ("<dl><dt>a<dd>b<dt>c", ["dl", "dt"]),
        ("<table><tr><td>1<td>2<tr><td>3", ["table", "tr", "td"]),
        ("<p>one<p>two", ["p"]),
        ("<p>one<div>two", ["div"]),
        ("<select><option>a<option>b", ["select", "option"]),
        ("<!-- <b> --><i>", ["i"]),
        ('<a title="x > y"><b>', ["a", "b"]),
        ("<script>if (a < b) '<p>';</script><b>", ["b"]),
        ("<style>p > b {}</style>", []),
        ("<DIV><Span>", ["div", "span"]),
        ("<b><i>x</b>", []),
        ("</b>text", []),
        ("<svg><path/><g>", ["svg", "g"]),
        ("<div/>text", ["div"]),
        ("a < b and c > d", []),
    ],
)
def test_open_elements_are_those_a_browser_sees(html, expected):
    assert open_elements(html) == expected


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("<div><p>one</", "p>"),
        ("<div><p>one</p></", "div>"),
        ("<div><span>x</sp", "an>"),
        ("<div><span>x</SP", "an>"),
        ("<div><em>x</d", "iv>"),
        ("<div><br></", "div>"),
        ("<div></div></", ""),
        ("<div>x</q", ""),
        ("<h1>Title</", "h1>"),
        ("<custom-tag>x</", "custom-tag>"),
    ],
)
def test_end_tag_that_was_begun_is_completed(context, expected):
    assert closing_tag(context) == expected


@pytest.mark.parametrize("context", ["", "plain text", "<div>", "<div>text", "a </b>", "1 </", "if a </ b"])
def test_where_no_end_tag_was_begun_there_is_none(context):
    assert closing_tag(context) is None


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6))
def test_closing_what_is_open_one_by_one_ends_with_nothing_open(names):
    html = "".join(f"<{name}>" for name in names)
    for name in reversed(names):
        assert closing_tag(html + "</") == name + ">"
        html += f"</{name}>"
    assert open_elements(html) == []


@given(st.lists(st.sampled_from([*NAMES, *sorted(VOID), "p", "li", "td"]), max_size=8))
def test_void_element_is_never_closed(names):
    html = "<main>" + "".join(f"<{name}>x" for name in names)
    assert (closing_tag(html + "</") or "").rstrip(">") not in VOID


@given(st.text(alphabet="<>/!-abdiv p=\"'", max_size=40))
def test_broken_html_is_read_without_an_error(html):
    open_elements(html)
    closing_tag(html + "</")
