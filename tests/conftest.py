"""What every test may rely on: a machine that is slow, and one without what trains."""

import importlib.util
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

_PATIENCE_MS = 60_000
"""How long something may take that should happen at once: a busy machine is no failure."""


class PatientBot(QtBot):
    """Waits long for what comes in the end."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, _PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        # What need not come is waited for as long as the test says: `assertNotEmitted` asks so.
        least = 0 if options.get("raising") is False else _PATIENCE_MS
        return super().waitSignal(signal, timeout=max(timeout, least), **options)

    def waitSignals(self, signals: list[Any], *, timeout: int = _PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, _PATIENCE_MS), **options)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


class _NoMxnet(ModuleType):
    """Stands where MXNet is taken from, and skips whoever takes it: a test, or a whole module of tests."""

    def __init__(self, reason: str) -> None:
        super().__init__("resources.runs.mxnet_shim")
        self._reason = reason

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
        pytest.skip(self._reason, allow_module_level=True)


def _why_no_training() -> str | None:
    """Say why nothing can be trained here; None where it can."""
    if importlib.util.find_spec("mxnet") is None:
        return "MXNet is not installed"
    if sys.version_info >= (3, 14):  # it was seen to run up to 3.13, and takes a second to load
        try:
            import resources.runs.mxnet_shim  # noqa: F401
        except Exception as exc:  # noqa: BLE001 -- whatever its import meets there
            return f"MXNet cannot be loaded: {exc}"
    return None


_NO_TRAINING = _why_no_training()
if _NO_TRAINING is not None:
    sys.modules["resources.runs.mxnet_shim"] = _NoMxnet(_NO_TRAINING)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if _NO_TRAINING is not None:
        for item in items:
            if item.get_closest_marker("mxnet"):
                item.add_marker(pytest.mark.skip(reason=_NO_TRAINING))
