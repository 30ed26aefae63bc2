from dataclasses import replace

import numpy as np

from gan_gallery.training.augmentation import Augmentation
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.game import Game
from resources.runs.mxnet_shim import autograd, gluon, mx

_CONFIG = TrainConfig(latent_size=10, ngf=4, ndf=4, batch_size=4, lr_g=1e-3, lr_d=1e-3, real_label=1.0)


def _batch(step):
    rng = np.random.default_rng(step)
    real = mx.nd.array(rng.uniform(-1, 1, (4, 3, 64, 64)).astype(np.float32))
    return real, mx.nd.array(rng.standard_normal((4, 10, 1, 1)).astype(np.float32))


def _tutorial_step(game, real, z):
    """The tutorial's update: D on both batches, then G through D, every gradient computed."""
    loss = gluon.loss.SigmoidBinaryCrossEntropyLoss()
    ones, zeros = mx.nd.ones((4, 1)), mx.nd.zeros((4, 1))
    with autograd.record():
        fake = game.generator(z)
        error = (loss(game.discriminator(real), ones) + loss(game.discriminator(fake.detach()), zeros)).mean()
    error.backward()
    game.adam_d.step(1e-3)
    with autograd.record():
        error = loss(game.discriminator(game.generator(z)), ones).mean()
    error.backward()
    game.adam_g.step(1e-3)


def test_one_shared_forward_pass_trains_as_the_tutorial_does():
    ours, theirs = Game(_CONFIG, mx.cpu()), Game(_CONFIG, mx.cpu())
    for step in range(3):
        ours.step(*_batch(step), 1e-3)
        _tutorial_step(theirs, *_batch(step))
    expected = theirs.generator.weights()
    for name, array in ours.generator.weights().items():
        if "running" not in name:  # theirs pass the generator twice
            np.testing.assert_allclose(array, expected[name], atol=2e-4, err_msg=name)


def test_smoothed_labels_raise_the_loss_of_certainty():
    plain, smoothed = Game(_CONFIG, mx.cpu()), Game(TrainConfig(latent_size=10, ngf=4, ndf=4), mx.cpu())
    assert plain.step(*_batch(0), 1e-3).d != smoothed.step(*_batch(0), 1e-3).d


def test_losses_begin_near_guessing():
    losses = Game(_CONFIG, mx.cpu()).step(*_batch(0), 1e-3)
    assert 0.5 < losses.d < 4
    assert 0.2 < losses.g < 3


def test_gradient_reaches_the_generator_through_the_augmentation_as_autograd_would_bring_it():
    ours, theirs = Game(_CONFIG, mx.cpu()), Game(_CONFIG, mx.cpu())
    real, z = _batch(0)
    augmentation = Augmentation.draw(frozenset(("colour", "cutout")), 4, 64, np.random.default_rng(5))
    ours.step(real, z, 1e-3, augmentation)

    one = np.ones((4, 1, 1, 1), np.float32)
    plain = replace(augmentation, brightness=0 * one, saturation=one, contrast=one)
    mask = plain.apply(np.ones((4, 3, 64, 64), np.float32))
    mask, brightness, saturation, contrast = (
        mx.nd.array(values.astype(np.float32))
        for values in (mask, augmentation.brightness, augmentation.saturation, augmentation.contrast)
    )

    def altered(fake):
        grey = fake.mean(axis=1, keepdims=True)
        coloured = grey + saturation * (fake - grey)
        mean = coloured.mean(axis=(1, 2, 3), keepdims=True)
        return (mean + contrast * (coloured - mean) + brightness) * mask

    with autograd.record():
        fake = theirs.generator(z)
        scores = theirs.discriminator(real), theirs.discriminator(altered(fake.detach()))
        error = (mx.nd.Activation(-scores[0], "softrelu") + mx.nd.Activation(scores[1], "softrelu")).mean()
    error.backward()
    theirs.adam_d.step(1e-3)
    with autograd.record():
        error = mx.nd.Activation(-theirs.discriminator(altered(theirs.generator(z))), "softrelu").mean()
    error.backward()
    theirs.adam_g.step(1e-3)
    expected = theirs.generator.weights()
    for name, array in ours.generator.weights().items():
        if "running" not in name:
            np.testing.assert_allclose(array, expected[name], atol=2e-4, err_msg=name)
