"""Every hyperparameter of a training run, in one frozen value that is kept with the model."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from gan_gallery.network.architecture import DiscriminatorArchitecture, GeneratorArchitecture


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """Every hyperparameter of a run.

    Attributes:
        latent_size: L, numbers in a latent vector.
        ngf, ndf: channels of generator and discriminator at 32x32; 4x4 has eight times as many.
        batch_size: N, real pictures in a step, and as many generated ones.
        steps: length of the run, used when `minutes` is 0.
        minutes: wall-clock length of the run, summed over resumes.
        lr_g, lr_d: Adam's rates.
        beta1: Adam's memory of the gradient; 0.5 after Radford et al.
        real_label: target for real pictures, below 1 so that the discriminator never grows certain.
        lowest_loss_d: smoothed D loss under which `lr_d` is lowered, down to a tenth; 0.4 is never. Lowering it let
            the generator collapse onto few faces within 1,000 steps.
        ema_images: half-life of the average of the generator's weights, in images; a twentieth of the images seen
            when that is less.
        flips: mirror half of the real pictures.
        augmentation: how real and generated pictures are altered before D sees them, "" for not at all; see
            `augmentation.KINDS`.
        seed: of the initial weights, the order of the pictures, latents and flips.
        evaluate_every, evaluate_count: steps between two measurements, and faces in one.
        sample_every: steps between two pictures of the time line.
        checkpoint_seconds: between two checkpoints.
    """

    latent_size: int = 100
    ngf: int = 32
    ndf: int = 32
    batch_size: int = 32
    steps: int = 5_000
    minutes: float = 0.0
    lr_g: float = 2e-4
    lr_d: float = 2e-4
    beta1: float = 0.5
    real_label: float = 0.9
    lowest_loss_d: float = 0.4
    ema_images: int = 20_000
    flips: bool = True
    augmentation: str = "colour,translation,cutout"
    seed: int = 1
    evaluate_every: int = 500
    evaluate_count: int = 1_000
    sample_every: int = 250
    checkpoint_seconds: float = 20.0

    @property
    def generator(self) -> GeneratorArchitecture:
        """The generator's sizes."""
        return GeneratorArchitecture.tutorial(self.latent_size, self.ngf)

    @property
    def discriminator(self) -> DiscriminatorArchitecture:
        """The discriminator's size."""
        return DiscriminatorArchitecture(self.ndf)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as checkpoints and model cards hold them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TrainConfig":
        """Read what `to_json` returned."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in data.items() if name in known})
