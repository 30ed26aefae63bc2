"""What a factored network expects of each unit, from what it expects of words, spaces and capitals.

    P(unit) = P(word) * sigmoid(space logit) * softmax(case logits)

Each logit is the sum of what the context says and what the word says by itself.

A unit's share is a product of a number that its word has in this context, a constant of its own, and one of six numbers
for its form, so that a distribution over 70,000 units costs two look-ups for each instead of exponentials.
"""

import numpy as np
import numpy.typing as npt

from lm.model.factored_units import NUM_CASES, Factors

Values = npt.NDArray[np.float32]

_LEAST = np.float32(1e-9)
"""Smaller probabilities are this one, so that their logarithms are finite."""


class UnitDistribution:
    """Puts the factors of one network together."""

    def __init__(self, factors: Factors, space_bias: Values, case_bias: Values) -> None:
        """`space_bias` [W] and `case_bias` [W, 3] are the words' shares in the logits."""
        cased = np.exp(case_bias - case_bias.max(axis=1, keepdims=True), dtype=np.float32)
        cased[~factors.is_cased] = (1.0, 0.0, 0.0)  # marks and digits have one case
        spaced = np.exp(np.clip(space_bias, -30.0, 30.0), dtype=np.float32)
        case_of, has_space = factors.form_of % NUM_CASES, factors.form_of >= NUM_CASES
        self._spaced, self._cased = spaced, cased
        self._word_of, self._form_of = factors.word_of, factors.form_of
        self._constant = cased[factors.word_of, case_of] * np.where(has_space, spaced[factors.word_of], np.float32(1.0))
        self._constant[0] = 0.0

    def log_probs(self, words: Values, forms: Values) -> Values:
        """Return the units' log-probabilities [M, V]; what no unit spells is the unknown's.

        Args:
            words: log-probabilities of the words, [M, W].
            forms: logits of a space and of the cases, the context's share, [M, 4].
        """
        result = np.empty((len(words), len(self._word_of)), dtype=np.float32)
        for out, word_log_probs, (space, *cases) in zip(result, words, forms, strict=True):
            by_space = np.exp(np.clip(space, -30.0, 30.0), dtype=np.float32)
            by_case = np.exp(np.asarray(cases, dtype=np.float32) - max(cases))
            share = np.exp(word_log_probs)  # [W], of the word and all its forms; each form takes its part below
            share /= (1.0 + by_space * self._spaced) * np.maximum(self._cased @ by_case, _LEAST)
            by_form = np.concatenate([by_case, by_space * by_case])  # [6]
            np.multiply(share[self._word_of], self._constant, out=out)
            out *= by_form[self._form_of]
            out[0] = 1.0 - out.sum()
            np.log(np.maximum(out, _LEAST, out=out), out=out)
        return result
