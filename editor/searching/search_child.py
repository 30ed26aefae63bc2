"""`python -m editor.searching.search_child`: searches for the window in a process of its own, JSON lines in and out.

A regular expression may take practically forever. Python cannot interrupt it, and it holds the interpreter's lock:
only a process of its own can be ended. This one also ends itself after a while, in case the window is gone.
"""

import json
import signal
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from editor.searching.search import Query, SearchError, find, replace_all, replace_one

HARD_LIMIT_S = 20.0


def answers(requests: TextIO, limit_s: float = HARD_LIMIT_S) -> Iterator[dict[str, Any]]:
    """Answer each line of `requests`; a request without a text is about the text of the one before.

    Only a `find` answer has `spans`, only a replacing one `count` and `changes`, only a failed one `error` and
    `reason`.
    """
    text = ""
    for line in requests:
        request = json.loads(line)
        text = request.get("text", text)
        _set_alarm(limit_s)
        try:
            answer = _answer(request, text)
        except SearchError as exc:
            answer = {"error": exc.fault.value, "reason": exc.reason}
        _set_alarm(0)
        yield {"id": request["id"], **answer}


def _answer(request: dict[str, Any], text: str) -> dict[str, Any]:
    within = request["within"]
    query = Query(
        request["needle"],
        request["is_regex"],
        request["is_case"],
        request["is_word"],
        None if within is None else (within[0], within[1]),
    )
    if request["op"] == "find":
        return {"spans": find(query, text)}
    if request["op"] == "replace_one":
        done = replace_one(query, text, request["replacement"], (request["span"][0], request["span"][1]))
    else:
        done = replace_all(query, text, request["replacement"])
    return {"count": done.count, "changes": [(change.start, change.end, change.new) for change in done.changes]}


def _set_alarm(seconds: float) -> None:
    # Without a handler the alarm ends the process, in the middle of a match too.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def main() -> None:
    """Answer until the window closes the pipe."""
    for answer in answers(sys.stdin):
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
