"""Which tests need what not every machine has."""

import importlib.util

import pytest


def _why_no_training() -> str | None:
    """Say why nothing can be trained here; None where it can. Looked at once: MXNet takes a second to load."""
    if importlib.util.find_spec("mxnet") is None:
        return "MXNet is not installed"
    try:
        import resources.runs.mxnet_shim  # noqa: F401
    except (ImportError, OSError) as exc:
        return f"MXNet cannot be loaded: {exc}"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    marked = [item for item in items if item.get_closest_marker("training")]
    reason = _why_no_training() if marked else None
    if reason is not None:
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=reason))
