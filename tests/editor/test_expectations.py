"""The table of expectations names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (TESTS.parent / "editor" / "EXPECTATIONS.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:\w+/)?\w+)::(\w+)`", TABLE)


def text_of(module):
    """Return the source of a module of tests, wherever it stands."""
    folder, _, name = module.rpartition("/")
    where = TESTS if name == "house" else TESTS / (folder or "editor")
    return "".join(path.read_text(encoding="utf-8") for path in where.rglob(f"test_{name}.py"))


def test_every_test_that_is_named_exists():
    lost = [f"{module}::{name}" for module, name in NAMED if f"def test_{name}(" not in text_of(module)]
    assert lost == []


def test_every_behaviour_of_the_text_side_has_a_row():
    numbers = {int(number) for number in re.findall(r"^\| (\d+) \|", TABLE, re.MULTILINE)}
    assert numbers == set(range(1, 20))
