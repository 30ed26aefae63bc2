"""What a writer may rely on, asked through `serve` with the shipped model: our own cases, and others where they lie.

A case gives the text before the caret and what must hold of the ghost and of the bar's words; `learn` and `forget` come
first. See `_broken` for each demand.
"""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lm.commands.serve import serve
from lm.model.handwriting import straight
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE
from lm.predicting.predictor import Predictor, load_predictor
from lm.predicting.suggester import Suggester
from lm.text.dictionary import Dictionary, system_dictionary
from resources import shipped_model
from resources.model_folder import CARD

ELSEWHERE = Path(__file__).parents[2] / "../shared/cases/typing.jsonl"

# ruff: noqa: E501  # a table: one case a line
OURS: list[dict[str, Any]] = [
    *({"context": text, "words_prefix": typed} for text, typed in (
        *(("You won’", "won’"), ("We didn’", "didn’"), ("the max_val", "max_val"), ("call my_func", "my_func")),
        *(("an ice‑co", "ice‑co"), ("my mother‐in", "mother‐in"), ("il vient d’ac", "d’ac"), ("They don’t", "don’t")),
        *(("a cafe\u0301", "cafe\u0301"), ("the cine\u0301ma", "cine\u0301ma")),
    )),
    *({"context": text.replace("'", "’"), "same_as": text} for text in ("You're", "We can'", "she doesn't kn", "What'")),
    *({"context": text, "not_upper": True} for text in (
        *("We watch TV ", "NASA ", "He works for the BBC ", "I saw the DVD ", "See the U-", "She has an X-", "vitamin C "),
        *("Mrs. D'", "the USA and ", "my CV "),
    )),
    {"context": "He says I'", "not_upper": True, "inline_in": "m|ve|ll|d"},
    *({"context": text, "all_upper": True} for text in ("PLEASE DO NOT TOU", "THE END OF THE WOR", "we said DO NOT ")),
    *({"context": text, "words_real": True, "words_distinct": True} for text in (
        *("She was walking", "They own a factory", "He is wonderful", "We are talking", "Greetings from Elizabeth"),
        *("I live in Wroc", "She was", "He wasn", "a new bicycle", "in the mountains", "Good ", "I have a question", "Dear "),
        *("It has been", "the governm", "My favourite colo", "We discussed", "you", "Happy ", "some informat", "on Wednes"),
    )),
    *({"context": text, "inline_min": 2} for text in ("I'l", "They shal", "I want you t", "It is a goo", "See you the", "He did no", "We wil", "an")),
    *({"context": text, "inline_no_digits": True} for text in ("Room 1", "It costs 4", "at 7", "born in 19", "tel. 030 ", "v2.")),
    *({"context": context, "learn": [text] * 2, "never": hidden} for text, context, hidden in (
        ("pw: Kirsche88x\n", "my pw: K", "irsche"),
        ("Kennwort: Kirsche88x\n", "Kennwort: ", "Kirsche"),
        ("mot de passe : Cerise88x\n", "mot de passe : C", "erise"),
        ("contraseña: cereza88x\n", "contraseña: ", "cereza"),
        ("Password:\nKirsche88x\n", "Password:\nK", "irsche"),
        ("Das Passwort lautet Kirsche88x.\n", "Das Passwort lautet ", "Kirsche"),
        ("ftp://mia:Kirsche88x@example.org\n", "ftp://mia:", "Kirsche"),
        ("Authorization: Bearer kirsche88xyz\n", "Bearer ", "kirsche"),
        ("my key sk-kirsche88xyz\n", "my key sk-", "kirsche"),
        ("IBAN DE02 1203 0000 0000 2020 51\n", "IBAN DE02 ", "1203"),
        ("CVC 8124\n", "CVC ", "8124"),
        ("card number 5555 5555 5555 4444\n", "card number ", "5555"),
    )),
    *({"context": context, "learn": [f"I did {slip} it then.\n"] * 4, "not_first": slip, "before": word}
      for context, slip, word in (
        ("We will bel", "beleive", "believe"),
        ("It is neces", "neccessary", "necessary"),
        ("until the begin", "begining", "beginning"),
        ("It was succes", "succesful", "successful"),
    )),
    *({"context": f"I said {slip}", "first": word} for slip, word in (
        *(("beautifu", "beautiful"), ("goverment", "government"), ("occured", "occurred"), ("untill", "until")),
        *(("teh", "the"), ("recieve", "receive"), ("adress", "address"), ("thier", "their"), ("enviromen", "environment")),
        *(("becuase", "because"), ("definately", "definitely"), ("dont", "don't"), ("tommorow", "tomorrow")),
    )),
    *({"context": context, "learn": ["Quorvania is big. We like Quorvania’s hills.\n"] * 3, "forget": word, "never": "rvania"}
      for context, word in (("I saw Quo", "QUORVANIA"), ("in Quo", "Quorvania's"[:-2]))),
    *({"context": text, "inline_not": "r|rs|s|y|ly|d|ing|n"} for text in ("Thank you", "I like the", "We have", "go to")),
    {"context": "Give it to Laura", "learn": ["<table><tr><td class='x'>Laura</td></tr></table>\n"] * 3,
     "words_not": "[Tt]able|[Tt]r|td|class"},
    {"context": "Give it to Peter", "learn": ["<ul><li><a href='x'>Peter</a></li></ul><form><label>Peter</label></form>\n"] * 3,
     "words_not": "[Uu]l|^[Ll]i|[Ff]orm|[Ll]abel|href"},
    *({"context": text, "no_latin": True} for text in ("Привет, как де", "Это ", "Γειά σου ", "שלום ")),
    {"context": "I love warm ch", "blocked": ["Chocolate", "ice cream"], "never": "ocolate"},
    {"context": "a bowl of ice c", "blocked": ["ice  CREAM", "ice creams"], "never": "ream"},
]  # fmt: skip


def _elsewhere() -> list[dict[str, Any]]:
    if not ELSEWHERE.is_file():
        return []
    return [json.loads(line) for line in ELSEWHERE.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    folder = shipped_model("english")
    if not (folder / CARD).is_file():
        pytest.skip("the english model does not ship with this checkout yet")
    return load_predictor(folder)


@pytest.fixture(scope="module")
def shared(predictor: Predictor) -> Suggester:
    return Suggester.of(predictor, system_dictionary)


@pytest.fixture(scope="module")
def english() -> Dictionary | None:
    return system_dictionary("en")


@pytest.mark.parametrize("case", OURS, ids=lambda case: case["context"])
def test_our_cases(case, predictor, shared, english, capsys):
    assert list(_broken(case, predictor, shared, english, capsys)) == []


@pytest.mark.skipif(not ELSEWHERE.is_file(), reason="the cases that lie beside some checkouts are not beside this one")
@pytest.mark.parametrize("case", _elsewhere(), ids=lambda case: f"{case['kind']}: {case['context']}")
def test_cases_from_elsewhere(case, predictor, shared, english, capsys):
    assert list(_broken(case, predictor, shared, english, capsys)) == []


def _broken(
    case: dict[str, Any], predictor: Predictor, shared: Suggester, english: Dictionary | None, capsys: Any
) -> Iterator[str]:
    """Yield what does not hold."""
    learns = "learn" in case
    suggester = Suggester.of(predictor.emptied(), system_dictionary) if learns else shared
    before = [{"op": "learn", "text": text} for text in case.get("learn", ())]
    before += [{"op": "forget", "word": case["forget"]}] if "forget" in case else []
    contexts = [case["context"], *([case["same_as"]] if "same_as" in case else [])]
    asked = [{"op": "suggest", "context": text, "words": 3, "blocked": case.get("blocked", [])} for text in contexts]
    serve(
        io.StringIO("".join(json.dumps(each) + "\n" for each in (*before, *asked))), suggester, DEFAULT_MIN_CONFIDENCE
    )
    replies = [json.loads(line) for line in capsys.readouterr().out.splitlines()][len(before) :]
    inline, words = replies[0]["inline"], replies[0]["words"]
    for word, edit in zip(words, replies[0]["edits"], strict=True):
        kept = case["context"][: len(case["context"]) - edit["replaces"]]
        if not (kept + edit["insert"]).endswith(word):
            yield f"{edit} does not write {word}"
    typed = re.split(r"\s", case["context"])[-1]
    added = [inline, *(word[len(typed) :] if _plain(word).startswith(_plain(typed)) else word for word in words)]
    letters = ["".join(filter(str.isalpha, each)) for each in added]
    checks = {
        "words_prefix": lambda value: all(_plain(word).startswith(_plain(value)) for word in words),
        "same_as": lambda _: list(map(_plain, words)) == list(map(_plain, replies[1]["words"])),
        "not_upper": lambda _: not any(each.isupper() and each != "I" for each in letters),
        "all_upper": lambda _: all(each == each.upper() for each in letters),
        "inline_in": lambda value: not inline or re.match(f"(?:{value})", inline),
        "inline_not": lambda value: not re.fullmatch(rf"(?:{value})\b.*", inline),
        "words_real": lambda _: english is None or all(_is_real(word, english) for word in words),
        "words_distinct": lambda _: len({word.casefold() for word in words}) == len(words),
        "inline_min": lambda value: not inline or len(inline.strip()) >= value,
        "inline_no_digits": lambda _: not any(map(str.isdigit, "".join(added))),
        "never": lambda value: not any(value.casefold() in each.casefold() for each in added),
        "not_first": lambda value: words[:1] != [value],
        "before": lambda value: value in words and (
            case["not_first"] not in words or words.index(value) < words.index(case["not_first"])
        ),
        "first": lambda value: words[:1] == [value],
        "words_not": lambda value: not any(re.search(f"(?:{value})$", word) for word in words),
        "no_latin": lambda _: not re.search("[A-Za-z]", "".join(added)),
    }  # fmt: skip
    for name, holds in checks.items():
        if name in case and not holds(case[name]):
            yield f"{name}: {inline!r} {words}"


def _plain(word: str) -> str:
    return straight(word).casefold()


def _is_real(word: str, english: Dictionary) -> bool:
    parts = straight(word).split("-")
    return all(english.check(part) or english.check(part.removesuffix("'s") or "-") for part in parts)
