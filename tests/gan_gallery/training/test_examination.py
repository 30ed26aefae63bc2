import numpy as np
import pytest

from gan_gallery.training.examination import Examiner


def test_the_same_weights_have_the_same_figures(make_pictures, make_weights, tiny_architecture):
    examiner = Examiner(tiny_architecture, make_pictures(20), lambda: None)
    weights = make_weights(tiny_architecture)
    assert examiner.quality(weights, 20) == examiner.quality(weights, 20)


def test_fewer_faces_are_the_first_of_more(make_pictures, make_weights, tiny_architecture):
    examiner = Examiner(tiny_architecture, make_pictures(20), lambda: None)
    weights = make_weights(tiny_architecture)
    np.testing.assert_array_equal(examiner.faces(weights, 7, 70)[:3], examiner.faces(weights, 7, 3))


def test_a_stop_is_seen_while_measuring(make_pictures, make_weights, tiny_architecture):
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Examiner(tiny_architecture, make_pictures(20), stop).quality(make_weights(tiny_architecture), 20)
