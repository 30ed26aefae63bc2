"""Leaves out what looks like a secret: keys, tokens, passwords that are called so, numbers of cards and accounts.

What is learned is offered again, perhaps while someone is watching. Losing a name with digits in it by mistake does
less harm.
"""

import re
from typing import NewType

from lm.text.secret_names import named_secrets

SafeText = NewType("SafeText", str)
"""A text out of which what looks like a secret was left. What is kept, taught or counted is of this kind."""

BREAK = "\x1e"
"""Stands where something was left out: the words on its two sides were never neighbours."""

_KEY_BEGINS, _KEY_ENDS = "-----BEGIN ", "-----END "
_IN_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://(?P<value>[^\s/@:]*:[^\s@]+)@")
_BEARER = re.compile(r"(?i)\b(?:bearer|authorization:[ \t]*\w+)[ \t]+(?P<value>[A-Za-z0-9._~+/=-]{6,})")
_PREFIXED = re.compile(
    r"\b(?:(?:sk|pk|rk)[-_]|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|AIza|hf_|npm_|pypi-|SG\.|ya29\.|eyJ)"
    r"(?=[\w.-]*[0-9A-Z])[\w.-]{6,}"
)
_IBAN = re.compile(
    r"\b[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){1,7}(?:[ -]?[A-Z0-9]{1,3})?\b|\b[a-z]{2}[0-9]{2}(?:[ -]?[0-9]{4}){2,7}"
)
_SOCIAL = re.compile(r"(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])")
_TOKEN = re.compile(r"[A-Za-z0-9+_=~$!@#%^&*-]{12,}")
_RUN = re.compile(r"[0-9]+|[A-Z]?[a-z]+|[A-Z]+")
_CARD = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])")
_HEX = re.compile(r"[0-9a-fA-F]+")
_SHORTEST_TOKEN = 12
_SHORTEST_CODE = 16
"""For tokens of capitals and digits only, or of hexadecimal digits."""
_LONGEST_WORD = 40
"""Nothing that people write in one word is longer; `Donaudampfschifffahrtsgesellschaft` has 34 letters."""
_LONGEST_MIXED_WORD = 24
_CHANGES = 3
"""A name such as `section2` changes between letters and digits once or twice, a random token again and again."""
_LONGEST_RANDOM_RUN = 4.5
"""Letters in a run, on average, up to which a token with many changes looks random."""
BEFORE_CHARS = 160
"""Read again of what came before: the name of a secret, and a secret of several groups."""
_CHUNK_CHARS = 8192
"""Takes a regular expression 1 ms, during which every other thread of the process waits."""


def without_secrets(text: str, before: str = "") -> SafeText:
    """Return `text` with `BREAK` in place of what looks like a secret; `before` is what stands before it."""
    return SafeText("".join(_scrubbed(piece, before) for piece, before in _pieces(_without_key_blocks(text), before)))


def looks_secret(token: str) -> bool:
    """Say whether a run of characters without a space looks like a key, a token or a generated password."""
    core = re.sub(r"[^A-Za-z0-9]", "", token)
    if len(core) < _SHORTEST_TOKEN:
        return False
    is_one_word = len(core) >= len(token) - 2
    is_mixed = not core.isalpha() and not core.isdigit()
    if is_one_word and len(core) > (_LONGEST_MIXED_WORD if is_mixed else _LONGEST_WORD) and not core.isdigit():
        return True
    if is_one_word and is_mixed and len(core) >= _SHORTEST_CODE and (core.isupper() or _HEX.fullmatch(core)):
        return True
    runs = _RUN.findall(core)
    return is_mixed and len(runs) > _CHANGES and len(core) / len(runs) < _LONGEST_RANDOM_RUN


def _scrubbed(text: str, before: str) -> str:
    tail = before[-BEFORE_CHARS:]
    joined = tail + text
    spans = list(named_secrets(joined))
    spans += [match.span("value") for form in (_IN_ADDRESS, _BEARER) for match in form.finditer(joined)]
    spans += [match.span() for form in (_PREFIXED, _IBAN, _SOCIAL) for match in form.finditer(joined)]
    spans += [match.span() for match in _TOKEN.finditer(joined) if looks_secret(match.group())]
    spans += [match.span() for match in _CARD.finditer(joined) if _is_card(match.group())]
    if not spans:
        return text
    kept, position = [], len(tail)
    for start, end in sorted(spans):
        if end > position:
            kept += [joined[position : max(start, position)], BREAK]
            position = end
    return "".join([*kept, joined[position:]])


def _without_key_blocks(text: str) -> str:
    """Leave out keys between their first and last lines; one without a last line reaches to the end of the text."""
    if _KEY_BEGINS not in text:
        return text
    kept, position = [], 0
    while (start := text.find(_KEY_BEGINS, position)) >= 0:
        kept += [text[position:start], BREAK]
        end = text.find(_KEY_ENDS, start)
        line_end = text.find("\n", end) if end >= 0 else -1
        position = line_end if line_end >= 0 else len(text)
    return "".join([*kept, text[position:]])


def _pieces(text: str, before: str) -> list[tuple[str, str]]:
    """Cut a text at ends of lines, or else at spaces, into (piece, what stands before it)."""
    found = []
    start = 0
    while start < len(text):
        end = start + _CHUNK_CHARS
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
            end = cut + 1 if cut > start else end
        found.append((text[start:end], text[max(0, start - BEFORE_CHARS) : start] if start else before))
        start = end
    return found


def _is_card(number: str) -> bool:
    """Say whether the digits have the checksum of a payment card (Luhn)."""
    digits = [int(char) for char in number if char.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
