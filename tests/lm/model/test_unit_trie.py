import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lm.model.unit_trie import NOWHERE, ROOT, UnitTrie, build_trie

UNITS = st.lists(st.binary(min_size=1, max_size=5), unique=True, min_size=1, max_size=30)


def _walk(trie: UnitTrie, prefix: bytes) -> int:
    node = ROOT
    for byte in prefix:
        node = trie.child(node, byte)
    return node


@given(UNITS)
def test_every_unit_ends_at_the_node_that_its_bytes_lead_to(units):
    trie = build_trie([b"", *units])
    for symbol, unit in enumerate(units, start=1):
        node = _walk(trie, unit)
        assert trie.symbol[node] == symbol
        assert trie.order[trie.low[node]] == symbol


@given(UNITS, st.binary(max_size=4))
def test_run_below_a_prefix_is_the_units_that_begin_with_it(units, prefix):
    trie = build_trie([b"", *units])
    expected = {symbol for symbol, unit in enumerate(units, start=1) if unit.startswith(prefix)}
    node = _walk(trie, prefix)
    found = set() if node == NOWHERE else set(trie.order[trie.low[node] : trie.high[node]].tolist())
    assert found == expected


@given(UNITS)
def test_units_stand_in_byte_order(units):
    trie = build_trie([b"", *units])
    assert [units[symbol - 1] for symbol in trie.order] == sorted(units)


@given(UNITS)
def test_children_of_a_node_split_its_run(units):
    trie = build_trie([b"", *units])
    for node in range(len(trie.low)):
        children = trie.child_node[trie.first_child[node] : trie.first_child[node + 1]]
        below = int((trie.high[children] - trie.low[children]).sum()) + int(trie.symbol[node] >= 0)
        assert below == trie.high[node] - trie.low[node]


def test_no_way_leads_on_from_nowhere():
    trie = build_trie([b"", b"a"])
    assert trie.child(NOWHERE, ord("a")) == NOWHERE
    assert trie.child(ROOT, ord("b")) == NOWHERE


def test_trie_of_no_units_has_a_root_alone():
    trie = build_trie([b""])
    assert trie.child(ROOT, ord("a")) == NOWHERE
    np.testing.assert_array_equal(trie.high, [0])
