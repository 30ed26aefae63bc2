"""MXNet for tests: where it cannot be loaded, a module that takes it from here is skipped, with the reason."""

import pytest

try:
    from resources.runs.mxnet_shim import autograd, gluon, mx, nn
except (ImportError, OSError) as exc:
    pytest.skip(f"MXNet cannot be loaded: {exc}", allow_module_level=True)

__all__ = ["autograd", "gluon", "mx", "nn"]
