"""The figures survive the program, and whatever happens to their file."""

import json
from collections import Counter
from datetime import date

import pytest

from editor.suggestions.worth import Tally
from editor.suggestions.worth_file import WorthFile, WorthKeeper

DAY = date(2026, 11, 22)
TALLY = Tally(10, 8, 2, 5, 2, 1, 1, Counter({40: 3, 60: 1}))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "worth.json"


def test_what_is_added_is_read_again(path):
    file = WorthFile(path, lambda: DAY)
    file.add(TALLY, DAY)
    file.add(TALLY, DAY)
    totals = WorthFile(path, lambda: DAY).read()
    assert totals.today.typed == 20
    assert totals.overall.latencies == Counter({40: 6, 60: 2})
    assert (totals.since, totals.day) == (DAY, DAY)


def test_two_processes_add_to_the_same_file(path):
    one, other = WorthFile(path, lambda: DAY), WorthFile(path, lambda: DAY)
    one.add(TALLY, DAY)
    assert other.add(TALLY, DAY).overall.shown == 10


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"format_version": 1', '"format_version": 99'),
        lambda text: text.replace('"typed": 10', '"typed": "many"'),
        lambda text: text.replace('"typed": 10', '"typed": true'),
        lambda text: text.replace('"40"', '"4000"'),
        lambda text: text.replace('"shown": 5,', ""),
        lambda text: text.replace(DAY.isoformat(), "yesterday"),
        lambda text: "[]",
    ],
    ids=["empty", "torn", "format", "text", "boolean", "bucket", "missing", "date", "list"],
)
def test_a_broken_file_counts_as_empty_with_one_line(path, damage, caplog):
    file = WorthFile(path, lambda: DAY)
    file.add(TALLY, DAY)
    path.write_text(damage(path.read_text()))
    assert file.read().overall == Tally()
    assert len(caplog.records) == 1
    assert str(path) in caplog.text


def test_the_file_holds_counts_alone(path):
    WorthFile(path, lambda: DAY).add(TALLY, DAY)
    values = json.loads(path.read_text())
    assert set(values) == {"format_version", "since", "day", "today", "overall"}
    assert all(isinstance(value, int | dict) for value in values["overall"].values())


def test_a_keeper_stores_at_the_end_and_finds_it_again(qapp, path):
    keeper = WorthKeeper(path)
    keeper.worth.typed(3)
    keeper.stop()
    again = WorthKeeper(path)
    assert again.totals.overall.typed == 3
    again.reset()
    again.stop()
    assert WorthFile(path).read().overall == Tally()


def test_nothing_counted_writes_nothing(qapp, path):
    keeper = WorthKeeper(path)
    keeper.stop()
    assert not path.exists()


def test_a_folder_that_cannot_be_written_keeps_the_counts_in_memory(qapp, tmp_path, caplog):
    (tmp_path / "data").write_text("no folder")
    keeper = WorthKeeper(tmp_path / "data" / "worth.json")
    keeper.worth.typed(3)
    keeper.stop()
    assert keeper.totals.overall.typed == 3
    assert "cannot be stored" in caplog.text


def test_what_is_counted_and_not_stored_is_shown_too(qapp, path):
    keeper = WorthKeeper(path)
    keeper.worth.typed(3)
    assert keeper.current().today.typed == 3
    assert keeper.current().today.typed == 3
    assert not path.exists()
    keeper.stop()
    assert keeper.current().today.typed == 3
