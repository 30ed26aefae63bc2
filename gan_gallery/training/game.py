"""One step of the adversarial game: both networks learn from one forward pass of the generator."""

from dataclasses import dataclass
from typing import Any

from gan_gallery.network.architecture import Weights
from gan_gallery.network.gluon_networks import Discriminator, Generator, initial_weights
from gan_gallery.training.augmentation import Augmentation
from gan_gallery.training.config import TrainConfig
from resources.runs.adam import Adam
from resources.runs.mxnet_shim import autograd, mx, nn


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
        self.generator.hybridize(static_alloc=True)
        self._loss_of_real = _CrossEntropy(self.discriminator, config.real_label)
        self._loss_of_fake = _CrossEntropy(self.discriminator, 0.0)
        self._loss_of_generator = _CrossEntropy(self.discriminator, 1.0)
        self.adam_g = Adam(self.generator.learned_parameters(), ctx, beta1=config.beta1)
        self.adam_d = Adam(self.discriminator.learned_parameters(), ctx, beta1=config.beta1)

    def step(
        self, real: mx.nd.NDArray, z: mx.nd.NDArray, lr_d: float, augmentation: Augmentation | None = None
    ) -> Losses:
        """Update both networks on real pictures [N, 3, 64, 64] and latents [N, L, 1, 1].

        `augmentation` alters what the discriminator sees of the generated pictures; the real ones come altered.
        """
        with autograd.record():
            fake = self.generator(z)
            # Real and generated pictures each have their own batch statistics (Radford et al.).
            loss_of_real = self._loss_of_real(real)
        seen = fake.detach()
        if augmentation is not None:  # on the host, while the discriminator looks at the real pictures
            seen = mx.nd.array(augmentation.apply(seen.asnumpy()), ctx=seen.context)
        with autograd.record():
            loss_d = loss_of_real + self._loss_of_fake(seen)
        loss_d.backward()
        self.adam_d.step(lr_d)

        seen.attach_grad()
        with autograd.record():
            loss_g = self._loss_of_generator(seen)
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


class _CrossEntropy(nn.HybridBlock):  # type: ignore[misc]  # MXNet carries no types
    """Pictures [N, 3, 64, 64] to the mean cross entropy of the discriminator's logits with one label, 0 to 1.

    Each label has a graph of its own: MXNet plans a graph's backward pass for the gradients it was last asked for, and
    would plan it twice a step for one that is asked now for the weights' and now for the pictures'.
    """

    def __init__(self, discriminator: Discriminator, label: float) -> None:
        super().__init__()
        self._discriminator = discriminator
        self._label = label
        self.hybridize(static_alloc=True)

    def hybrid_forward(self, F: Any, x: Any) -> Any:  # noqa: N803  # Gluon's name
        logits = self._discriminator(x)
        sign = -1.0 if self._label else 1.0
        losses = F.Activation(sign * logits, act_type="softrelu")  # ln(1 + e^-x) for label 1, ln(1 + e^x) for 0
        return (losses + (1.0 - self._label) * logits if 0.0 < self._label < 1.0 else losses).mean()
