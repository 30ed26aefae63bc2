"""What is coloured in HTML and Markdown."""

import pytest

from editor.page.markup import Kind, Language, LineState, language_of, tokens

NONE, COMMENT, TAG, FENCE, SCRIPT, STYLE, SCRIPT_TAG, STYLE_TAG = LineState


def words(language, line, state=NONE):
    found, after = tokens(language, line, state)
    units = line.encode("utf-16-le")
    return [(units[2 * a : 2 * (a + n)].decode("utf-16-le"), kind.name[0]) for a, n, kind in found], after


@pytest.mark.parametrize(
    ("line", "state", "found", "after"),
    [
        (
            '<a href="x">b</a>',
            NONE,
            [("<a", "T"), ("href", "A"), ('"x"', "V"), (">", "T"), ("</a", "T"), (">", "T")],
            NONE,
        ),
        ("😀<b>", NONE, [("<b", "T"), (">", "T")], NONE),
        ("a &amp; b < c", NONE, [("&amp;", "V")], NONE),
        ("<!-- x", NONE, [("<!-- x", "R")], COMMENT),
        ("y --> <i>", COMMENT, [("y -->", "R"), ("<i", "T"), (">", "T")], NONE),
        ("<p", NONE, [("<p", "T")], TAG),
        ("class=x>", TAG, [("class", "A"), ("x", "V"), (">", "T")], NONE),
        ("<p <b>", NONE, [("<p", "T"), ("<b", "T"), (">", "T")], NONE),
        ("", COMMENT, [], COMMENT),
        ("<script", NONE, [("<script", "T")], SCRIPT_TAG),
        ("defer>if (a <b)", SCRIPT_TAG, [("defer", "A"), (">", "T"), ("if (a <b)", "C")], SCRIPT),
        ("<!-- </SCRIPT>", SCRIPT, [("<!-- ", "C"), ("</SCRIPT", "T"), (">", "T")], NONE),
        ("<style>p", NONE, [("<style", "T"), (">", "T"), ("p", "C")], STYLE),
        ("</script>", STYLE, [("</script>", "C")], STYLE),
        ("<script/>a", NONE, [("<script", "T"), ("/>", "T")], NONE),
    ],
)
def test_html(line, state, found, after):
    assert words(Language.HTML, line, state) == (found, after)


@pytest.mark.parametrize(
    ("line", "state", "found", "after"),
    [
        ("## Title", NONE, [("## Title", "T")], NONE),
        ("#tag", NONE, [], NONE),
        ("a **b** `c` [d](e)", NONE, [("**b**", "A"), ("`c`", "V"), ("](e)", "R")], NONE),
        ("snake_case_name 2 * 3 * 4", NONE, [], NONE),
        ("- item", NONE, [("-", "T")], NONE),
        ("> quoted", NONE, [("> ", "T")], NONE),
        ("```py", NONE, [("```py", "V")], FENCE),
        ("# no title", FENCE, [("# no title", "V")], FENCE),
        ("```", FENCE, [("```", "V")], NONE),
    ],
)
def test_markdown(line, state, found, after):
    assert words(Language.MARKDOWN, line, state) == (found, after)


@pytest.mark.parametrize("piece", ["<", "<a ", "*", "_a", "`", "[](", "&a", '="', "<!--", "> ", "1. "])
@pytest.mark.parametrize("language", [Language.HTML, Language.MARKDOWN])
def test_no_line_takes_long(language, piece):
    line = piece * (20_000 // len(piece))
    found, _ = tokens(language, line, NONE)
    assert all(start + size <= len(line) for start, size, _ in found)


def test_the_language_is_known_by_the_suffix_and_of_an_unnamed_text_by_its_beginning():
    assert language_of(".html", "") is Language.HTML
    assert language_of(".md", "<html>") is Language.MARKDOWN
    assert language_of(".txt", "<html>") is Language.PLAIN
    assert language_of("", " <!DOCTYPE html>") is Language.HTML
    assert language_of("", "text") is Language.PLAIN
    assert {kind.name for kind in Kind} == {"TAG", "ATTRIBUTE", "VALUE", "REMARK", "CODE"}
