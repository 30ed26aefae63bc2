"""What every test may rely on: a machine that is slow, and one without what trains."""

import importlib.util
from collections.abc import Callable
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
        return super().waitSignal(signal, timeout=max(timeout, _PATIENCE_MS), **options)

    def waitSignals(self, signals: list[Any], *, timeout: int = _PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, _PATIENCE_MS), **options)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


def _why_no_training() -> str | None:
    """Say why nothing can be trained here; None where it can. MXNet takes a second to load."""
    if importlib.util.find_spec("mxnet") is None:
        return "MXNet is not installed"
    try:
        import resources.runs.mxnet_shim  # noqa: F401
    except (ImportError, OSError) as exc:
        return f"MXNet cannot be loaded: {exc}"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    marked = [item for item in items if item.get_closest_marker("mxnet")]
    reason = _why_no_training() if marked else None
    if reason is not None:
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=reason))
