"""How people name the secrets that they write down, in English, German, French, Spanish and Italian.

`Kennwort: …`, `my password is …`, `mot de passe du wifi : …`, a value on the next line, `… is the password`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PASSWORD = (
    r"pass[ -]?(?:words?|wd|codes?)|pwd|pw|pass(?=\s*[:=])|geheimzahl|zugangsdaten",
    r"(?:kenn|losungs|pass)w(?:ort|örter)\w*",
    r"(?:access|security|door|entry|unlock|backup|recovery|reset|log-?in)[ -]codes?|credentials|anmeldedaten",
    r"(?:zugangs|sicherheits|tür|entsperr|freischalt)-?codes?|mots? de passe|mdp|identifiants|credenciales",
    r"code (?:secret|confidentiel|d['’]acc[eè]s|de s[eé]curit[eé]|wi-?fi|de la porte)|contrase(?:ñ|n\u0303|n)as?",
    r"clave(?: (?:de acceso|secreta|del? \w+))?|c[oó]digo (?:secreto|de (?:seguridad|acceso|verificaci[oó]n))",
    r"codice (?:segreto|di accesso)|parola d['’]ordine",
)
_PHRASE = (r"pass[ -]?phrase|(?:seed|recovery|secret|backup)[ -]phrase|phrase secr[eè]te|frase secreta|merksatz",)
_KEY = (
    r"secret|token|(?:api|access|private|secret|encryption|license|product|wi-?fi|wlan|network)[ _-]?key|jeton",
    r"(?:wlan|wifi|netzwerk|api|lizenz|sicherheits)?-?schl(?:ü|u\u0308)ssel|client[ _-]secret",
    r"chiave (?:segreta|wi-?fi)",
    r"cl[eé] (?:api|secr[eè]te|wi-?fi|d['’]acc[eè]s|r[eé]seau)",
)
_NUMBER = (
    r"pins?(?:[ -]?(?:codes?|number|nummer))?|puk|tans?|cvv2?|cvc2?|cvn|csc|pr(?:ü|u\u0308)f(?:ziffer|nummer)|iban",
    r"(?:\w*card|kreditkarten?|karten)[ -]?(?:no|nr|number|nummer)\b\.?|num[eé]ro de (?:la )?(?:carte|tarjeta)",
    r"cryptogramme|(?:\w+[ -])?codes?|kontonummer|account number",
    r"(?:social security|sozialversicherungs)[ -]?num(?:b|m)er",
)
_KINDS = {"phrase": _PHRASE, "password": _PASSWORD, "key": _KEY, "number": _NUMBER}
_NAME = re.compile(
    r"(?:(?<![^\W_])|(?<=_))(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _KINDS.items())
    + r")(?![^\W_])",
    re.IGNORECASE,
)
_IS = r"(?:(?<!\w)(?:is|was|are|ist|lautet|war|hei(?:ß|ss)t|est|était|es|era|son|è)|['’]s)(?!\w)[ \t]*:?[ \t]*"
_SIGN = r"[\"'\])]*\s*(?:[:=]|-+>|→|:=|[ \t][-–—][ \t])\s*"
_ABOUT = r"[^.\n:;=!?]{0,40}?"
_DIGITS = r"(?=\w*\d(?:[ -]?\d){2})\w+(?:[ -]?\d+)*|(?=\w*\d\w*\d)\w{4,}"
_QUOTE = "[\"'«“„‘`<(]*"


@dataclass(frozen=True, slots=True)
class _Form:
    """What may come after a name of these kinds; the group `value` is the secret."""

    kinds: frozenset[str]
    pattern: re.Pattern[str]


def _form(kinds: str, pattern: str) -> _Form:
    return _Form(frozenset(kinds.split()), re.compile(pattern, re.IGNORECASE))


_MORE = re.compile(r"(?:[ \t]+(?:(?=\S*(?:\d|[^\w\s.,;:!?'’\")-]))|[/|][ \t])\S+)*")
"""What goes on with a value: further words of it that no sentence has."""
_FORMS = (
    _form("password phrase", rf"{_ABOUT}{_SIGN}{_QUOTE}(?P<value>\S{{3,}}{_MORE.pattern})"),
    _form("key", rf"{_SIGN}{_QUOTE}(?P<value>\S{{4,}}{_MORE.pattern})"),
    _form("password key", rf"[ \t]+{_QUOTE}(?P<value>(?=\S*\d)\S{{4,}}{_MORE.pattern})"),
    _form("number", rf"(?:{_ABOUT}(?:{_SIGN}|{_IS})|[ \t]+){_QUOTE}(?P<value>{_DIGITS})"),
    _form("password key phrase", r"[ \t]*\r?\n\s*(?P<value>(?=\S*[\d\W_])\S{4,})[ \t]*(?=\r?\n|\Z)"),
    _form("phrase", rf"{_ABOUT}(?:{_SIGN}|{_IS})(?P<value>[^\n]{{3,}})"),
)
_AFTER_IS = re.compile(rf"{_ABOUT}{_IS}{_QUOTE}(?P<value>\S{{3,}})", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<!\S)(?P<value>(?=\S*[\d\W_])\S{4,}) (?:is|was|ist|war|est|es|è) (?:\w+ ){1,3}\Z", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(r"[\"'”»`]?[ \t]*(?:[.,;!?)\n]|\Z)")
_NO_VALUE = re.compile(
    "the|an?|not|no|to|in|on|of|for|at|by|too|so|now|only|also|very|required|needed|wrong|right|correct|case|set|sent|falsch"
    "|richtig|nicht|zu|sehr|nötig|erforderlich|das|der|die|eine?|incorrect|faux|bonne|pas|trop|requis|necesaria|incorrecta"
    "|una?|la|el|muy"
)


def named_secrets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where values stand that are called secrets."""
    for name in _NAME.finditer(text):
        kind = name.lastgroup
        assert kind is not None  # one of the kinds has matched
        for form in _FORMS:
            found = form.pattern.match(text, name.end()) if kind in form.kinds else None
            if found is not None:
                yield found.span("value")
        if kind in ("password", "phrase"):
            said = _AFTER_IS.match(text, name.end())
            if said is not None and _is_value(text, *said.span("value")):
                yield said.span("value")
            said = _BEFORE.search(text, max(0, name.start() - 100), name.start())
            if said is not None:
                yield said.span("value")


def _is_value(text: str, start: int, end: int) -> bool:
    """Say whether what follows `is` may be a password, as nothing is in `is wrong` and `is required to log in`."""
    value = text[start:end].rstrip(".,;!?)\"'”»`")
    if not (value.isalpha() and value.islower()):
        return True
    return _NO_VALUE.fullmatch(value) is None and _CLAUSE_ENDS.match(text, start + len(value)) is not None
