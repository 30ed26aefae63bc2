"""Words are looked up once, on another thread, and the person's own words count."""

import threading

import pytest

from editor.errors import SpellingError
from editor.spelling.spell_checker import SpellChecker
from editor.spelling.spelling import OFF
from editor.spelling.word_list import WordList
from tests.editor.fake_dictionaries import FakeDictionaries


@pytest.fixture
def dictionaries():
    return FakeDictionaries()


@pytest.fixture
def checker(qtbot, dictionaries, tmp_path):
    made = SpellChecker(dictionaries, WordList(tmp_path / "words.txt"), "en_US")
    yield made
    if dictionaries.gate is not None:
        dictionaries.gate.set()
    made.stop()


def look_up(qtbot, checker, *words):
    def is_known():
        checker.ask()
        return None not in [checker.wrong_parts(word) for word in words]

    qtbot.waitUntil(is_known)
    return [checker.wrong_parts(word) for word in words]


def test_nothing_is_loaded_before_a_word_is_asked_about(qtbot, checker, dictionaries):
    checker.ask()
    assert checker.state is None
    assert checker.wrong_parts("good") is None
    with qtbot.waitSignal(checker.state_changed):
        checker.ask()
    assert checker.state.in_use == ("en_US",)
    assert checker.state.languages == ("de_DE", "en_US")
    assert dictionaries.opened == ["en_US"]
    assert dictionaries.thread is not threading.current_thread()


def test_what_is_wrong_is_said_and_each_word_is_looked_up_once(qtbot, checker, dictionaries):
    words = ("good", "lettr", "Don’t", "good-lettr", "don’t", "привет")
    assert look_up(qtbot, checker, *words) == [(), ((0, 5),), (), ((5, 5),), (), ()]
    look_up(qtbot, checker, *words)
    assert sorted(dictionaries.asked) == sorted({"good", "lettr", "Don't", "good-lettr", "don't"})


def test_many_words_are_asked_about_some_at_a_time(qtbot, checker, dictionaries):
    words = [f"word{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(620)]
    with qtbot.assertNotEmitted(checker.suggested, wait=0):
        assert look_up(qtbot, checker, *words) == [((0, 6),)] * 620


def test_a_word_that_was_added_is_right_now_and_for_good(qtbot, checker, tmp_path):
    look_up(qtbot, checker, "gluon’s")
    with qtbot.waitSignal(checker.changed):
        checker.add("gluon")
    assert checker.wrong_parts("gluon’s") == ()
    assert checker.wrong_parts("Gluon") == ()
    assert "gluon" in WordList(tmp_path / "words.txt")


def test_a_word_that_cannot_be_kept_is_right_until_the_end(qtbot, checker, tmp_path):
    look_up(qtbot, checker, "gluon")
    (tmp_path / "words.txt").mkdir()
    with pytest.raises(SpellingError):
        checker.add("gluon")
    assert checker.wrong_parts("gluon") == ()


def test_another_language_judges_anew(qtbot, checker):
    assert look_up(qtbot, checker, "good", "gut") == [(), ((0, 3),)]
    with qtbot.waitSignal(checker.state_changed):
        checker.set_wish("de_DE")
    assert look_up(qtbot, checker, "good", "gut") == [((0, 4),), ()]
    with qtbot.waitSignal(checker.state_changed):
        checker.set_wish(OFF)
    assert not checker.is_on
    assert checker.state.failure == ""


@pytest.fixture
def german(qtbot, dictionaries, tmp_path):
    """On a German desktop, where no language was chosen."""
    made = SpellChecker(dictionaries, WordList(tmp_path / "words.txt"), "de_DE")
    yield made
    made.stop()


def test_english_is_right_beside_the_systems_language_unless_that_is_chosen(qtbot, german):
    assert look_up(qtbot, german, "good", "gut", "gutt") == [(), (), ((0, 4),)]
    with qtbot.waitSignal(german.state_changed):
        german.set_wish("de_DE")
    assert look_up(qtbot, german, "good", "gut") == [((0, 4),), ()]


def test_both_languages_say_what_may_be_meant(qtbot, german, dictionaries):
    look_up(qtbot, german, "good")
    dictionaries.meant = {"gud": {"de_DE": ["gut", "Gut", "und"], "en_US": ["good", "gut"]}}
    with qtbot.waitSignal(german.suggested) as answer:
        german.suggest("gud")
    assert answer.args[0].words == ("gut", "good", "Gut", "und")


def test_an_answer_of_the_language_before_is_dropped(qtbot, checker, dictionaries):
    look_up(qtbot, checker, "good")
    dictionaries.gate = threading.Event()
    checker.wrong_parts("gut")
    checker.ask()
    checker.set_wish("de_DE")
    dictionaries.gate.set()
    qtbot.waitUntil(lambda: checker.state.in_use == ("de_DE",))
    assert look_up(qtbot, checker, "gut") == [()]


def test_without_a_library_it_is_off_and_the_reason_is_known(qtbot, checker, dictionaries):
    dictionaries.failure = "Spelling is off: no library"
    checker.wrong_parts("good")
    with qtbot.waitSignal(checker.state_changed):
        checker.ask()
    assert not checker.is_on
    assert checker.state.failure == "Spelling is off: no library"
    dictionaries.failure = ""
    with qtbot.waitSignal(checker.state_changed):
        checker.look_again()
    assert checker.is_on


def test_a_broken_dictionary_ends_nothing(qtbot, checker, dictionaries, caplog):
    assert look_up(qtbot, checker, "explode", "lettr") == [(), ((0, 5),)]
    with qtbot.waitSignal(checker.suggested) as answer:
        checker.suggest("explode")
    assert answer.args[0].words == ()
    with qtbot.waitSignal(checker.suggested) as answer:
        number = checker.suggest("lettr")
    assert (answer.args[0].id, answer.args[0].words) == (number, ("letter", "better"))
    assert "a broken dictionary" in caplog.text
