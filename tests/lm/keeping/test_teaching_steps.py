"""Texts are cut into steps without changing what is counted."""

from hypothesis import given
from hypothesis import strategies as st

from lm.keeping.teaching_steps import COUNTED_CHARS, READ_CHARS, Step, document_steps, take_in, typed_steps
from lm.model.vocabulary import UNIT
from lm.text.secret_text import BREAK

WORDS = "".join(f"word{n} and, then. " for n in range(4000))


class Recorder:
    def __init__(self):
        self.calls = []

    def learn(self, text, *, continues=False, keeps_state=False):
        self.calls.append(("learn", text, continues, keeps_state))
        return len(text)

    def count(self, text, *, continues=False):
        self.calls.append(("count", text, continues))
        return len(text)


def test_most_of_a_document_is_counted_and_its_end_is_read():
    steps = list(document_steps([WORDS]))
    assert "".join(step.text for step in steps) == WORDS
    read = [step for step in steps if step.is_read]
    assert 3500 < sum(len(step.text) for step in read) < 4500
    assert steps[: -len(read)] == [step for step in steps if not step.is_read]
    assert [step.continues for step in (steps[0], read[0], steps[1], read[1])] == [False, False, True, True]


def test_of_many_documents_the_end_of_the_last_is_read():
    steps = list(document_steps(["old text. " * 10, "newer text. " * 10, "newest text. " * 10]))
    assert "".join(step.text for step in steps if step.is_read) in "newest text. " * 10
    assert "newest" in steps[-1].text
    assert steps[-1].is_read


def test_every_step_is_short():
    assert max(len(step.text) for step in document_steps([WORDS, "x" * 100_000])) <= COUNTED_CHARS
    assert max(len(step.text) for step in typed_steps(WORDS, continues=False)) <= READ_CHARS


def test_what_stood_on_the_two_sides_of_a_break_does_not_continue():
    steps = list(typed_steps(f"one{BREAK}two", continues=True))
    assert steps == [Step("one", True, True, True), Step("two", False, True, True)]


def test_a_step_is_done_as_it_says():
    recorder = Recorder()
    take_in(recorder, Step("a", True, True, is_typed=True))
    take_in(recorder, Step("b", False, True))
    take_in(recorder, Step("c", False, False))
    assert recorder.calls == [("learn", "a", True, True), ("learn", "b", False, False), ("count", "c", False)]


@given(st.text(alphabet="ab'é.  \n", max_size=300))
def test_cutting_a_text_changes_none_of_its_units(text):
    whole = UNIT.findall(text.encode())
    parts = [unit for step in typed_steps(text, continues=False) for unit in UNIT.findall(step.text.encode())]
    if max(map(len, text.split(" ")), default=0) < READ_CHARS // 2:
        assert parts == whole
