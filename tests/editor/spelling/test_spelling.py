"""The choice of a language, its sentences, and the real library where it is installed."""

import sys

import pytest

from editor.errors import SpellingError
from editor.spelling.spelling import OFF, EnchantDictionaries, chosen_languages, in_the_case_of, is_of_script


@pytest.mark.parametrize(
    ("wish", "locale", "languages", "chosen"),
    [
        ("", "de_DE", ["de_DE", "en_US"], ("de_DE", "en_US")),
        ("", "de_AT", ["de_CH", "de_DE", "en_US"], ("de_DE", "en_US")),
        ("", "de_DE", ["de_DE"], ("de_DE",)),
        ("", "en_US", ["en_GB", "en_US"], ("en_US",)),
        ("", "es_MX", ["es"], ("es",)),
        ("", "C", ["de_DE", "en_US"], ("en_US",)),
        ("", "fr_FR", ["de_DE", "en_GB"], ("en_GB",)),
        ("de_DE", "en_US", ["de_DE", "en_US"], ("de_DE",)),
        (OFF, "en_US", ["en_US"], ()),
    ],
)
def test_the_language_is_the_wished_one_or_the_systems_and_english(wish, locale, languages, chosen):
    assert chosen_languages(wish, locale, languages) == chosen


@pytest.mark.parametrize(
    ("wish", "locale", "languages", "package"),
    [
        ("", "C", [], "hunspell-en-us"),
        ("", "de_DE", [], "hunspell-de-de"),
        ("", "fr_FR", ["de_DE"], "hunspell-fr"),
        ("pt_BR", "en_US", ["en_US"], "hunspell-pt-br"),
    ],
)
def test_without_a_dictionary_it_is_said_what_to_install(wish, locale, languages, package):
    with pytest.raises(SpellingError, match=f"Spelling is off: .* apt-get install {package}$"):
        chosen_languages(wish, locale, languages)


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "enchant", None)
    with pytest.raises(
        SpellingError, match="Enchant is not installed; on Debian or Ubuntu: apt-get install libenchant"
    ):
        EnchantDictionaries().languages()


def test_a_suggestion_has_the_capital_and_the_apostrophe_of_the_word():
    assert in_the_case_of("Dont’s", "don't") == "Don’t"
    assert in_the_case_of("dont", "don't") == "don't"
    assert in_the_case_of("english", "English") == "English"


def test_words_of_another_script_are_told_apart():
    assert is_of_script("élan", "fr_FR")
    assert not is_of_script("привет", "en_US")
    assert is_of_script("привет", "ru_RU")
    assert not is_of_script("hello", "el_GR")
    assert not is_of_script("漢字", "en_US")


def test_the_real_library_reads_hunspells_dictionaries(monkeypatch, tmp_path):
    # It keeps lists of its own.
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    real = EnchantDictionaries()
    try:
        languages = real.languages()
    except SpellingError as exc:
        pytest.skip(str(exc))
    if "en_US" not in languages:
        pytest.skip("no dictionary of en_US is installed: apt-get install hunspell-en-us")
    english = real.open("en_US")
    assert all(english.check(word) for word in ("letter", "Letter", "don't", "well-known"))
    assert not any(english.check(word) for word in ("lettr", "recieve"))
    assert "receive" in english.suggest("recieve")
    with pytest.raises(SpellingError, match="cannot be read"):
        real.open("xx_XX")


def test_why_there_is_no_spelling_is_said_in_the_windows_language():
    with pytest.raises(SpellingError) as raised:
        chosen_languages("pt_BR", "en_US", ["en_US"])
    german = "Für {language} fehlt {package}: {language}"
    assert raised.value.said(lambda _sentence: german) == "Für pt_BR fehlt hunspell-pt-br: pt_BR"
    assert SpellingError("a {brace}").said(str) == "a {brace}"
