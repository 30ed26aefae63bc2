"""How a document's lines are indented, without Qt: with tabs or spaces, how many, and how that is seen in a text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# What one step of indentation may be; 0 stands for a tab.
STEPS = (0, 2, 4, 8)
TAB_WIDTHS = (2, 4, 8)


@dataclass(frozen=True, slots=True)
class Indentation:
    """One step of indentation.

    Attributes:
        spaces: of one step, one of `STEPS`; 0 stands for a tab.
        tab_width: a tab reaches to the next multiple of so many columns.
    """

    spaces: int = 0
    tab_width: int = 4

    def __post_init__(self) -> None:
        if self.spaces not in STEPS or self.tab_width not in TAB_WIDTHS:
            raise ValueError(f"no way to indent: {self.spaces} spaces, tabs of {self.tab_width}")

    @property
    def unit(self) -> str:
        """What one step is written with."""
        return " " * self.spaces if self.spaces else "\t"

    def typed_tab(self, before: str) -> str:
        """Return what Tab types after `before`, the line up to the caret: a tab, or spaces up to the next step."""
        if not self.spaces:
            return "\t"
        return " " * (self.spaces - self._columns(before) % self.spaces)

    def backspaced(self, before: str) -> int:
        """Return how many characters before the caret Backspace takes: a step where only indentation stands there."""
        if not self.spaces or not before.endswith(" ") or before.strip(" \t"):
            return 1
        columns = self._columns(before)
        step = (columns - 1) % self.spaces + 1
        return min(step, len(before) - len(before.rstrip(" ")))

    def outdented(self, indent: str) -> int:
        """Return how many characters one step less takes from a line's start, `indent` being its white space."""
        if indent.startswith("\t"):
            return 1
        leading = len(indent) - len(indent.lstrip(" "))
        return min(leading, self.spaces or self.tab_width)

    def _columns(self, text: str) -> int:
        columns = 0
        for char in text:
            columns += self.tab_width - columns % self.tab_width if char == "\t" else 1
        return columns


def detected_step(lines: Iterable[str]) -> int | None:
    """Return what lines of a text are indented with, one of `STEPS`; None where none of them is.

    Tabs, when more lines begin with one than with two spaces; else the number of spaces by which neighbouring lines
    most often differ. (A single space is the margin of a comment or a letter.)
    """
    tabs = spaces = before = 0
    steps: Counter[int] = Counter()
    for line in lines:
        text = line.lstrip(" ")
        if not text.strip():
            continue
        indent = len(line) - len(text)
        if text.startswith("\t"):
            tabs += 1
            continue
        if indent > 1:
            spaces += 1
        if abs(indent - before) in STEPS[1:]:
            steps[abs(indent - before)] += 1
        before = indent
    if tabs > spaces:
        return 0
    if not spaces or not steps:
        return None
    most = max(steps.values())
    # Deep jumps back are multiples of the step.
    return min(step for step, count in steps.items() if 2 * count >= most)
