import string

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from editor.translation import AREAS, LANGUAGES, chosen_language, speak, tr
from resources import TRANSLATIONS
from tests.translations import TRANSLATED, collect, compile_, messages

FILES = [(area, language) for area in AREAS for language in TRANSLATED]


@pytest.fixture
def application(qapp: QCoreApplication):
    """Forgets the language at the end."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize(("area", "language"), FILES)
def test_everything_that_is_said_is_translated(area, language, tmp_path):
    path = tmp_path / f"{area}_{language}.ts"
    path.write_bytes((TRANSLATIONS / path.name).read_bytes())
    collect(area, path)
    missing = [text for text, (_, is_done) in messages(path).items() if not is_done]
    assert missing == [], "run `make translations`, translate what is unfinished, run it again"


@pytest.mark.parametrize(("area", "language"), FILES)
def test_translations_are_compiled(area, language, tmp_path):
    name = f"{area}_{language}.ts"
    compile_(TRANSLATIONS / name, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == (TRANSLATIONS / name).with_suffix(".qm").read_bytes()


def _fields(text: str) -> list[str]:
    return sorted(f"{name}:{spec}!{conversion}" for _, name, spec, conversion in string.Formatter().parse(text) if name)


@pytest.mark.parametrize(("area", "language"), FILES)
def test_placeholders_ends_and_marks_for_keys_are_kept(area, language):
    for text, (translation, _) in messages(TRANSLATIONS / f"{area}_{language}.ts").items():
        for form in translation.split("\n") if "%n" in text else [translation]:
            assert _fields(form) == _fields(text), text
            assert ("&" in form.replace("&&", "")) == ("&" in text.replace("&&", "")), text
            assert form.endswith("…") == text.endswith("…"), text
            assert form.strip() == form or text.strip() != text, text


def test_english_is_what_stands_in_the_source():
    assert tr("Nobody translated this: {name}") == "Nobody translated this: {name}"


def test_language_that_is_chosen_is_spoken(application):
    speak(application, "en")
    before = tr("&File")
    speak(application, "de")
    assert (before, tr("&File")) == ("&File", "&Datei")


def test_missing_translation_leaves_english_with_a_line_in_the_log(application, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr("editor.translation.TRANSLATIONS", tmp_path)
    speak(application, "de")
    assert len(caplog.records) == len(AREAS)
    assert tr("&File") == "&File"


@pytest.mark.parametrize(("preference", "language"), [("de", "de"), ("en", "en"), ("xx", "en"), ("", "en")])
def test_preference_chooses_the_language(preference, language):
    assert chosen_language(preference) == language


@pytest.mark.parametrize(
    ("desktop", "language"), [(["de-AT", "de"], "de"), (["fr-FR", "de-DE"], "de"), (["ja"], "en"), ([], "en")]
)
def test_desktops_first_language_that_is_there_is_taken(monkeypatch, desktop, language):
    class Locale:
        def uiLanguages(self):  # noqa: N802  # Qt's name
            return desktop

    monkeypatch.setattr("editor.translation.QLocale.system", Locale)
    assert chosen_language("system") == language


def test_every_language_is_called_by_its_own_name():
    assert LANGUAGES == {"en": "English", "de": "Deutsch"}
