"""Lines that are too long are cut between words where they can be, and nothing is lost or added."""

import random

import pytest

from editor.page import line_pieces
from editor.page.line_pieces import LONGEST_LINE, cuts, has_long_line, pieces


def test_a_text_without_long_lines_is_one_piece():
    text = "\n".join(["x" * LONGEST_LINE] * 5)
    assert not has_long_line(text)
    assert pieces(text) == [text]


def test_a_long_line_is_cut_behind_spaces():
    line = "seven letters " * 2000
    assert all(line[cut - 1] == " " for cut in cuts(line))
    assert pieces("a\n" + line + "\nb")[0] == "a\n" + line[: cuts(line)[0]]


def test_no_accent_is_parted_from_its_letter():
    line = "e\u0301" * LONGEST_LINE
    assert cuts(line)
    assert all(line[cut] == "e" for cut in cuts(line))


@pytest.mark.parametrize("seed", range(100))
def test_the_pieces_of_any_text_are_short_and_make_the_text(monkeypatch, seed):
    rng = random.Random(seed)
    monkeypatch.setattr(line_pieces, "LONGEST_LINE", rng.choice((10, 20)))
    monkeypatch.setattr(line_pieces, "_PIECE", rng.choice((4, 8)))
    monkeypatch.setattr(line_pieces, "_SPACE_WITHIN", 2)
    text = "".join(rng.choices("ab \n", (5, 5, 1, rng.random()), k=rng.randint(0, 200)))
    found = pieces(text)
    assert "".join(found) == text
    assert all(len(line) <= line_pieces.LONGEST_LINE for piece in found for line in piece.split("\n"))
    assert (len(found) > 1) == has_long_line(text)
    assert has_long_line(text) == any(len(line) > line_pieces.LONGEST_LINE for line in text.split("\n"))
