import pytest

from editor.settings.numerals import numeral
from editor.translation import speak
from tests.editor.speaking import forget_language


@pytest.fixture
def application(qapp):
    """Forgets the language at the end."""
    yield qapp
    forget_language(qapp)


@pytest.mark.parametrize(
    ("language", "said"), [("en", ["7", "999", "12,345", "1,234,567"]), ("de", ["7", "999", "12.345", "1.234.567"])]
)
def test_digits_are_grouped_as_the_language_does(application, language, said):
    speak(application, language)
    assert [numeral(number) for number in (7, 999, 12_345, 1_234_567)] == said
