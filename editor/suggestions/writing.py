"""What the window and the inference worker say to each other about continued writing: frozen, without Qt."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WritingRequest:
    """The wish to write on from a text.

    Attributes:
        id: the greatest of the program is the newest; an older one is given up.
        context: the text before the caret, its last part.
        length: characters after which the writing ends with its sentence.
        temperature: 0 takes what is most probable, 1 samples from the model as it is.
        seed: the same seed, model and context write the same text.
        model: the folder of the model that is to write; None is the default.
    """

    id: int
    context: str
    length: int
    temperature: float
    seed: int
    model: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """More text for a request; with `is_over` its last. `failure` says in a sentence why it ended early."""

    request_id: int
    text: str
    is_over: bool = False
    failure: str = ""
