"""What stands on the tabs: names, and of those that are the same also the folders that tell them apart."""

from collections.abc import Sequence
from pathlib import Path


def tab_names(documents: Sequence[tuple[str, Path | None]]) -> list[str]:
    """Return a label for each document, given as name and path, None for one without a file."""
    labels = [name for name, _ in documents]
    depths = [0] * len(documents)
    while True:
        same: dict[str, list[int]] = {}
        for index, label in enumerate(labels):
            same.setdefault(label, []).append(index)
        deeper = [
            index for group in same.values() if len(group) > 1 for index in group if _has(documents, depths, index)
        ]
        if not deeper:
            return labels
        for index in deeper:
            depths[index] += 1
            name, path = documents[index]
            assert path is not None
            labels[index] = f"{name} — {'/'.join(_folders(path)[-depths[index] :])}"


def _folders(path: Path) -> tuple[str, ...]:
    return path.parent.parts


def _has(documents: Sequence[tuple[str, Path | None]], depths: Sequence[int], index: int) -> bool:
    """Tell whether there is one more folder to name."""
    path = documents[index][1]
    return path is not None and depths[index] < len(_folders(path))
