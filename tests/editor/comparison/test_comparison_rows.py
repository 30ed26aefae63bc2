"""A comparison as rows to read."""

from editor.comparison.comparison_rows import MOST_ROWS, RowKind, rows, text_rows
from editor.comparison.text_comparison import compare


def shown(old: str, new: str) -> list[str]:
    return [f"{row.kind.value}{row.text}" for row in rows(compare(old, new)).rows]


def numbered(count: int) -> list[str]:
    return [f"line {number}" for number in range(1, count + 1)]


def test_a_change_stands_between_three_lines_on_each_side():
    lines = numbered(20)
    new = [*lines[:9], "something else", *lines[10:]]
    assert shown("\n".join(lines), "\n".join(new)) == [
        "⋯6 equal lines",
        " line 7",
        " line 8",
        " line 9",
        "−line 10",
        "+something else",
        " line 11",
        " line 12",
        " line 13",
        "⋯7 equal lines",
    ]


def test_one_equal_line_is_shown_rather_than_left_out():
    lines = numbered(9)
    assert shown("\n".join(lines), "\n".join(["new", *lines[1:-1], "end"]))[2:9] == [f" line {n}" for n in range(2, 9)]


def test_each_line_has_its_number_in_both_texts():
    made = rows(compare("a\nb\nc", "b\nc\nd")).rows
    assert [(row.old_number, row.new_number) for row in made] == [(1, None), (2, 1), (3, 2), (None, 3)]


def test_the_first_row_of_every_change_is_known():
    lines = numbered(30)
    made = rows(compare("\n".join(lines), "\n".join([*lines[:4], *lines[5:20], "x", *lines[21:]])))
    assert [made.rows[start].text for start in made.starts] == ["line 5", "line 21"]


def test_equal_texts_have_no_rows():
    assert rows(compare("a\nb", "a\nb")).rows == ()


def test_more_lines_than_anyone_reads_are_counted():
    made = rows(compare("\n".join(numbered(4000)), "\n".join(f"new {number}" for number in range(4000))))
    assert len(made.rows) == MOST_ROWS + 1
    assert made.rows[-1].kind is RowKind.GAP
    assert made.rows[-1].text == "3,000 more lines differ and are not shown"
    assert made.left_out == 3000


def test_of_a_very_long_line_what_differs_is_shown():
    old = "a" * 100_000 + " one " + "b" * 100_000
    removed, added = rows(compare(old, old.replace(" one ", " two "))).rows
    assert len(removed.text) < 2000
    assert "characters" in removed.text
    assert [added.text[start:end] for start, end in added.marks] == ["two"]


def test_characters_that_would_break_the_line_are_signs():
    made = rows(compare("", "a\u2028b\x00\x1bc\td")).rows
    assert made[-1].text == "a\u2424b\u2400\u241bc\td"


def test_a_text_alone_is_shown_as_it_is():
    made = text_rows("a\nb")
    assert [(row.kind, row.new_number, row.text) for row in made.rows] == [
        (RowKind.SAME, 1, "a"),
        (RowKind.SAME, 2, "b"),
    ]
    assert text_rows("\n" * (MOST_ROWS + 9)).rows[-1].text == "10 more lines are not shown"
