"""Percentiles and what they are taken from."""

import math

from editor.page.latency import LatencyLog, percentiles


def test_percentiles_are_values_that_were_measured():
    figures = percentiles(range(1, 101))
    assert (figures.p50, figures.p90, figures.p99) == (50, 90, 99)


def test_percentiles_of_nothing_are_no_numbers():
    figures = percentiles([])
    assert figures.count == 0
    assert math.isnan(figures.p50)
    assert str(figures) == "none"


def test_a_paint_without_a_key_is_not_counted():
    log = LatencyLog()
    log.painted()
    assert not log.key_to_glyph_ms


def test_a_key_is_counted_once():
    log = LatencyLog()
    log.key_pressed()
    log.glyph_changed()
    log.painted()
    log.painted()
    assert len(log.key_to_glyph_ms) == 1


def test_a_late_timer_counts_as_latency():
    log = LatencyLog()
    log.key_due(log.key_at - 1)
    log.key_pressed()
    log.glyph_changed()
    log.painted()
    assert log.key_to_glyph_ms[0] >= 1000


def test_a_ghost_that_was_never_painted_is_not_counted():
    log = LatencyLog()
    log.ghost_changed(log.key_at)
    log.ghost_cleared()
    log.painted()
    assert not log.key_to_ghost_ms
