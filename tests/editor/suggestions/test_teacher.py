"""What is to be learned is taught in the gaps between requests, to every engine, and forgotten at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from editor.suggestions.inference_worker import InferenceThread
from editor.suggestions.lessons import Lesson, UnlearnWord, WholeLesson
from editor.suggestions.messages import LoadModel, RequestIds
from editor.suggestions.teacher import Teacher
from lm.keeping.teaching_steps import COUNTED_CHARS
from tests.editor.conftest import FakeEngine
from tests.editor.suggestions.test_inference_worker import request

DOCUMENT = "some words of a long document and then.\n" * 2500


class Keeper(QObject):
    lesson_ready = Signal(object)


class Pupil(FakeEngine):
    """An engine that remembers what it was taught, and whether a request came between."""

    def __init__(self, answers=None):
        super().__init__(answers)
        self.calls = []
        self.on_step = lambda: None

    def suggest(self, context, **arguments):
        self.calls.append(("suggest", context))
        return super().suggest(context, **arguments)

    def learn(self, text, *, continues=False, keeps_state=False):
        self.calls.append(("learn", text, continues))
        self.on_step()
        return len(text)

    def count(self, text, *, continues=False):
        self.calls.append(("count", text, continues))
        self.on_step()
        return len(text)

    def forget_spellings(self, word):
        self.calls.append(("forget", word))
        return word != "मित्र"

    def forget_everything(self):
        self.calls.append(("forget everything",))

    def taught(self):
        return "".join(call[1] for call in self.calls if call[0] in ("learn", "count"))


@pytest.fixture
def ids():
    return RequestIds()


@pytest.fixture
def teacher(ids):
    made = Teacher(ids)
    yield made
    made.on_stopping()


def typed(text, run=1, *, continues=False):
    return Lesson(text, run, continues, is_document=False)


def document(text):
    return Lesson(text, 0, continues=False, is_document=True)


def let_learn(qtbot, teacher, *lessons):
    with qtbot.waitSignal(teacher.idle):
        for lesson in lessons:
            teacher.on_lesson_ready(lesson)


def with_everything(qtbot, teacher, engine, *texts):
    teacher.on_engines_changed((engine,))
    let_learn(qtbot, teacher, WholeLesson(texts, replaces=False))


def test_a_new_engine_is_taught_everything_first(qtbot, teacher):
    engine = Pupil()
    with qtbot.waitSignal(teacher.lessons_wanted) as wanted:
        teacher.on_engines_changed((engine,))
    assert wanted.args == [False]
    # What comes before everything is a part of it.
    let_learn(qtbot, teacher, typed("early"), WholeLesson(("old. ", "early"), replaces=False), typed(" late"))
    assert engine.taught() == "old. early late"


def test_an_engine_that_is_known_is_not_taught_again(qtbot, teacher):
    first, second = Pupil(), Pupil()
    with_everything(qtbot, teacher, first, "old")
    teacher.on_engines_changed((first, second))
    let_learn(qtbot, teacher, WholeLesson(("old",), replaces=False))
    assert first.taught() == second.taught() == "old"


def test_every_engine_is_taught(qtbot, teacher):
    first, second = Pupil(), Pupil()
    teacher.on_engines_changed((first, second))
    let_learn(qtbot, teacher, WholeLesson((), replaces=False), typed("hello "), document(DOCUMENT))
    assert first.taught() == second.taught() == "hello " + DOCUMENT


def test_an_engine_that_cannot_learn_is_left_alone(qtbot, teacher):
    teacher.on_engines_changed((FakeEngine(),))
    let_learn(qtbot, teacher, typed("hello"))


def test_typing_continues_its_own_run_and_no_other(qtbot, teacher):
    engine = Pupil()
    with_everything(qtbot, teacher, engine)
    let_learn(
        qtbot,
        teacher,
        typed("a", 1),
        typed(" b", 1, continues=True),
        typed(" c", 2, continues=True),
        document("d"),
        typed(" e", 2, continues=True),
    )
    assert [call[2] for call in engine.calls if call[0] == "learn"] == [False, True, False, False]


def test_a_word_to_forget_is_forgotten_in_what_waits_too(qtbot, teacher):
    engine = Pupil()
    with_everything(qtbot, teacher, engine)
    teacher.on_lesson_ready(document("Anna and Ben. " * 1000))
    qtbot.waitUntil(lambda: engine.taught() != "")
    before = len(engine.calls)
    let_learn(qtbot, teacher, typed("Anna too"), UnlearnWord("anna"))
    assert ("forget", "anna") in engine.calls
    assert not [call for call in engine.calls[before:] if len(call) > 2 and "Anna" in call[1]]


def test_a_word_that_the_engine_does_not_know_as_one_has_everything_taught_anew(qtbot, teacher):
    engine = Pupil()
    with_everything(qtbot, teacher, engine, "x")
    with qtbot.waitSignal(teacher.lessons_wanted) as wanted:
        teacher.on_lesson_ready(UnlearnWord("मित्र"))
    assert wanted.args == [True]
    qtbot.waitSignal(teacher.idle).wait()


def test_forgetting_a_source_begins_anew_with_what_is_left(qtbot, teacher):
    engine = Pupil()
    with_everything(qtbot, teacher, engine, "old " * 5000)
    teacher.on_lesson_ready(document("to be forgotten " * 5000))
    let_learn(qtbot, teacher, WholeLesson(("left",), replaces=True))
    after = engine.calls[engine.calls.index(("forget everything",)) :]
    assert "".join(call[1] for call in after if len(call) > 2) == "left"


def test_a_lesson_that_fails_is_logged_and_the_next_goes_on(qtbot, teacher, caplog):
    engine = Pupil()
    with_everything(qtbot, teacher, engine)

    def fail():
        engine.on_step = lambda: None
        raise RuntimeError("boom")

    engine.on_step = fail
    let_learn(qtbot, teacher, typed("one"), typed("two"))
    assert "boom" in caplog.text
    assert engine.calls[-1][1] == "two"


def test_while_a_request_is_young_nothing_is_taught(qtbot, ids):
    now = [100.0]
    teacher = Teacher(ids, lambda: now[0])
    engine = Pupil()
    with_everything(qtbot, teacher, engine)
    ids.issue()
    teacher.on_lesson_ready(document("text"))
    for _ in range(3):
        teacher._on_time()
        ids.issue()
    assert engine.calls == []
    # Whoever types on and on is taught from all the same.
    now[0] += 1.5
    teacher._on_time()
    assert len(engine.calls) == 1
    teacher.on_stopping()


def test_a_request_waits_for_one_step_at_the_most(qtbot, ids):
    """The gate: in the middle of a step of a long lesson, requests are asked; each is the very next thing done."""
    engine = Pupil()
    inference = InferenceThread(lambda _folder: engine, ids)
    asked = []

    def ask():
        if len(asked) < 5:
            asked.append(request(ids.issue()))
            inference.requested.emit(asked[-1])

    keeper = Keeper()
    keeper.lesson_ready.connect(inference.teacher.on_lesson_ready)
    inference.start()
    with qtbot.waitSignal(inference.model_changed):
        inference.load_requested.emit(LoadModel(Path("model")))
    engine.on_step = ask
    keeper.lesson_ready.emit(WholeLesson((DOCUMENT,), replaces=False))
    qtbot.waitUntil(lambda: engine.taught() == DOCUMENT, timeout=20_000)
    inference.stop()
    assert len(asked) == 5
    steps = [call[0] for call in engine.calls]
    first = steps.index("suggest")
    assert steps[first - 1 : first + 9] == ["count", "suggest"] * 5
    assert max(len(call[1]) for call in engine.calls) <= COUNTED_CHARS
