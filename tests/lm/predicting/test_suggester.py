import pytest

from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE, Suggestion
from lm.predicting.predictor import load_predictor
from lm.predicting.suggester import Suggester
from resources import shipped_model
from resources.model_folder import CARD
from tests.lm.small_models import Counting, Trained, byte_chain, garden_text

TEXT = b"The garden bed. We quickly painted. " * 40
"""After most letters of it only one may come."""


@pytest.fixture
def suggester() -> Suggester:
    return Suggester("chain", byte_chain(TEXT))


def _suggest(suggester: Suggester, context: str, **options: object) -> Suggestion:
    suggestion = suggester.suggest(context, **options)
    assert suggestion is not None
    return suggestion


def test_inline_is_what_the_context_lacks(suggester):
    suggestion = _suggest(suggester, "We quick", min_confidence=0.0)
    assert suggestion.ghost.startswith("ly")
    assert ("We quick" + suggestion.ghost).startswith("We quickly")


def test_words_hold_the_letters_already_typed(suggester):
    suggestion = _suggest(suggester, "We quic")
    assert suggestion.shown_words[0] == "quickly"
    assert all(word.startswith("quic") for word in suggestion.shown_words)


def test_below_the_confidence_nothing_is_ghosted_and_the_words_stay(suggester):
    sure, unsure = (_suggest(suggester, "We quic", min_confidence=least) for least in (0.0, 1.1))
    assert sure.inline
    assert unsure.inline is None
    assert unsure.shown_words == sure.shown_words
    assert unsure.alternatives == sure.alternatives


@pytest.mark.parametrize("context", ["", "We ", "We quic", "The garden bed.", "x", "日本", "\ud800"])
def test_inline_is_the_first_alternative_and_the_confidence_a_probability(suggester, context):
    suggestion = _suggest(suggester, context, min_confidence=0.0)
    assert suggestion.inline == (suggestion.alternatives[0] if suggestion.alternatives else None)
    assert len(set(suggestion.alternatives)) == len(suggestion.alternatives)
    assert 0.0 <= suggestion.confidence <= 1.0
    assert suggestion.ms > 0.0


@pytest.mark.parametrize("count", [0, 1, 3, 10])
def test_bar_holds_no_more_words_than_were_asked_for(suggester, count):
    assert len(_suggest(suggester, "We ", num_words=count).shown_words) <= count


@pytest.mark.parametrize(
    ("following", "inline"),
    [
        ("", "def."),
        (".", "def"),
        (". )", "def"),
        (")", "def."),
        ("def.", ""),
    ],
)
def test_what_follows_the_caret_is_not_repeated(following, inline):
    suggester = Suggester("chain", byte_chain(b"ab cdef. " * 50))
    suggestion = _suggest(suggester, "cdef. ab c", following=following, min_confidence=0.0)
    assert suggestion.ghost == inline


def test_blocked_word_is_in_neither_the_ghost_nor_the_bar(suggester):
    suggestion = _suggest(suggester, "We quic", blocked=frozenset({"quickly"}), min_confidence=0.0)
    assert "quickly" not in suggestion.shown_words
    assert not any(("quic" + edit.insert).startswith("quickly ") for edit in suggestion.alternatives)
    assert "quickly" not in ("quic" + suggestion.ghost).split()


def test_suggester_that_is_asked_to_stop_gives_none(suggester):
    assert suggester.suggest("We quic", should_stop=lambda: True) is None


def test_request_after_a_stopped_one_is_answered_as_ever(suggester):
    calm = Suggester("chain", byte_chain(TEXT))
    suggester.suggest("We quic", should_stop=lambda: True)
    assert _suggest(suggester, "We quic").shown_words == _suggest(calm, "We quic").shown_words


def test_html_end_tag_is_closed_without_asking_the_model():
    counting = Counting(byte_chain(TEXT))
    suggestion = _suggest(Suggester("chain", counting), "<ul><li>one</")
    assert suggestion.ghost == "li>"
    assert suggestion.confidence == 1.0
    assert counting.symbols_read == 0


def test_html_end_tag_is_closed_however_far_back_the_element_was_opened(suggester):
    context = "<main>" + "<p>one</p>\n" * 20_000 + "</"
    assert _suggest(suggester, context).ghost == "main>"
    assert _suggest(suggester, context + "ma").ghost == "in>"


def test_end_tag_that_stands_after_the_caret_is_not_repeated(suggester):
    assert _suggest(suggester, "<div>x</", following="div>").inline is None


def test_one_more_character_costs_one_reading_step_and_its_search():
    counting = Counting(byte_chain(TEXT))
    suggester = Suggester("chain", counting)
    _suggest(suggester, TEXT.decode()[:400])
    before = counting.symbols_read
    _suggest(suggester, TEXT.decode()[:401])
    assert counting.symbols_read - before < 400


def test_without_a_learner_nothing_is_learned_or_forgotten(suggester):
    assert suggester.learn("We painted the garden.") == 0
    assert suggester.forget_spellings("garden") is False


def test_learned_word_is_offered_and_a_forgotten_one_no_more(trained_words: Trained):
    suggester = Suggester.load(trained_words.folder)
    text = "The gardener visited Xanthippe. " * 6
    assert "Xanthippe" not in _suggest(suggester, "The gardener visited Xant").shown_words
    assert suggester.learn(text) == len(text)
    assert _suggest(suggester, "The gardener visited Xant").shown_words[0] == "Xanthippe"
    assert suggester.forget_spellings("Xanthippe") is True
    assert "Xanthippe" not in _suggest(suggester, "The gardener visited Xant").shown_words
    assert suggester.forget_spellings("Xanthippe") is False


def test_answers_of_a_kept_state_are_those_of_a_fresh_suggester(pair_folder):
    predictor = load_predictor(pair_folder)
    kept = Suggester("kept", predictor.model, predictor.quick)
    text = garden_text(4, seed=3).decode()
    for end in range(0, len(text), 7):
        fresh = Suggester("fresh", predictor.model, predictor.quick)
        expected, found = (_suggest(each, text[:end], min_confidence=0.0) for each in (fresh, kept))
        assert found.shown_words == expected.shown_words
        assert [edit.insert for edit in found.alternatives] == [edit.insert for edit in expected.alternatives]
        assert found.confidence == pytest.approx(expected.confidence, abs=1e-4)


def test_shipped_model_finishes_words_of_plain_english():
    folder = shipped_model("english")
    if not (folder / CARD).is_file():
        pytest.skip("the english model does not ship with this checkout yet")
    suggester = Suggester.load(folder)
    assert suggester.suggest("Thank you very mu").shown_words[0] == "much"
    assert suggester.suggest("I am looking forw").ghost.startswith("ard")
    assert 0.0 < DEFAULT_MIN_CONFIDENCE < 1.0


def test_a_ghost_that_was_shown_and_typed_past_loses_its_share():
    model = byte_chain(b"the then thus. the then thus. the " * 20)
    silent, shown = Suggester("chain", model), Suggester("chain", model)
    _suggest(silent, "so t", min_confidence=0.0, num_words=0, is_silent=True)
    ghost = _suggest(shown, "so t", min_confidence=0.0, num_words=0).ghost
    after = "so t" + ghost[0]
    untouched = _suggest(Suggester("chain", model), after, min_confidence=0.0, num_words=0)
    assert _suggest(silent, after, min_confidence=0.0, num_words=0).confidence == untouched.confidence
    assert _suggest(shown, after, min_confidence=0.0, num_words=0).confidence != untouched.confidence


def test_letters_of_which_one_request_was_stopped_are_typed_and_not_taken():
    model = byte_chain(b"the then thus. the then thus. the " * 20)
    calm, hasty = Suggester("chain", model), Suggester("chain", model)
    for suggester in (calm, hasty):
        assert _suggest(suggester, "so t", min_confidence=0.0, num_words=0).ghost.startswith("he")
    _suggest(calm, "so th", num_words=0, is_silent=True)
    assert hasty.suggest("so th", num_words=0, should_stop=lambda: True) is None
    for after in ("so the", "so then"):
        answers = [_suggest(each, after, num_words=0, is_silent=True).confidence for each in (calm, hasty)]
        assert answers[0] == answers[1]
    assert hasty._ghost_offers.chance == calm._ghost_offers.chance


PAST = "Zyxwin walks to Quentanar. ZYXWIN likes Quentanar's café. "


def _learned(suggester: Suggester) -> dict[bytes, int]:
    assert suggester._learner is not None
    return suggester._learner.words()


def test_counting_in_parts_counts_as_learning_at_once(pair_folder):
    learned, counted = Suggester.load(pair_folder), Suggester.load(pair_folder)
    learned.learn(PAST)
    assert counted.count(PAST[:26]) == 26
    counted.count(PAST[26:], continues=True)
    assert _learned(counted) == _learned(learned)


def test_a_word_is_forgotten_in_every_spelling(pair_folder):
    suggester = Suggester.load(pair_folder)
    suggester.count(PAST)
    assert suggester.forget_spellings("zyxwin")
    assert suggester.forget_spellings("Quentanar")
    assert not suggester.forget_spellings("zyxwin")
    left = b"".join(_learned(suggester)).lower()
    assert b"zyxwin" not in left
    assert b"quentanar" not in left
    assert b"walks" in left


def test_with_everything_forgotten_it_answers_as_it_was_loaded(pair_folder):
    suggester, fresh = Suggester.load(pair_folder), Suggester.load(pair_folder)
    suggester.learn(PAST * 20)
    suggester.forget_everything()
    assert _learned(suggester) == {}
    one, other = (_suggest(each, "walks to Quen", min_confidence=0.0) for each in (suggester, fresh))
    assert one.shown_words == other.shown_words
    assert one.confidence == other.confidence
    suggester.learn(PAST)
    assert _learned(suggester) != {}


def test_a_model_without_words_counts_and_forgets_nothing(trained_bytes):
    suggester = Suggester.load(trained_bytes.folder)
    assert suggester.count("text") == 0
    assert not suggester.forget_spellings("text")
    suggester.forget_everything()
    assert _suggest(suggester, "the ")


def test_what_is_typed_on_leaves_the_state_at_the_caret(suggester):
    class Words:
        def learn(self, _text, *, continues):
            pass

    counting = Counting(byte_chain(TEXT))
    suggester = Suggester("chain", counting, learner=Words())
    suggester.suggest("We quick")
    suggester.learn("We", keeps_state=True)
    before = counting.symbols_read
    suggester._reader.read(b"We quick", lambda: False)
    assert counting.symbols_read == before
    suggester.learn("We")
    suggester._reader.read(b"We quick", lambda: False)
    assert counting.symbols_read > before


def test_the_bar_after_a_full_stop_says_nothing_about_the_word_after_the_space():
    model = byte_chain((b"An. By. " * 4 + b"An. ") * 20)
    asked = Suggester("chain", model)
    _suggest(asked, "so An.", num_words=1, min_confidence=1.1)
    fresh = _suggest(Suggester("chain", model), "so An. ", num_words=1, min_confidence=1.1)
    assert fresh.shown_words == ("An",)
    assert _suggest(asked, "so An. ", num_words=1, min_confidence=1.1).shown_words == fresh.shown_words
