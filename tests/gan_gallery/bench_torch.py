"""The DCGAN of `bench` in PyTorch, step for step: `python bench_torch.py SECONDS`. Prints one JSON line.

Needs torch and NumPy alone, so that an interpreter of another environment can run it. As PyTorch's own DCGAN example
does, one forward pass of the generator serves both updates, D learns from real and generated pictures apart, and G's
gradient comes by `backward` through D, whose weight gradients are cleared at the next step. Around it everything that a
step of ours does: DiffAugment of what D sees, smoothed labels, Adam, the average of G's weights.
"""

import json
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional

N, L, WIDTH, REAL_LABEL, LR, BETA1, EMA = 32, 100, 32, 0.9, 2e-4, 0.5, 0.9989
_MOST_SHIFT, _HOLE = 8, 32
_WARM_STEPS = 5


def _generator() -> nn.Sequential:
    widths = (L, 8 * WIDTH, 4 * WIDTH, 2 * WIDTH, WIDTH)
    layers: list[nn.Module] = []
    for layer in range(4):
        stride, padding = (1, 0) if layer == 0 else (2, 1)
        layers += [
            nn.ConvTranspose2d(widths[layer], widths[layer + 1], 4, stride, padding, bias=False),
            nn.BatchNorm2d(widths[layer + 1]),
            nn.ReLU(inplace=True),
        ]
    return nn.Sequential(*layers, nn.ConvTranspose2d(WIDTH, 3, 4, 2, 1), nn.Tanh())


def _discriminator() -> nn.Sequential:
    widths = (3, WIDTH, 2 * WIDTH, 4 * WIDTH, 8 * WIDTH)
    layers: list[nn.Module] = []
    for layer in range(4):
        layers.append(nn.Conv2d(widths[layer], widths[layer + 1], 4, 2, 1, bias=False))
        if layer:
            layers.append(nn.BatchNorm2d(widths[layer + 1]))
        layers.append(nn.LeakyReLU(0.2, inplace=True))
    return nn.Sequential(*layers, nn.Conv2d(8 * WIDTH, 1, 4, 1, 0, bias=False), nn.Flatten())


def _draw() -> tuple[torch.Tensor, ...]:
    """Return brightness, saturation, contrast, shifts and corners of holes for a batch."""
    each = (N, 1, 1, 1)
    colours = torch.rand(each) - 0.5, 2 * torch.rand(each), torch.rand(each) + 0.5
    return (
        *colours,
        torch.randint(-_MOST_SHIFT, _MOST_SHIFT + 1, (N, 2)),
        torch.randint(-_HOLE // 2, 64 - _HOLE // 2, (N, 2)),
    )


def _altered(pictures: torch.Tensor, drawn: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """Return DiffAugment's colour, translation and cutout, as its authors write them in PyTorch."""
    brightness, saturation, contrast, shifts, corners = drawn
    grey = pictures.mean(1, keepdim=True)
    pictures = (pictures - grey) * saturation + grey
    mean = pictures.mean((1, 2, 3), keepdim=True)
    pictures = (pictures - mean) * contrast + mean + brightness
    batch, rows, columns = torch.meshgrid(torch.arange(N), torch.arange(64), torch.arange(64), indexing="ij")
    rows = (rows - shifts[:, 0, None, None] + 1).clamp(0, 65)
    columns = (columns - shifts[:, 1, None, None] + 1).clamp(0, 65)
    padded = functional.pad(pictures, [1, 1, 1, 1]).permute(0, 2, 3, 1)
    pictures = padded[batch, rows, columns].permute(0, 3, 1, 2).contiguous()
    place = torch.arange(64)
    inside = [
        (place >= corner[:, None]) & (place < corner[:, None] + _HOLE) for corner in (corners[:, 0], corners[:, 1])
    ]
    return pictures * (~(inside[0][:, :, None] & inside[1][:, None, :])).float()[:, None]


def measure(seconds: float) -> float:
    """Return images/s of whole training steps on noise."""
    torch.manual_seed(0)
    generator, discriminator = _generator(), _discriminator()
    adam_g = torch.optim.Adam(generator.parameters(), LR, (BETA1, 0.999), fused=True)
    adam_d = torch.optim.Adam(discriminator.parameters(), LR, (BETA1, 0.999), fused=True)
    average = [parameter.detach().clone() for parameter in generator.parameters()]
    pictures = 2 * torch.rand(N, 3, 64, 64) - 1
    smoothed, ones, zeros = torch.full((N, 1), REAL_LABEL), torch.ones(N, 1), torch.zeros(N, 1)
    loss = functional.binary_cross_entropy_with_logits

    def step() -> None:
        real = _altered(pictures, _draw())
        fake = generator(torch.randn(N, L, 1, 1))
        drawn = _draw()
        adam_d.zero_grad()
        loss_d = loss(discriminator(real), smoothed)
        loss_d = loss_d + loss(discriminator(_altered(fake.detach(), drawn)), zeros)
        loss_d.backward()
        adam_d.step()
        adam_g.zero_grad()
        loss_g = loss(discriminator(_altered(fake, drawn)), ones)
        loss_g.backward()
        adam_g.step()
        torch._foreach_lerp_(average, list(generator.parameters()), 1 - EMA)
        loss_d.item(), loss_g.item()

    for _ in range(_WARM_STEPS):
        step()
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        step()
        count += 1
    return N * count / (time.perf_counter() - started)


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    found = {"images_per_second": round(measure(float(sys.argv[1])), 1), "version": torch.__version__}
    sys.stdout.write(json.dumps(found) + "\n")
