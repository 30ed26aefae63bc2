"""A training process has its threads from whoever starts it, and ends without it."""

import os

from resources.training_process import is_orphan, training_threads


def test_training_takes_every_core_though_its_window_takes_one():
    found = training_threads({"OMP_NUM_THREADS": "1"})
    assert int(found["OMP_NUM_THREADS"]) >= 1
    assert found["KMP_AFFINITY"].startswith("granularity=fine")


def test_who_asks_for_fewer_threads_gets_them_unpinned():
    assert training_threads({"FORETYPE_TRAINING_THREADS": "0"}) == {"OMP_NUM_THREADS": "0"}


def test_an_affinity_that_is_set_stays():
    assert "KMP_AFFINITY" not in training_threads({"KMP_AFFINITY": "none"})


def test_a_process_is_an_orphan_once_the_program_is_gone_that_it_was_started_for(monkeypatch):
    monkeypatch.delenv("FORETYPE_PARENT", raising=False)
    assert not is_orphan()
    monkeypatch.setenv("FORETYPE_PARENT", str(os.getppid()))
    assert not is_orphan()
    monkeypatch.setenv("FORETYPE_PARENT", "1" if os.getppid() != 1 else "2")
    assert is_orphan()
