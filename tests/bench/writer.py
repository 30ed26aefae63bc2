"""The writer's run: twenty letters, mails and notes written at human speed into the real window."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.program import child, child_environment

LETTERS = Path(__file__).parents[1] / "letters"
_KEY_MS = 120.0
_MOST_SECONDS = 3600


def run() -> Iterator[str]:
    done = subprocess.run(
        child("tests.bench.writer"),
        capture_output=True,
        text=True,
        check=False,
        timeout=_MOST_SECONDS,
        env=child_environment(),
    )
    yield from (done.stdout if done.returncode == 0 else done.stdout + done.stderr).splitlines()


def not_words(words: Iterable[str], texts: Iterable[str]) -> list[str] | None:
    """Return those that neither hunspell's American dictionary knows nor `texts` hold; None without hunspell."""
    if shutil.which("hunspell") is None:
        return None
    written = {word.lower() for text in texts for word in re.findall(r"[\w'’]+", text)}
    asked = sorted({part for word in words for part in re.split(r"[-‐‑\s]", word.replace("’", "'")) if part})
    done = subprocess.run(
        ["hunspell", "-d", "en_US", "-l"], input="\n".join(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        return None
    return [word for word in done.stdout.split() if word.lower() not in written]


def _main() -> None:
    from tests.bench.program import running
    from tests.writer import Account, write

    account = Account()
    wanted = sys.argv[1:]
    with running() as (_foretype, window):
        for seed, path in enumerate(sorted(LETTERS.glob("*.txt"))):
            if wanted and path.stem not in wanted:
                continue
            window.tab.text_edit.load("")
            write(window, path.read_text(encoding="utf-8"), account, seed=seed, key_ms=_KEY_MS)
    unknown = not_words(account.words, account.letters)
    for line in account.lines(None if unknown is None else len(unknown)):
        sys.stdout.write(line + "\n")
    if unknown:
        sys.stdout.write(f"                              {', '.join(unknown[:20])}\n")


if __name__ == "__main__":
    _main()
