"""What can go wrong in the game between the networks, noticed and said in words."""

import math
from collections.abc import Iterator

from gan_gallery.judging.metric import Quality

_LOST_LOSS_D = 0.45
"""D's loss with real labels of 0.9 cannot fall under 0.33: here it is nearly never wrong."""
_LOST_STEPS = 200
_ALIKE = 0.5
_FALLEN = 0.6
"""Of the greatest variety so far: the first faces are all alike, which is not a collapse."""
_EXPECTED_STEPS = 2_000
"""After so many even a first variety is late."""
_WORSE_FACTOR = 1.6
_WORSE_MARGIN = 5.0


class HealthWatch:
    """Watches losses and figures; says each thing once, and again only after it had passed."""

    def __init__(self) -> None:
        self._lost_steps = 0
        self._most_varied = 0.0
        self._said: set[str] = set()

    def after_step(self, loss_d: float) -> Iterator[str]:
        """Yield a sentence when the discriminator has won for a while; `loss_d` is smoothed."""
        self._lost_steps = self._lost_steps + 1 if loss_d < _LOST_LOSS_D else 0
        if self._lost_steps == _LOST_STEPS:
            yield (
                f"The discriminator tells every generated face from a real one (its loss is {loss_d:.2f}), so the "
                "generator learns little: lower --lr-d, or go back with --back-to"
            )

    def after_evaluation(self, step: int, quality: Quality, best_fid: float, best_step: int) -> Iterator[str]:
        """Yield sentences about faces that are alike, or worse than they were."""
        variety = min(quality.diversity, quality.repeats)
        has_fallen = variety < _FALLEN * self._most_varied or step >= _EXPECTED_STEPS
        alike = variety < _ALIKE and has_fallen
        self._most_varied = max(self._most_varied, variety)
        if self._is_new("alike", alike):
            yield (
                f"The faces have become alike (variety {quality.diversity:.2f}, repeats {quality.repeats:.2f}, "
                f"1 for real ones): this is a collapse{_way_back(best_step)}"
            )
        worse = math.isfinite(best_fid) and quality.fid > max(_WORSE_FACTOR * best_fid, best_fid + _WORSE_MARGIN)
        if self._is_new("worse", worse):
            yield (
                f"The faces are worse than they were: {quality.fid:.1f} now, {best_fid:.1f} at step {best_step}. "
                f"The best ones are kept{_way_back(best_step)}"
            )

    def _is_new(self, name: str, holds: bool) -> bool:
        if not holds:
            self._said.discard(name)
            return False
        if name in self._said:
            return False
        self._said.add(name)
        return True


def _way_back(best_step: int) -> str:
    return f"; go back with --resume --back-to {best_step}" if best_step else ""
