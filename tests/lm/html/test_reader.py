"""The guard's stack is that of the document, wherever the caret is, and a second answer reads only what changed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.html.reader import HtmlReader
from lm.html.tag_guard import TagGuard, open_elements

PLAIN = ("article", "b", "div", "em", "my-element", "section", "span", "strong", "video")
PIECES = (
    *("<div>", "<p>", "<li>", "<ul>", "<b>", "<td>", "<tr>", "<table>", "<svg>", "<title>", "<textarea>", "<script>"),
    *("</div>", "</p>", "</ul>", "</b>", "</table>", "</svg>", "</title>", "</textarea>", "</script>", "</", "<", ">"),
    *("<!--", "-->", "<br/>", "<path/>", "<![CDATA[", "]]>", '<a href="', '"', "'", "<a title='>'>", "=", "</a>"),
    *("<!doctype html>", "text ", "\n", "a < b", "<?xml ?>", "é🙂"),
)


@st.composite
def nested(draw, depth: int = 0) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return a document's pieces, and before each piece the elements that are open there."""
    pieces: list[str] = []
    stacks: list[tuple[str, ...]] = []

    def add(piece: str, stack: tuple[str, ...]) -> None:
        pieces.append(piece)
        stacks.append(stack)

    def fill(stack: tuple[str, ...], depth: int) -> None:
        for _ in range(draw(st.integers(0, 3))):
            kind = draw(st.sampled_from(("text", "void", "comment", "script", "element", "element", "element")))
            if kind == "text":
                add(draw(st.sampled_from(("words ", "1 < 2 ", "&amp;", "\n", "a > b", "it's"))), stack)
            elif kind == "void":
                add(draw(st.sampled_from(("<br>", "<img alt='a > b'>", '<INPUT value="</div>"/>'))), stack)
            elif kind == "comment":
                add("<!-- <div> -- > </b> -->", stack)
            elif kind == "script":
                add("<script>", stack)
                add("if (a < b) '<div></b>'", (*stack, "script"))
                add("</script>", (*stack, "script"))
            elif depth < 5:
                name = draw(st.sampled_from(PLAIN))
                written = draw(st.sampled_from((name, name.upper(), name.title())))
                attributes = draw(st.sampled_from(("", " id=x", " title='>'", " hidden ", "\n")))
                add(f"<{written}{attributes}>", stack)
                fill((*stack, name), depth + 1)
                add(f"</{name}{draw(st.sampled_from(('', ' ')))}>", (*stack, name))

    fill((), depth)
    return pieces, stacks


@given(nested())
def test_the_stack_is_the_one_the_document_was_written_with(document):
    pieces, stacks = document
    for index, stack in enumerate(stacks):
        assert open_elements("".join(pieces[:index])) == list(stack)


@given(nested())
def test_what_is_offered_after_each_beginning_of_an_end_tag_is_the_innermost_open_element(document):
    pieces, stacks = document
    guard = TagGuard()
    for index, stack in enumerate(stacks):
        if stack:
            before = "".join(pieces[:index]) + "</"
            assert guard.closing_tag(before).lower() == stack[-1] + ">"
            assert guard.closing_tag(before + stack[-1][:2]).lower() == stack[-1][2:] + ">"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # Optional end tags.
        ("<ul><li>one<ul><li>inner</ul><li>two", ["ul", "li"]),
        ("<ul><li><p>one<li>", ["ul", "li"]),
        ("<p>one<b>two<div>", ["div"]),
        ("<button><p>one<button>", ["button", "p", "button"]),
        ("<dl><dt>a<dd><p>b<dt>", ["dl", "dt"]),
        ("<select><optgroup><option>a<optgroup><option>b", ["select", "optgroup", "option"]),
        ("<table><thead><tr><th>a<tbody><tr><td>b", ["table", "tbody", "tr", "td"]),
        ("<table><tr><td><table><tr><td>x</table>", ["table", "tr", "td"]),
        ("<table><caption>a<tr>", ["table", "tr"]),
        ("<ruby>a<rp>(<rt>b<rp>)", ["ruby", "rp"]),
        ("<html><head><meta><title>a</title><body>", ["html", "body"]),
        ("<html><head><link><p>", ["html", "p"]),
        # End tags that fit nothing, or reach too far.
        ("<div></span>", ["div"]),
        ("<div></br></img>", ["div"]),
        ("<table><tr><td></div>", ["table", "tr", "td"]),
        ("<div><table><tr><td></div>", ["div", "table", "tr", "td"]),
        ("<p><span>a<b>c</p>", []),
        ("<b><div></b>", ["div"]),
        ("<span><div></span>", ["span", "div"]),
        ("<h1>a</h2>", []),
        ("<section><div><em></section>", []),
        ("<ul><li><ol></li>", ["ul", "li", "ol"]),
        # Raw text.
        ("<title>the <b> element", ["title"]),
        ("<script>'</scr' + '<div>'", ["script"]),
        ("<SCRIPT>a</script ><i>", ["i"]),
        ("<style></styles>", ["style"]),
        ("<textarea><div></textarea><i>", ["i"]),
        ("<div><textarea></div>", ["div", "textarea"]),
        # Comments and declarations.
        ("<!--><i>", ["i"]),
        ("<!-- a --!><i>", ["i"]),
        ("<!-- a - - > <b> --><i>", ["i"]),
        ("<!doctype html><html>", ["html"]),
        ("<?php <b ?><i>", ["i"]),
        ("</ x><i></><u>", ["i", "u"]),
        # Attributes.
        ("<a title='\">'><i>", ["a", "i"]),
        ("<a title=it's><i>", ["a", "i"]),
        ('<a title = "x\ny > z" b><i>', ["a", "i"]),
        ("<input value=><i>", ["i"]),
        # SVG, MathML and XHTML.
        ("<svg><linearGradient/><a/><title><b>", ["svg", "title", "b"]),
        ("<svg><foreignObject><div/><br>", ["svg", "foreignobject", "div"]),
        ("<p><svg><foreignObject><div></p>", ["p", "svg", "foreignobject", "div"]),
        ("<div><svg><g></div>", []),
        ("<svg><![CDATA[ <b> ]]><g>", ["svg", "g"]),
        ("<![CDATA[ <b> ]]><g>", ["g"]),
        ("<svg/><math/><i>", ["i"]),
        ('<?xml version="1.0"?><html><p/><script src="a.js"/><div>', ["html", "div"]),
        # Broken off.
        ("<div><p class='a'", ["div", "p"]),
        ('<p><a href="x>text<b>', ["p", "a", "b"]),
        ("<p><!-- a <b>", ["p"]),
    ],
)
def test_each_rule_of_the_standard(html, expected):
    assert open_elements(html) == expected


@pytest.mark.parametrize("html", ["<p><!-- <b>x</", '<p title="a</', "<!doctype </"])
def test_where_no_end_tag_can_stand_none_is_completed(html):
    assert TagGuard().closing_tag(html) is None


def test_a_name_is_closed_as_it_was_opened():
    guard = TagGuard()
    assert guard.closing_tag("<svg><linearGradient></") == "linearGradient>"
    assert guard.closing_tag("<DIV></") == "DIV>"


def random_edit(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice((0, 0, 1, 5, 300)))
    return text[:start] + "".join(rng.choices(PIECES, k=rng.choice((0, 1, 3)))) + text[end:]


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_a_kept_reader_agrees_with_one_that_reads_anew(seed):
    rng = random.Random(seed)
    text = "".join(rng.choices(PIECES, k=1500))
    kept = HtmlReader()
    for _ in range(60):
        text = random_edit(text, rng)
        caret = rng.randrange(len(text) + 1)
        assert kept.place(text[:caret]) == HtmlReader().place(text[:caret])


def test_a_page_of_nothing_but_start_tags_is_read_in_its_own_time():
    html = "<span>" * 20_000 + "<div>" * 20_000
    assert TagGuard().closing_tag(html + "</") == "div>"
    assert TagGuard().closing_tag(html + "</div>" * 20_000 + "</") == "span>"


def megabyte() -> str:
    row = '<p class="a">words <b>bold</b> and <i>more</i></p>\n<ul><li>one<li>two</ul>\n'
    return "<html><body><main>" + row * (1_000_000 // len(row))


def test_a_megabyte_is_read_once_and_then_only_what_is_new():
    guard, text = TagGuard(), megabyte()
    assert guard.closing_tag(text + "</") == "main>"
    assert guard.chars_read == len(text)
    for letter in "<section>a</section>b</":
        text += letter
        guard.closing_tag(text)
    assert guard.closing_tag(text) == "main>"
    assert guard.chars_read - len(megabyte()) < 10 * 1200


def test_an_edit_in_the_middle_costs_what_follows_it_up_to_the_caret():
    guard, text = TagGuard(), megabyte()
    guard.closing_tag(text + "</")
    before = guard.chars_read
    half = text[:500_000]
    assert guard.closing_tag(half[: half.rindex("\n") + 1] + "<em></") == "em>"
    assert guard.chars_read - before < 2500
