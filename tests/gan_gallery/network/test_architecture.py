import pytest

from gan_gallery.network.architecture import DiscriminatorArchitecture, GeneratorArchitecture


def test_the_tutorial_halves_its_widths():
    assert GeneratorArchitecture.tutorial(100, 64).widths == (512, 256, 128, 64)


def test_json_gives_back_the_same():
    architecture = GeneratorArchitecture(150, (40, 30, 20, 10))
    assert GeneratorArchitecture.from_json(architecture.to_json()) == architecture


@pytest.mark.parametrize(
    "data",
    [None, {}, {"latent_size": 100}, {"latent_size": 0, "widths": [1, 1, 1, 1]}, {"latent_size": 5, "widths": [1]}],
)
def test_wrong_cards_are_refused(data):
    with pytest.raises(ValueError):
        GeneratorArchitecture.from_json(data)


def test_shapes_chain_from_layer_to_layer():
    shapes = GeneratorArchitecture.tutorial(10, 4).parameter_shapes()
    assert shapes["up0.weight"] == (10, 32, 4, 4)
    assert shapes["up4.weight"] == (4, 3, 4, 4)
    assert shapes["bn3.gamma"] == (4,)
    assert "bn4.gamma" not in shapes


def test_the_discriminator_has_no_batch_norm_at_its_ends():
    shapes = DiscriminatorArchitecture(4).parameter_shapes()
    assert "bn0.gamma" not in shapes
    assert "bn4.gamma" not in shapes
    assert shapes["down4.weight"] == (1, 32, 4, 4)
