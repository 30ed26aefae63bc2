"""One step of the adversarial game: both networks learn from one forward pass of the generator."""

from dataclasses import dataclass

import mxnet as mx
from mxnet import autograd

from gan_gallery.architecture import Weights
from gan_gallery.augmentation import Augmentation
from gan_gallery.model import Discriminator, Generator, initial_weights
from gan_gallery.optimizer import Adam
from gan_gallery.training import TrainConfig


@dataclass(frozen=True, slots=True)
class Losses:
    """Nats: `d` over a real and a generated picture (2 ln 2 when it guesses), `g` over a generated one."""

    d: float
    g: float


class Game:
    """Generator and discriminator with their optimisers."""

    def __init__(self, config: TrainConfig, ctx: mx.Context) -> None:
        self._config = config
        self.generator = Generator(config.generator)
        self.discriminator = Discriminator(config.discriminator)
        shapes = config.generator.parameter_shapes(), config.discriminator.parameter_shapes()
        for index, network in enumerate((self.generator, self.discriminator)):
            network.initialize(ctx=ctx)
            network.set_weights(initial_weights(shapes[index], 2 * config.seed + index))
            network.hybridize(static_alloc=True)
        self.adam_g = Adam(self.generator.learned_parameters(), ctx, config.beta1)
        self.adam_d = Adam(self.discriminator.learned_parameters(), ctx, config.beta1)

    def step(
        self, real: mx.nd.NDArray, z: mx.nd.NDArray, lr_d: float, augmentation: Augmentation | None = None
    ) -> Losses:
        """Update both networks on real pictures [N, 3, 64, 64] and latents [N, L, 1, 1].

        `augmentation` alters what the discriminator sees of the generated pictures; the real ones come altered.
        """
        with autograd.record():
            fake = self.generator(z)
        seen = fake.detach()
        if augmentation is not None:
            seen = mx.nd.array(augmentation.apply(seen.asnumpy()), ctx=seen.context)
        smoothing = 1.0 - self._config.real_label
        with autograd.record():
            # Real and generated pictures each have their own batch statistics (Radford et al.).
            logits = self.discriminator(real)
            loss_d = (_softplus(-logits) + smoothing * logits + _softplus(self.discriminator(seen))).mean()
        loss_d.backward()
        self.adam_d.step(lr_d)

        seen.attach_grad()
        with autograd.record():
            loss_g = _softplus(-self.discriminator(seen)).mean()
        # The gradient of the pictures alone: none of the discriminator's weights, which would cost a third more.
        gradient = autograd.grad(loss_g, [seen])[0]
        if augmentation is not None:
            gradient = mx.nd.array(augmentation.transposed(gradient.asnumpy()), ctx=seen.context)
        fake.backward(gradient)
        self.adam_g.step(self._config.lr_g)
        return Losses(float(loss_d.asscalar()), float(loss_g.asscalar()))  # waits, so that a stop is seen each step

    def arrays(self) -> Weights:
        """Copy weights and moments into NumPy, as a checkpoint holds them."""
        groups = {
            "generator": self.generator.weights(),
            "discriminator": self.discriminator.weights(),
            "adam_g": self.adam_g.moments(),
            "adam_d": self.adam_d.moments(),
        }
        return {f"{group}/{name}": array for group, arrays in groups.items() for name, array in arrays.items()}


def _softplus(logits: mx.nd.NDArray) -> mx.nd.NDArray:
    """Return ln(1 + e^x): the cross entropy of a logit whose label is 0."""
    return mx.nd.Activation(logits, act_type="softrelu")
