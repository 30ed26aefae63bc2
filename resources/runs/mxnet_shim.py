"""MXNet 1.9.1, the one place that imports it: it was written for NumPy 1 and Python 3.11, and runs under newer ones.

While it is imported it finds the names that NumPy 2 renamed or dropped, and the module that Python 3.12 dropped. They
are gone again afterwards: MXNet keeps what it took, and nobody else sees them. What it computes does not depend on
them. `from resources.runs.mxnet_shim import gluon, mx` takes the place of `import mxnet as mx`.
"""

import importlib.util
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any

import numpy as np

_RENAMED: dict[str, str] = {
    "alltrue": "all",
    "sometrue": "any",
    "product": "prod",
    "cumproduct": "cumprod",
    "in1d": "isin",
    "round_": "round",
    "row_stack": "vstack",
    "trapz": "trapezoid",
}
_CONSTANTS: dict[str, Any] = {
    "bool": bool,
    "int": int,
    "PZERO": 0.0,
    "NZERO": -0.0,
    "NINF": -np.inf,
    "PINF": np.inf,
    "NAN": np.nan,
    "NaN": np.nan,
    "Inf": np.inf,
}
_DROPPED = ("msort", "fv", "ipmt", "irr", "mirr", "nper", "npv", "pmt", "ppmt", "pv", "rate")
"""Functions that MXNet takes for `mxnet.numpy`, which is not used here."""


def _dropped(*_arguments: object, **_options: object) -> None:
    raise NotImplementedError("NumPy has dropped this function")


@contextmanager
def _numpy_1_names() -> Iterator[None]:
    """Let NumPy have the names that MXNet takes from it, as far as it lacks them."""
    names = _CONSTANTS | {old: getattr(np, new, _dropped) for old, new in _RENAMED.items()}
    names |= dict.fromkeys(_DROPPED, _dropped)
    added = [name for name in names if name not in vars(np)]
    for name in added:
        setattr(np, name, names[name])
    try:
        yield
    finally:
        for name in added:
            delattr(np, name)


class _Version(tuple[int, ...]):
    """The numbers of a version, in order."""

    def __new__(cls, text: str) -> "_Version":
        return super().__new__(cls, (int(part) for part in text.split(".") if part.isdigit()))


@contextmanager
def _distutils() -> Iterator[None]:
    """Let there be `distutils.version`, where this Python has none: MXNet asks it whether NumPy is newer than 1.17."""
    if importlib.util.find_spec("distutils") is not None:
        yield
        return
    package, version = ModuleType("distutils"), ModuleType("distutils.version")
    vars(version).update(LooseVersion=_Version, StrictVersion=_Version)
    vars(package).update(version=version, __path__=[])
    added = {"distutils": package, "distutils.version": version}
    sys.modules.update(added)
    try:
        yield
    finally:
        for name in added:
            del sys.modules[name]


with ExitStack() as _guests:
    _guests.enter_context(_numpy_1_names())
    _guests.enter_context(_distutils())
    # NumPy's and Python's words about code that is not ours.
    _guests.enter_context(warnings.catch_warnings())
    warnings.simplefilter("ignore")
    import mxnet as mx
    from mxnet import autograd, gluon
    from mxnet.gluon import nn

__all__ = ["autograd", "gluon", "mx", "nn"]
