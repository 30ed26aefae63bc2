"""The stack of open elements, as browsers keep it: what a start tag and an end tag do to it.

It is a chain from the innermost element outwards that is never changed, so that a place in a text keeps its stack for
the price of one reference. A start tag ends only what may go without an end tag (13.1.2.4 of the standard); what an
outer end tag has left open is over, where browsers would begin formatting again.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Optional

from lm.html.elements import (
    BUTTON_SCOPE,
    CELLS,
    CLOSES_PARAGRAPH,
    FOREIGN,
    FORMATTING,
    HEAD_CONTENT,
    HEADINGS,
    INTEGRATION,
    LIST_SCOPE,
    RAW_TEXT,
    ROW_GROUPS,
    SCOPE,
    SEALED,
    SELECT_SCOPE,
    SPECIAL,
    TABLE_HEADS,
    TABLE_PARTS,
    TABLE_SCOPE,
    VOID,
)


class Element(NamedTuple):
    """One open element.

    Attributes:
        outer: the element that it stands in.
        name: in lower case.
        written: its name as its start tag has it.
        is_foreign: what stands in it is SVG or MathML.
        is_raw: what stands in it is text up to its own end tag.
        is_sealed: no tag inside reaches past it.
        has_paragraph: a paragraph is open, this one or one further out, that a block would end.
    """

    outer: Optional["Element"]
    name: str
    written: str
    is_foreign: bool = False
    is_raw: bool = False
    is_sealed: bool = False
    has_paragraph: bool = False


_DEEPEST = 512
"""Levels that are searched, as many as browsers nest: a page of start tags alone costs no more than its length."""

Stack = Element | None
"""The innermost open element; None where nothing is open."""


def outwards(stack: Stack) -> Iterator[Element]:
    """Yield the open elements, innermost first."""
    while stack is not None:
        yield stack
        stack = stack.outer


def after_start(stack: Stack, written: str, *, has_slash: bool, is_xml: bool = False) -> Stack:
    """Return the stack after a start tag; `has_slash` where it ends in `/>`."""
    name = written.lower()
    if is_xml:
        return stack if has_slash or name in VOID else _opened(stack, name, written)
    if stack is not None and stack.is_foreign:
        if has_slash or name in VOID:
            return stack
        return _opened(stack, name, written, is_foreign=name not in INTEGRATION)
    if stack is not None and stack.name == "head" and name not in HEAD_CONTENT:
        stack = stack.outer
    rule = _BEFORE_START.get(name)
    if rule is not None:
        stack = rule(stack)
    if name in CLOSES_PARAGRAPH and stack is not None and stack.has_paragraph:
        stack = _without(stack, {"p"}, BUTTON_SCOPE)
    if name in VOID or (name in _ONCE and any(each.name == name for each in outwards(stack))):
        return stack
    if name in FOREIGN:
        return stack if has_slash else _opened(stack, name, written, is_foreign=True)
    return _opened(stack, name, written, is_raw=name in RAW_TEXT)


def after_end(stack: Stack, written: str, *, is_xml: bool = False) -> Stack:
    """Return the stack after an end tag; one that fits nothing is passed over."""
    if stack is None:
        return None
    name = written.lower()
    if stack.name == name:
        return stack.outer
    if is_xml:
        return _without(stack, {name}, frozenset())
    each: Stack = stack
    while each is not None and each.is_foreign:
        if each.name == name:
            return each.outer
        each = each.outer
    if name in FORMATTING:
        return _without_formatting(stack, name)
    names = HEADINGS if name in HEADINGS else {name}
    barriers = _END_BARRIERS.get(name)
    if barriers is None:
        barriers = SCOPE if name in SPECIAL or name == "dialog" else SPECIAL
    return _without(stack, names, barriers)


def _opened(stack: Stack, name: str, written: str, *, is_foreign: bool = False, is_raw: bool = False) -> Element:
    is_sealed = name in SEALED
    has_paragraph = name == "p"
    if stack is not None:
        is_sealed |= stack.is_foreign and not is_foreign
        has_paragraph |= stack.has_paragraph and not is_sealed and name not in BUTTON_SCOPE
    return Element(stack, name, written, is_foreign, is_raw, is_sealed, has_paragraph)


def _nearest(stack: Stack, names: frozenset[str] | set[str], barriers: frozenset[str]) -> Stack:
    """Return the innermost element of these names, None where there is none or a barrier stands before it."""
    for _ in range(_DEEPEST):
        if stack is None or stack.name in names:
            return stack
        if stack.name in barriers or stack.is_sealed:
            return None
        stack = stack.outer
    return None


def _without(stack: Stack, names: frozenset[str] | set[str], barriers: frozenset[str]) -> Stack:
    """End the innermost element of these names with all that stands in it."""
    found = _nearest(stack, names, barriers)
    return found.outer if found is not None else stack


def _without_formatting(stack: Stack, name: str) -> Stack:
    """End a formatting element; the blocks that were opened in it stay open."""
    found = _nearest(stack, {name}, SCOPE)
    if found is None:
        return stack
    inner = []
    for each in outwards(stack):
        if each is found:
            break
        inner.append(each)
    blocks = [index for index, each in enumerate(inner) if each.name in SPECIAL]
    stack = found.outer
    if blocks:
        for each in reversed(inner):
            stack = each._replace(outer=stack)
    return stack


def _before_item(stack: Stack) -> Stack:
    return _without(stack, {"li"}, _ITEM_BARRIERS)


def _before_description(stack: Stack) -> Stack:
    return _without(stack, {"dd", "dt"}, _ITEM_BARRIERS)


def _before_option(stack: Stack) -> Stack:
    return _without(stack, {"option"}, SELECT_SCOPE | {"optgroup"})


def _before_option_group(stack: Stack) -> Stack:
    return _without(_before_option(stack), {"optgroup"}, SELECT_SCOPE)


def _before_row_group(stack: Stack) -> Stack:
    return _without(_before_row(stack), ROW_GROUPS, _TABLE_BARRIERS)


def _before_row(stack: Stack) -> Stack:
    return _without(stack, TABLE_HEADS | {"tr"}, _TABLE_BARRIERS)


def _before_cell(stack: Stack) -> Stack:
    return _without(stack, CELLS, _TABLE_BARRIERS | {"tr"})


def _before_ruby_text(stack: Stack) -> Stack:
    return _without(stack, {"rb", "rp", "rt"}, SPECIAL | {"ruby"})


_ITEM_BARRIERS = SPECIAL - {"address", "div", "p"}
_TABLE_BARRIERS = frozenset(("table", "template"))
_ONCE = frozenset(("body", "head", "html"))
_BEFORE_START: dict[str, Callable[[Stack], Stack]] = {
    **dict.fromkeys(CELLS, _before_cell),
    **dict.fromkeys((*ROW_GROUPS, *TABLE_HEADS), _before_row_group),
    **dict.fromkeys(("rb", "rp", "rt", "rtc"), _before_ruby_text),
    "li": _before_item,
    "dd": _before_description,
    "dt": _before_description,
    "option": _before_option,
    "optgroup": _before_option_group,
    "tr": _before_row,
}
_END_BARRIERS: dict[str, frozenset[str]] = dict.fromkeys(TABLE_PARTS, TABLE_SCOPE) | {
    "p": BUTTON_SCOPE,
    "li": LIST_SCOPE,
    "option": SELECT_SCOPE,
    "optgroup": SELECT_SCOPE,
    "body": frozenset(),
    "head": frozenset(),
    "html": frozenset(),
    "template": frozenset(),
}
