"""The colours are readable."""

import pytest

from editor.settings.theme import CONTRAST, DARK, LIGHT, contrast_ratio

# WCAG 2.1, level AA for text.
LEAST_CONTRAST = 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
@pytest.mark.parametrize(
    ("front", "back"),
    [("ghost", "page"), ("text", "page"), ("quiet", "chrome"), ("text", "raised"), ("on_accent", "accent")],
)
def test_contrast_is_enough(theme, front, back):
    assert contrast_ratio(getattr(theme, front), getattr(theme, back)) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_the_ghost_is_paler_than_the_text(theme):
    assert contrast_ratio(theme.ghost, theme.page) < contrast_ratio(theme.text, theme.page)


def test_black_on_white_has_the_greatest_contrast():
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
