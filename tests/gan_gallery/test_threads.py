from gan_gallery.threads import training_environment


def test_training_takes_every_core_though_its_window_takes_one():
    found = training_environment({"OMP_NUM_THREADS": "1"})
    assert int(found["OMP_NUM_THREADS"]) >= 1
    assert found["KMP_AFFINITY"].startswith("granularity=fine")


def test_who_asks_for_fewer_threads_gets_them_unpinned():
    assert training_environment({"FORETYPE_TRAINING_THREADS": "0"}) == {"OMP_NUM_THREADS": "0"}


def test_an_affinity_that_is_set_stays():
    assert "KMP_AFFINITY" not in training_environment({"KMP_AFFINITY": "none"})
