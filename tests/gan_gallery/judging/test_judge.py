import numpy as np
import pytest

from gan_gallery.errors import ModelError
from gan_gallery.judging.judge import GRAPH, Crowd, Judge
from gan_gallery.network.architecture import DiscriminatorArchitecture
from gan_gallery.network.gluon_networks import Discriminator, initial_weights
from gan_gallery.network.onnx_export import discriminator_onnx
from gan_gallery.publishing.publishing import publish_judge
from resources.runs.mxnet_shim import mx

RNG = np.random.default_rng(0)
ARCHITECTURE = DiscriminatorArchitecture(4)


@pytest.fixture(scope="module")
def weights() -> dict[str, np.ndarray]:
    found = initial_weights(ARCHITECTURE.parameter_shapes(), 1)
    for name, array in found.items():
        if name.endswith(("running_mean", "beta")):
            found[name] = RNG.normal(0.0, 0.2, array.shape).astype(np.float32)
        elif name.endswith(("running_var", "gamma")):
            found[name] = RNG.uniform(0.5, 2.0, array.shape).astype(np.float32)
    return found


def _faces(count: int, brightness: int = 128) -> np.ndarray:
    return np.clip(RNG.normal(brightness, 60, (count, 64, 64, 3)), 0, 255).astype(np.uint8)


def test_judge_scores_as_the_network_that_was_trained(weights):
    network = Discriminator(ARCHITECTURE)
    network.initialize(ctx=mx.cpu())
    network.set_weights(weights)
    faces = _faces(70)  # more than one batch
    judge = Judge(discriminator_onnx(weights), Crowd(1, (0.0, 1.0)), Crowd(1, (0.0, 1.0)))
    images = mx.nd.array(faces.astype(np.float32).transpose(0, 3, 1, 2) / 127.5 - 1.0)
    expected = network(images).asnumpy().reshape(-1)
    np.testing.assert_allclose(judge.scores(faces), expected, rtol=1e-3, atol=1e-4)
    assert judge.scores(faces[:0]).shape == (0,)


def test_published_judge_knows_what_it_thinks_of_both_crowds(weights, tmp_path):
    real, generated = _faces(40, 200), _faces(30, 60)
    publish_judge(tmp_path / "judge", "judge", weights, real, generated, {"steps": 3})
    judge = Judge.load(tmp_path / "judge")
    assert (judge.real.count, judge.generated.count) == (40, 30)
    scores = np.sort(judge.scores(real))
    assert judge.real.share_below(float(scores[0]) - 1.0) == 0.0
    assert judge.real.share_below(float(scores[-1]) + 1.0) == 1.0
    assert judge.real.share_below(float(np.median(scores))) == pytest.approx(0.5, abs=0.05)


def test_altered_graph_is_refused_with_a_sentence(weights, tmp_path):
    publish_judge(tmp_path / "judge", "judge", weights, _faces(4), _faces(4), {})
    graph = tmp_path / "judge" / GRAPH
    graph.write_bytes(graph.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="copy the model again"):
        Judge.load(tmp_path / "judge")


def test_missing_judge_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(ModelError, match="check the name"):
        Judge.load(tmp_path / "nobody")


@pytest.mark.parametrize("quantiles", [[], [1.0], [2.0, 1.0], [0.0, float("nan")], ["a", "b"], None])
def test_card_without_rising_quantiles_is_refused(weights, tmp_path, quantiles):
    from gan_gallery.judging.judge import FAMILY
    from resources.model_folder import publish

    scores = {"count": 3, "quantiles": quantiles}
    card = {"name": "x", "scores": {"real": scores, "generated": scores}}
    publish(tmp_path / "judge", FAMILY, {GRAPH: discriminator_onnx(weights)}, card)
    with pytest.raises(ModelError, match="tells no scores"):
        Judge.load(tmp_path / "judge")


def test_graph_of_something_else_is_refused():
    with pytest.raises(ModelError, match="copy the model again"):
        Judge(b"no graph", Crowd(1, (0.0, 1.0)), Crowd(1, (0.0, 1.0)))
