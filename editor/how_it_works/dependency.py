"""The tutorial's long-term dependency, measured: how often a network names the right end tag, by distance."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.translation import tr
from editor.widgets.line_plot import Axis, Line, LinePlot

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
_SIZE_PX = (340, 190)
_LEAST_WIDTH_PX = 200


@dataclass(frozen=True, slots=True)
class Curve:
    """One network's accuracy.

    Attributes:
        title: its name for people.
        shares: right answers, 0 to 1, for each distance.
        asked: how many end tags that is of.
    """

    title: str
    shares: tuple[float, ...]
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dependency:
    """Distances in characters, in words, and a curve for each network."""

    distances: tuple[str, ...]
    curves: tuple[Curve, ...]


def read_dependency(path: Path) -> Dependency | None:
    """Return what was measured when the networks were trained; None, with a line in the log, where it is not there."""
    try:
        return _dependency(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as exc:
        _log.warning("%s holds no curve (%s)", path, exc)
        return None


def _dependency(values: Mapping[str, Any]) -> Dependency:
    if values["format_version"] != _FORMAT_VERSION:
        raise ValueError("another format")
    distances = tuple(str(each) for each in values["distances"])
    curves = tuple(
        Curve(str(each["title"]), tuple(map(float, each["right"])), tuple(map(int, each["asked"])))
        for each in values["networks"]
    )
    if not all(len(curve.shares) == len(curve.asked) == len(distances) > 1 for curve in curves):
        raise ValueError("not one value for each distance")
    return Dependency(distances, curves)


def dependency_plot(dependency: Dependency | None) -> LinePlot:
    """Return a picture of what was measured."""
    plot = LinePlot(tr("Right end tags by distance"), _SIZE_PX, _LEAST_WIDTH_PX)
    up = Axis(labels=[(share, f"{100 * share:.0f} %") for share in (0.0, 0.5, 1.0)])
    if dependency is None:
        plot.show_lines((), Axis(), up, tr("not measured"), tr("not measured"))
        return plot
    lines = [
        Line(curve.title, [(number + 0.5, share) for number, share in enumerate(curve.shares)], has_dots=True)
        for curve in dependency.curves
    ]
    places = [(number + 0.5, distance) for number, distance in enumerate(dependency.distances)]
    across = Axis(0, len(places), places, tr("characters since the tag was opened"))
    plot.show_lines(lines, across, up, _described(dependency))
    return plot


def _described(dependency: Dependency) -> str:
    return "; ".join(
        f"{curve.title}: "
        + ", ".join(
            tr("{share:.0f} % at {distance}").format(share=100 * share, distance=distance)
            for distance, share in zip(dependency.distances, curve.shares, strict=True)
        )
        for curve in dependency.curves
    )
