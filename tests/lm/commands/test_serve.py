import io
import json
import os
import subprocess
import sys

import pytest

from lm.commands.serve import serve
from lm.predicting.suggester import Suggester
from tests.lm.small_models import Trained, byte_chain

SUGGESTER = Suggester("chain", byte_chain(b"The garden bed. We quickly painted. " * 40))


class _Broken:
    """A model that fails at every step."""

    vocab_size = 256

    def begin_state(self) -> int:
        return 0

    def step(self, symbols, states):
        raise RuntimeError("the disk is on fire")


@pytest.fixture
def ask(capsys):
    """Send these lines to a server and return its replies."""

    def ask(*lines: object, suggester: Suggester = SUGGESTER, min_confidence: float = 0.0) -> list[dict]:
        sent = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        serve(io.StringIO(sent), suggester, min_confidence)
        written = capsys.readouterr()
        assert written.err == ""
        return [json.loads(line) for line in written.out.splitlines()]

    return ask


def test_suggestion_holds_what_would_be_ghosted_the_words_and_the_time(ask):
    (reply,) = ask({"op": "suggest", "context": "We quic", "words": 3})
    assert reply["inline"].startswith("kly")
    assert reply["words"][0] == "quickly"
    assert 0.0 <= reply["confidence"] <= 1.0
    assert reply["ms"] >= 0.0


def test_unsure_ghost_is_empty(ask):
    (reply,) = ask({"op": "suggest", "context": "We quic"}, min_confidence=1.1)
    assert reply["inline"] == ""
    assert reply["words"]


def test_every_request_gets_one_reply_in_order(ask):
    contexts = ["The gar", "We quic", "We pai", "The b"]
    replies = ask(*({"op": "suggest", "context": context, "words": 1} for context in contexts))
    assert [reply["words"][0][:1] for reply in replies] == ["g", "q", "p", "b"]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[1, 2]",
        '"suggest"',
        "[" * 100_000,
        "{}",
        {"op": "fly"},
        {"op": ["suggest"]},
        {"op": "suggest"},
        {"op": "suggest", "context": 3},
        {"op": "suggest", "context": "a", "words": -1},
        {"op": "suggest", "context": "a", "words": 1000},
        {"op": "suggest", "context": "a", "words": "3"},
        {"op": "suggest", "context": "a", "words": True},
        {"op": "learn"},
        {"op": "forget", "word": None},
    ],
    ids=lambda line: str(line)[:30],
)
def test_request_that_makes_no_sense_gets_an_error_and_the_server_goes_on(ask, line):
    bad, good = ask(line, {"op": "suggest", "context": "We quic"})
    assert list(bad) == ["error"]
    assert good["words"][0] == "quickly"


def test_failure_of_the_engine_is_a_reply(ask):
    replies = ask(*[{"op": "suggest", "context": "a"}] * 2, suggester=Suggester("broken", _Broken()))
    assert [reply["error"] for reply in replies] == [
        "the engine failed (RuntimeError: the disk is on fire): try another request"
    ] * 2


def test_empty_lines_are_passed_over(ask):
    assert len(ask("", "  ", {"op": "suggest", "context": ""})) == 1


def test_lone_surrogate_in_a_context_is_no_error(ask):
    (reply,) = ask('{"op": "suggest", "context": "We \\ud800 quic"}')
    assert "inline" in reply


def test_what_was_learned_is_offered_until_it_is_forgotten(ask, trained_words: Trained):
    suggestion = {"op": "suggest", "context": "The gardener visited Xant", "words": 1}
    text = "The gardener visited Xanthippe. " * 6
    learned, offered, forgotten, after = ask(
        {"op": "learn", "text": text},
        suggestion,
        {"op": "forget", "word": "Xanthippe"},
        suggestion,
        suggester=Suggester.load(trained_words.folder),
    )
    assert learned["learned_chars"] == len(text)
    assert learned["ms"] >= 0.0
    assert offered["words"] == ["Xanthippe"]
    assert forgotten == {"forgotten": True}
    assert after["words"] != ["Xanthippe"]


def test_server_in_a_child_survives_bytes_that_are_no_utf_8_and_ends_with_its_input(trained_bytes: Trained):
    sent = b'{"op": "suggest", "context": "caf\xe9"}\n\xff\xfe\n{"op": "suggest", "context": "The gard", "words": 2}\n'
    child = subprocess.run(
        [sys.executable, "-m", "lm", "serve", "--model", str(trained_bytes.folder), "--eager"],
        input=sent,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert child.returncode == 0
    assert child.stderr == b""
    broken_context, no_json, sound = (json.loads(line) for line in child.stdout.splitlines())
    assert "inline" in broken_context
    assert "is not JSON" in no_json["error"]
    assert all(word.startswith("gard") for word in sound["words"])
