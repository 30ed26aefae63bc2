import re

import pytest

from editor.how_it_works.heights_page import HUMANS, MARTIANS, HeightsPage, heights
from lm.lessons.gaussian_classes import GaussianClasses


@pytest.fixture
def page(qtbot) -> HeightsPage:
    made = HeightsPage(seed=1)
    qtbot.addWidget(made)
    return made


def test_page_shows_the_right_deviations_and_says_what_the_tutorial_printed(page):
    said = page.fit.text()
    assert "mean 274.0 cm, standard deviation 27.6" in said
    assert "mean 174.5 cm, standard deviation 23.1" in said
    assert "8.72 and 7.32" in said
    assert "standard error" in said


@pytest.mark.parametrize("height", [100, 174, 215, 230, 274, 400])
def test_verdict_has_the_engines_posterior(page, height):
    page.slider.setValue(height)
    model = GaussianClasses.fit({"Martians": MARTIANS, "Humans": HUMANS})
    share = max(model.posterior(height).values())
    assert f"{100 * share:.1f} % sure" in page.verdict.text()
    assert "215 cm says" in page.verdict.text()


def test_height_that_no_class_explains_is_called_so_by_the_generative_model_alone(page):
    page.slider.setValue(420)
    assert "it may be neither" in page.verdict.text()
    page.slider.setValue(274)
    assert "it may be neither" not in page.verdict.text()


def test_edited_heights_are_fitted_anew(page):
    page.martians.setText("100, 110, 120")
    assert page.model.classes["Martians"].mean == pytest.approx(110.0)
    assert "mean 110.0 cm" in page.fit.text()


@pytest.mark.parametrize("text", ["", "170", "tall"])
def test_heights_that_are_no_examples_are_answered_with_a_sentence_and_come_back(page, text):
    before = page.verdict.text()
    page.humans.setText(text)
    assert page.model is None
    assert "add another height" in page.verdict.text()
    page.slider.setValue(page.slider.value() + 1)
    page.slider.setValue(page.slider.value() - 1)
    page.humans.setText(", ".join(map(str, HUMANS)))
    assert page.verdict.text() == before


def test_drawn_beings_are_said_and_a_humar_lies_between(page, qtbot):
    drawn = []
    for _ in range(30):
        page.draw_humar.click()
        drawn.append(float(re.findall(r"of (\d+) cm", page.drawn.text())[0]))
    assert 174 < sum(drawn) / len(drawn) < 274
    assert "humar" in page.drawn.text()


def test_numbers_are_found_in_any_list():
    assert heights("1, 2;3 4.5 cm\n-7 1e9 20000") == [1.0, 2.0, 3.0, 4.5, 1.0, 9.0]
