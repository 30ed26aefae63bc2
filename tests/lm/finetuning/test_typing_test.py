import math
from dataclasses import asdict

import pytest

from lm.errors import TrainingStopped
from lm.finetuning.messages import KeysSaved, Savings
from lm.finetuning.plan import Plan
from lm.finetuning.typing_test import TypingPlan, TypingTest, affordable_chars
from tests.lm.small_models import garden_text, never

USER, GENERAL = garden_text(20, seed=5)[:120], b"Zebras quiz by xylophone; jinxed. " * 3


def test_model_saves_more_on_the_text_it_knows(pair_folder):
    plan = TypingTest(USER, GENERAL, never).begin(pair_folder, minutes=0.1)
    assert plan.before.user.ksr_bar > plan.before.general.ksr_bar + 0.1
    assert plan.user_chars == len(USER)
    assert plan.seconds > 0


def test_same_characters_are_typed_again_with_a_single_network_or_a_pair(pair_folder, trained_bytes, trained_words):
    test = TypingTest(USER, GENERAL, never)
    plan = test.begin(pair_folder, minutes=0.1)
    again = test.finish(plan, {"words": trained_words.folder, "bytes": trained_bytes.folder})
    assert again == plan.before
    assert test.finish(plan, {"bytes": trained_bytes.folder}) != plan.before


def test_typing_stops_when_it_is_asked_to(pair_folder):
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 100

    with pytest.raises(TrainingStopped):
        TypingTest(USER, GENERAL, should_stop).begin(pair_folder, minutes=math.inf)
    assert asked < 120


@pytest.mark.parametrize(
    ("char_seconds", "minutes", "chars"),
    [(0.001, 5.0, 1500), (0.01, 1.0, 300), (0.005, 2.0, 1200), (0.5, math.inf, 1500), (0.5, 0.1, 300)],
)
def test_no_more_is_typed_than_the_time_allows_nor_so_little_that_it_says_nothing(char_seconds, minutes, chars):
    assert affordable_chars(char_seconds, minutes) == chars


def test_plan_with_typing_is_read_back(tmp_path):
    typing = TypingPlan(Savings(KeysSaved(0.1, 0.2), KeysSaved(0.3, 0.4)), 300, 200, 1.5)
    Plan((), "c", (), typing).save(tmp_path / "plan.json")
    assert Plan.load(tmp_path / "plan.json") == Plan((), "c", (), typing)
    assert asdict(typing)["before"]["general"]["ksr_bar"] == 0.4
