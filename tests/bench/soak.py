"""A soak: a hundred thousand characters typed into the real window with everything on, and the memory on the way.

It takes most of an hour, so it runs only when it is named. What is typed is learned, so the counts of the user's own
word sequences grow with the text; nothing else may.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.program import child, child_environment, running

_CHARACTERS = int(os.environ.get("FORETYPE_SOAK_CHARACTERS", "100000"))
_POINTS = 10
_PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


def run() -> Iterator[str]:
    yield f"{'characters':>12}{'MB':>8}{'key to ghost p50':>18}{'p99':>8}"
    soaking = subprocess.Popen(
        child("tests.bench.soak"),
        stdout=subprocess.PIPE,
        text=True,
        env=child_environment(),
    )
    assert soaking.stdout is not None
    points: list[dict[str, float]] = []
    for line in soaking.stdout:
        point = json.loads(line)
        points.append(point)
        yield f"{point['characters']:12,.0f}{point['mb']:8.1f}{point['p50']:18.1f}{point['p99']:8.1f}"
    assert soaking.wait() == 0, "the window ended before the text"
    assert points[-1]["is_exact"], "the page does not hold what was typed"
    half = len(points) // 2
    first, last = points[half], points[-1]
    grown_kb = 1024 * (last["mb"] - first["mb"])
    yield f"second half: {grown_kb / (last['characters'] - first['characters']) * 1000:.1f} kB per 1,000 characters"


def _text(characters: int) -> str:
    """Return English without its repetition: the sentences of the general sample, in ever new orders."""
    from resources import GENERAL_SAMPLE

    # Without double spaces: a line that began with one would indent those after it.
    sentences = " ".join(GENERAL_SAMPLE.read_text(encoding="utf-8").split()).split(". ")
    order = random.Random(1)
    text = ""
    while len(text) < characters:
        order.shuffle(sentences)
        text += ". ".join(sentences[:7]) + ".\n"
    return text[:characters]


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_KB / 1024


def _soak() -> None:
    from editor.program.typing_driver import type_text

    with running() as (_, window):
        text = _text(_CHARACTERS)
        piece = len(text) // _POINTS
        for start in range(0, piece * _POINTS, piece):
            for log in (
                window.tab.latency.key_to_ghost_ms,
                window.tab.latency.key_to_reply_ms,
                window.tab.latency.key_to_glyph_ms,
            ):
                log.clear()  # each piece has its own figures
            figures = type_text(window, text[start : start + piece], keys_per_second=None)
            typed = start + piece
            point = {
                "characters": typed,
                "mb": _resident_mb(),
                "p50": figures.ghost.p50,
                "p99": figures.ghost.p99,
                "is_exact": window.tab.text_edit.text() == text[:typed],
            }
            sys.stdout.write(json.dumps(point) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    _soak()
