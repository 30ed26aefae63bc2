"""The table of expectations names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (TESTS.parent / "editor" / "EXPECTATIONS.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:\w+/)?\w+)::(\w+)`", TABLE)


def path_of(module):
    folder, _, name = module.rpartition("/")
    return TESTS / f"test_{name}.py" if name == "house" else TESTS / (folder or "editor") / f"test_{name}.py"


def test_every_test_that_is_named_exists():
    lost = [
        f"{module}::{name}"
        for module, name in NAMED
        if not path_of(module).is_file() or f"def test_{name}(" not in path_of(module).read_text(encoding="utf-8")
    ]
    assert lost == []


def test_every_behaviour_of_the_text_side_has_a_row():
    numbers = {int(number) for number in re.findall(r"^\| (\d+) \|", TABLE, re.MULTILINE)}
    assert numbers == set(range(1, 20))
