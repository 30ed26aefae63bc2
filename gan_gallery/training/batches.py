"""Real pictures for each step: every epoch in an order of its own, half of them mirrored, all from (seed, step)."""

import numpy as np
import numpy.typing as npt

from gan_gallery.pictures.pack import Images

_HALF_RANGE = np.float32(127.5)


class RealBatches:
    """Draws the real pictures of any step, without having drawn those before."""

    def __init__(self, images: Images, batch_size: int, seed: int, flips: bool) -> None:
        """Take at least `batch_size` RGB pictures [M, 64, 64, 3]."""
        self._images = images
        self._batch_size = batch_size
        self._seed = seed
        self._flips = flips

    def draw(self, step: int, rng: np.random.Generator) -> npt.NDArray[np.float32]:
        """Return the pictures [N, 3, 64, 64] of a step in -1 to 1; `rng` says which are mirrored."""
        epoch, batch = divmod(step, len(self._images) // self._batch_size)
        order = np.random.default_rng((self._seed, epoch, 1)).permutation(len(self._images))
        chosen = np.sort(order[batch * self._batch_size : (batch + 1) * self._batch_size])
        pictures = self._images[chosen]
        if self._flips:
            mirrored = rng.random(self._batch_size) < 0.5
            pictures[mirrored] = pictures[mirrored, :, ::-1]
        return np.asarray(pictures.transpose(0, 3, 1, 2), np.float32) / _HALF_RANGE - np.float32(1.0)
