"""The exceptions of `lm`: each carries one sentence for the user (what failed, which file, what to do).

LmError
├── CorpusError      a text that cannot be read or learned from
├── ModelError       a model folder that is missing, broken or of another kind
├── TrainingError    a training run that cannot start or go on
│   ├── TrainingStopped  a training run that was asked to stop
│   └── TrainingRefused  a training run whose model is no better than the one before
└── SampleError      numbers that no bell curve can be fitted to
"""

from resources.user_error import REFUSED, STOPPED, UserError


class LmError(UserError):
    """Something the user can act on; `str()` is the sentence to show."""


class CorpusError(LmError):
    """A text cannot be read or learned from."""


class ModelError(LmError):
    """A model folder is missing, broken or of another kind."""


class TrainingError(LmError):
    """A training run cannot start or go on."""


class TrainingStopped(TrainingError):  # noqa: N818  # it says what happened, nothing is wrong
    """A training run was asked to stop and did."""

    ending = STOPPED


class TrainingRefused(TrainingError):  # noqa: N818  # as above
    """A training run made nothing that is better than what was there."""

    ending = REFUSED


class SampleError(LmError):
    """Numbers that no bell curve can be fitted to."""
