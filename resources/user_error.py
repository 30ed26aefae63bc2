"""The root of all errors that a person reads, and how a run ends that has one."""

from typing import ClassVar

FAILED, STOPPED, REFUSED = "failed", "stopped", "refused"
"""How a run ended that did not succeed: it could not go on, it was asked to stop, what it made was not good enough."""


class UserError(Exception):
    """Something the person can act on; `str()` is the sentence to show: what failed, which file, what to do.

    Each package draws its own tree below it: `lm.errors`, `gan_gallery.errors`, `editor.errors`.

    Attributes:
        ending: how a run ends that raises it, for the program that started it.
    """

    ending: ClassVar[str] = FAILED
