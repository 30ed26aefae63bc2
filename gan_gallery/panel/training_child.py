"""What the panel needs of whoever runs `python -m gan_gallery` in a child process; the editor passes one in."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol


class Connectable(Protocol):
    """A signal, as far as the panel uses it."""

    def connect(self, slot: Callable[..., object], /) -> Any: ...


class Ending(Protocol):
    """A member of an enum; the names are DONE, CANCELLED, FAILED and CRASHED."""

    @property
    def name(self) -> str: ...


class Outcome(Protocol):
    """How a child ended, and a sentence that says so."""

    @property
    def ending(self) -> Ending: ...
    @property
    def sentence(self) -> str: ...


class Job(Protocol):
    """One child at a time, on the GUI thread.

    Attributes:
        reported: signal(dict): one JSON line of the child.
        finished: signal(Outcome): the child ended, in whatever way.
    """

    @property
    def reported(self) -> Connectable: ...
    @property
    def finished(self) -> Connectable: ...

    def run(self, arguments: Sequence[str], *, resume: bool = False) -> bool:
        """Start a child with these arguments, `--resume` added when it goes on; False if one runs."""

    def cancel(self) -> None:
        """Ask the child to keep what it has and end, within two seconds."""

    def close(self) -> None:
        """End the child now; for the end of the program."""


MakeJob = Callable[[], Job]
