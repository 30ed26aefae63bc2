"""Only whole words that were typed are handed on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.learning.typed_run import TypedRun
from editor.page.text_surface import Edit, EditKind


class Page:
    """A text that is edited, and a run that watches."""

    def __init__(self, text=""):
        self.text = text
        self.run = TypedRun(lambda position: self.text[position - 1 : position] if position else "")

    def type(self, text, at=None):
        for char in text:
            place = len(self.text) if at is None else at
            at = None if at is None else at + 1
            self.change(place, 0, char)
        return self

    def backspace(self, count=1):
        for _ in range(count):
            self.change(len(self.text) - 1, 1, "")
        return self

    def change(self, position, removed, added, kind=EditKind.TYPED):
        self.text = self.text[:position] + added + self.text[position + removed :]
        self.run.on_edit(Edit(position, removed, added, kind))
        return self

    def taken(self):
        return [each.text for each in self.run.take()]


def test_a_word_is_finished_by_what_follows_it():
    page = Page()
    assert page.type("one two").taken() == ["one"]
    assert page.type("\n").taken() == [" two"]
    assert page.type("x").taken() == []


def test_what_is_handed_over_in_parts_continues():
    page = Page()
    first = page.type("one two ").run.take()
    second = page.type("three ").run.take()
    assert [each.continues for each in first + second] == [False, True]
    assert first[0].run == second[0].run
    assert first[0].text + second[0].text == "one two three"


def test_a_word_that_is_corrected_at_once_was_never_typed():
    assert Page().type("teh ").backspace(4).type("the cat ").taken() == ["the cat"]


def test_a_word_that_was_handed_over_and_is_changed_is_left_alone():
    page = Page().type("one two ")
    page.taken()
    page.backspace(3).type("ns more ")
    assert page.taken() == [" more"]


def test_the_end_of_a_word_that_was_handed_over_is_no_word():
    page = Page().type("one ")
    assert page.taken() == ["one"]
    page.backspace().type("s two ")
    assert page.taken() == [" two"]


def test_typing_elsewhere_is_another_run():
    page = Page().type("one two three")
    page.type("zero ", at=0)
    taken = page.run.take()
    assert [each.text for each in taken] == ["one two", "zero"]
    assert taken[0].run != taken[1].run
    assert not taken[1].continues


def test_the_rest_of_a_word_that_stood_there_is_no_word():
    page = Page("wonder")
    page.type("fully made ", at=6)
    assert page.taken() == [" made"]


def test_a_unit_begins_with_its_space():
    page = Page("one ")
    assert page.type("two ").taken() == [" two"]


def test_a_suggestion_that_is_taken_is_typed():
    page = Page().type("I li")
    page.change(4, 0, "ke it ")
    assert page.taken() == ["I like it"]


def test_a_word_of_the_bar_takes_the_place_of_its_letters():
    page = Page().type("I lik")
    page.change(2, 3, "Like ")
    assert page.taken() == ["I Like"]


def test_replacing_undoing_and_pasting_are_no_typing():
    page = Page("some words here")
    page.change(5, 5, "others ")
    page.change(0, 0, "pasted text ", EditKind.PASTED)
    page.change(0, 0, "undone text ", EditKind.UNDONE)
    page.change(0, 20, "loaded text ", EditKind.LOADED)
    assert page.taken() == []


def test_what_waits_can_be_dropped():
    page = Page().type("one two ")
    page.run.drop()
    assert page.taken() == []
    assert page.type("three ").taken() == [" three"]


def test_a_character_beyond_the_bmp_counts_two():
    run = TypedRun(lambda _position: "")
    run.on_edit(Edit(0, 0, "😀", EditKind.TYPED))
    run.on_edit(Edit(2, 0, "a", EditKind.TYPED))
    run.on_edit(Edit(2, 1, "", EditKind.TYPED))
    run.on_edit(Edit(2, 0, "b ", EditKind.TYPED))
    assert [each.text for each in run.take()] == ["😀b"]


_KEYS = st.lists(st.one_of(st.sampled_from("ab \n'"), st.just("BACK")), max_size=40)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(_KEYS, st.integers(1, 9))
def test_while_nothing_that_was_handed_over_is_deleted_it_is_the_beginning_of_the_page(keys, every):
    page, taken = Page(), ""
    for number, key in enumerate(keys):
        if key == "BACK":
            if taken and len(page.text) <= len(taken) + 1:
                return
            if not page.text:
                continue
            page.backspace()
        else:
            page.type(key)
        if number % every == 0:
            taken += "".join(page.taken())
            assert page.text.startswith(taken)
            assert not taken or page.text[len(taken) : len(taken) + 1] in ("", " ", "\n")
