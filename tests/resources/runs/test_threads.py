"""Threads of a training process."""

import pytest

from resources.runs.threads import training_environment


def test_training_uses_every_core_pinned():
    found = training_environment({"OMP_NUM_THREADS": "1"})
    assert int(found["OMP_NUM_THREADS"]) >= 1
    assert found["KMP_AFFINITY"].startswith("granularity=fine")


def test_fewer_threads_are_not_pinned():
    found = training_environment({"FORETYPE_TRAINING_THREADS": "0"})
    assert found["OMP_NUM_THREADS"] == "0"
    assert "KMP_AFFINITY" not in found


@pytest.mark.parametrize("name", ["PATH", "KMP_AFFINITY"])
def test_what_is_set_stays(name):
    assert training_environment({name: "mine"})[name] == "mine"
