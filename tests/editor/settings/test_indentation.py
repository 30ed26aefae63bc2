"""How a document is indented is seen from its lines, and each key of indentation follows it."""

import pytest

from editor.settings.indentation import Indentation, detected_step


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("plain\ntext", None),
        ("", None),
        ("\tone\n\t\ttwo", 0),
        ("def f():\n    a\n    b", 4),
        ("<p>\n  <b>\n    x\n  </b>\n</p>", 2),
        ("a:\n  b:\n    c\nd:\n  e:\n    f\n", 2),
        ("f {\n        deep\n}\n", 8),
        ("if a:\n    if b:\n        c\nd\nif e:\n    f\n", 4),
        (" * a comment\n * goes on\n", None),
        ("\ta\n\tb\n    c", 0),
        ("   three\n   three", None),
    ],
)
def test_the_step_is_seen_from_the_lines(text, step):
    assert detected_step(text.split("\n")) == step


@pytest.mark.parametrize(
    ("indentation", "before", "typed"),
    [
        (Indentation(), "ab", "\t"),
        (Indentation(4), "", "    "),
        (Indentation(4), "ab", "  "),
        (Indentation(4), "abcd", "    "),
        (Indentation(2), "abc", " "),
        (Indentation(4, tab_width=8), "\ta", "   "),
    ],
)
def test_tab_types_up_to_the_next_step(indentation, before, typed):
    assert indentation.typed_tab(before) == typed


@pytest.mark.parametrize(
    ("indentation", "before", "count"),
    [
        (Indentation(4), "        ", 4),
        (Indentation(4), "      ", 2),
        (Indentation(4), " ", 1),
        (Indentation(4), "    a   ", 1),
        (Indentation(4), "", 1),
        (Indentation(4), "\t", 1),
        (Indentation(4), "\t  ", 2),
        (Indentation(4, tab_width=2), "\t  ", 2),
        (Indentation(), "        ", 1),
    ],
)
def test_backspace_takes_a_step_where_only_indentation_stands_before_it(indentation, before, count):
    assert indentation.backspaced(before) == count


@pytest.mark.parametrize(
    ("indentation", "indent", "count"),
    [(Indentation(), "\t\t", 1), (Indentation(2), "\t", 1), (Indentation(2), "     ", 2), (Indentation(), "   ", 3)],
)
def test_one_step_less_is_a_tab_or_so_many_spaces(indentation, indent, count):
    assert indentation.outdented(indent) == count


@pytest.mark.parametrize(("spaces", "tab_width"), [(3, 4), (4, 3), (-1, 4)])
def test_only_known_steps_are_taken(spaces, tab_width):
    with pytest.raises(ValueError):
        Indentation(spaces, tab_width)
