"""What each part of a model expects next, side by side: for people who want to see why something was suggested."""

from dataclasses import dataclass

import numpy as np

from lm.model.language_model import AnyModel
from lm.predicting.completion import Point
from lm.predicting.mixture import Mixture, MixtureState
from lm.predicting.word_projection import Probabilities

LETTERS, WORDS, YOURS, TOGETHER = "letters", "words", "yours", "together"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One part's distribution over the next byte.

    Attributes:
        part: `LETTERS`, the byte network; `WORDS`, the word network and the user's words; `YOURS`, the user's words
            alone; `TOGETHER`, what predicts.
        probabilities: [256], summing to 1.
        weight: how far it is heard in `TOGETHER`, 0 to 1; None for what is heard through another part.
    """

    part: str
    probabilities: Probabilities
    weight: float | None = None

    @classmethod
    def at(cls, part: str, point: Point) -> "Opinion":
        """Return what a model expects at a point it has read to."""
        return cls(part, np.exp(point.log_probs, dtype=np.float64))

    def likeliest(self, count: int) -> tuple[tuple[int, float], ...]:
        """Return the most probable bytes with their probabilities, best first; none that cannot come."""
        order = np.argsort(-self.probabilities, kind="stable")[:count]
        return tuple((int(byte), float(self.probabilities[byte])) for byte in order if self.probabilities[byte] > 0.0)


def opinions(model: AnyModel, point: Point) -> tuple[Opinion, ...]:
    """Return what is expected at `point` by the parts of `model`, and by all of it as the last one."""
    together = Opinion.at(TOGETHER, point)
    state = point.state
    if not (isinstance(model, Mixture) and isinstance(state, MixtureState)):
        return (together,)
    found = [
        Opinion(LETTERS, state.by_byte, state.weight),
        Opinion(WORDS, state.by_word, 1.0 - state.weight),
    ]
    counted = model.counted(state)
    if counted is not None:
        found.append(Opinion(YOURS, counted))
    return (*found, together)
