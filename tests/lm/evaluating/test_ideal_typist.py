import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.evaluating.ideal_typist import bits, take_bar, take_inline, type_text
from lm.model.suggestion import NOTHING, SuggestedEdit, Suggestion
from tests.lm.small_models import Markov, byte_chain, garden_text


def _ghost(inline: str = "", words: tuple[str, ...] = ()) -> Suggestion:
    ghost = SuggestedEdit(inline, shown=inline) if inline else None
    edits = tuple(SuggestedEdit(word, shown=word) for word in words)
    return Suggestion(ghost, edits, (ghost,) if ghost else (), 1.0, 2.0)


def _suggest_from(ghosts: dict[str, str], words: dict[str, tuple[str, ...]] | None = None):
    """Suggest by the whole context."""
    return lambda context: _ghost(ghosts.get(context, ""), (words or {}).get(context, ()))


# Bits


def test_uniform_model_costs_eight_bits_a_byte():
    model = Markov(np.full((256, 256), 1.0 / 256))
    assert list(bits(model, b"hello")) == pytest.approx([8.0] * 5, abs=1e-5)


def test_bits_are_the_logarithm_of_what_the_model_gave():
    table = np.full((256, 256), 0.5 / 255)
    table[ord("\n"), ord("a")] = table[ord("a"), ord("b")] = 0.5
    cost = list(bits(Markov(table), b"abc"))
    assert cost == pytest.approx([1.0, 1.0, -math.log2(0.5 / 255)], abs=1e-4)


def test_bits_after_preceding_text_are_those_of_the_rest_of_the_whole():
    model, text = byte_chain(garden_text(20)), garden_text(3, seed=7)
    assert list(bits(model, text[40:], text[:40])) == pytest.approx(list(bits(model, text))[40:])


# Taking what is ghosted


@pytest.mark.parametrize(
    ("ghost", "coming", "keys", "taken"),
    [
        ("", "hello", 1, 1),
        ("hello", "hello world", 1, 5),  # all of it
        ("hello ", "hello world", 1, 6),
        ("hello world", "hello world.", 1, 11),
        ("hello there", "hello world", 1, 6),  # its first word, with the space
        ("hello there", "hello", 1, 1),  # the word would come with a space that is not wanted
        ("one two six", "one two three", 2, 8),  # two words, a key each
        ("ing of a", "ing of the", 2, 7),
        ("hello", "help", 1, 1),  # wrong: the letter is typed
        ("a", "a b", 1, 1),  # one key for one character saves nothing
        ("o ", "o x", 1, 2),
        (", and so", ", and then", 1, 6),  # a mark belongs to the word after it
        ("don't you", "don't we", 1, 6),
    ],
)
def test_inline_takes_the_longest_right_prefix_a_key_a_word_or_one_for_all(ghost, coming, keys, taken):
    assert take_inline(ghost, "so " + coming, 3) == (keys, taken)


@given(st.text(alphabet="ab ',.", max_size=12), st.text(alphabet="ab ',.", min_size=1, max_size=12))
def test_inline_takes_only_what_comes_and_never_costs_more_than_typing(ghost, coming):
    keys, taken = take_inline(ghost, coming, 0)
    assert 1 <= keys <= taken
    assert taken <= max(1, len(coming))
    if taken > 1:
        assert coming.startswith(ghost[:taken])


# Taking from the bar


@pytest.mark.parametrize(
    ("position", "shown", "taken"),
    [
        (0, ("hello", "help"), 6),  # the word and its space
        (2, ("help", "hello"), 4),  # the rest of it
        (0, ("help",), 1),
        (0, (), 1),
        (5, ("hello",), 1),  # between words
        (6, ("world",), 5),  # no space after it to gain
    ],
)
def test_bar_takes_the_right_whole_word_and_its_space(position, shown, taken):
    words = {0: "hello", 6: "world"}
    word_at = {place: start for start, word in words.items() for place in range(start, start + len(word))}
    assert take_bar(shown, "hello world.", position, words, word_at) == taken


# Typing a whole text


def test_without_suggestions_every_character_is_a_key():
    result = type_text("The cat sat.", nothing)
    assert result.ksr_inline == 0.0
    assert result.ksr_bar == 0.0
    assert result.chars == 12
    assert result.shown == 0


def test_inline_savings_of_a_text_counted_by_hand():
    # t h [e cat ]s [at.]: 2 keys typed, 1 for "e cat ", 1 typed, 1 for "at." make 5 keys for 12 characters.
    suggest = _suggest_from({"th": "e cat ", "the cat s": "at.", "t": "oo", "": "a "})
    result = type_text("the cat sat.", suggest)
    assert result.ksr_inline == pytest.approx(1 - 5 / 12)
    assert result.shown == 4
    assert result.shown_right == 2


def test_bar_savings_of_a_text_counted_by_hand():
    # t[he ] [cat ] s a [sat] .: "the" after one letter, "cat" at once, "sat" after two: 1+1, 1, 2+1, 1 make 7 of 12.
    words = {"t": ("the", "tea"), "the ": ("dog", "cat"), "the cat sa": ("sat",), "the cat s": ("so",)}
    result = type_text("the cat sat.", _suggest_from({}, words))
    assert result.ksr_bar == pytest.approx(1 - 7 / 12)


def test_next_word_accuracy_is_counted_at_the_starts_of_words():
    words = {"": ("the",), "the ": ("dog", "cow", "cat"), "the cat ": ("on", "the", "mat", "sat")}
    result = type_text("the cat sat", _suggest_from({}, words))
    assert result.top1 == pytest.approx(1 / 3)
    assert result.top3 == pytest.approx(2 / 3)


def test_perfect_suggestions_make_one_key_of_everything():
    text = "the cat sat on the mat."
    result = type_text(text, lambda context: _ghost(text[len(context) :]))
    assert result.ksr_inline == pytest.approx(1 - 1 / len(text))


def test_latency_is_that_of_the_suggestions():
    result = type_text("the cat", nothing_in(3.0))
    assert (result.p50_ms, result.p95_ms, result.p99_ms) == (3.0, 3.0, 3.0)


def nothing(_context: str) -> Suggestion:
    return NOTHING


def nothing_in(ms: float):
    return lambda _context: Suggestion(None, (), (), 0.0, ms)


def test_suggestions_are_asked_for_at_the_start_and_after_every_character():
    asked: list[str] = []

    def suggest(context: str) -> Suggestion:
        asked.append(context)
        return _ghost()

    type_text("a cat", suggest)
    assert asked == ["", "a", "a ", "a c", "a ca"]


@given(st.text(alphabet="ab é'.\n", max_size=40))
def test_savings_lie_between_nothing_and_everything(text):
    result = type_text(text, lambda context: _ghost(text[len(context) : len(context) + 3], ("ab", "a")))
    assert 0.0 <= result.ksr_inline <= 1.0
    assert 0.0 <= result.ksr_bar <= 1.0


def test_progress_ends_at_1():
    seen: list[float] = []
    type_text("the cat", nothing, seen.append)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
