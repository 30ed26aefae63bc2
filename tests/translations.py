"""`python -m tests.translations`: collects what the window says and compiles its translations, with Qt's own tools.

New sentences come into the `.ts` files as unfinished; who translates one takes `type="unfinished"` away. What is no
longer said is dropped. `make translations` runs this.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from editor.translation import AREAS, LANGUAGES
from resources import TRANSLATIONS

ROOT = Path(__file__).parents[1]
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")


def sources(area: str) -> list[Path]:
    """Return the modules of one part of the program."""
    if area == "gallery":
        return sorted((ROOT / "gan_gallery" / "panel").glob("*.py"))
    return sorted(path.resolve() for folder in AREAS[area] for path in (ROOT / "editor" / folder).glob("*.py"))


def collect(area: str, path: Path) -> None:
    """Bring a `.ts` file up to date with the sources."""
    language = path.stem.rpartition("_")[2]  # Qt's tool guesses it from the name, and takes `how_it_works` for Italian
    options = ("-no-obsolete", "-locations", "none", "-target-language", language)
    _run("pyside6-lupdate", *_relative(sources(area)), "-ts", str(path), *options)


def compile_(source: Path, out: Path) -> None:
    """Make the `.qm` file of a `.ts` file."""
    _run("pyside6-lrelease", str(source), "-qm", str(out), "-silent")


def messages(path: Path) -> dict[str, tuple[str, bool]]:
    """Return the translation of each English sentence of a `.ts` file, and whether it is finished."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        target = message.find("translation")
        assert target is not None
        forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
        found[message.findtext("source") or ""] = ("\n".join(forms), target.get("type") is None and all(forms))
    return found


def _relative(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(tool)
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{tool}: {done.stderr}")


def main() -> int:
    """Collect and compile everything; say what is missing."""
    TRANSLATIONS.mkdir(exist_ok=True)
    for language in TRANSLATED:
        for area in AREAS:
            path = TRANSLATIONS / f"{area}_{language}.ts"
            collect(area, path)
            compile_(path, path.with_suffix(".qm"))
            unfinished = [text for text, (_, is_done) in messages(path).items() if not is_done]
            sys.stdout.write(f"{path.name}: {len(messages(path))} sentences, {len(unfinished)} to be translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
