"""`make install`: Foretype for one user, in a virtual environment of its own, with its place in the desktop's menus.

Run by any Python from 3.11 on before anything is installed: standard library alone. What the person wrote, learned or
set is never touched.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_DESKTOP = _ROOT / "resources" / "desktop"
_ID = "org.foretype.Foretype"
_EARLIER_ID = "foretype"
"""Under which 0.1 was installed."""
_MXNET = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["foretype"]["mxnet"]


_TYPES = re.compile(r"^MimeType=(.*)\n", re.MULTILINE)


class InstallationError(Exception):
    """Something the user can act on; `str()` is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things go, for one user.

    Attributes:
        data: the desktop's own folder of data, `$XDG_DATA_HOME`.
        programs: a folder of the search path.
    """

    data: Path
    programs: Path

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.data / "foretype" / "program"

    @property
    def launcher(self) -> Path:
        """What is typed to start the program."""
        return self.programs / "foretype"

    @property
    def entry(self) -> Path:
        """The place in the menus."""
        return self.entry_of(_ID)

    @property
    def icon(self) -> Path:
        """The icon, for every size."""
        return self.icon_of(_ID)

    @property
    def metainfo(self) -> Path:
        """What software centres show."""
        return self.metainfo_of(_ID)

    @property
    def earlier(self) -> tuple[Path, ...]:
        """What 0.1 left in the menus."""
        return self.entry_of(_EARLIER_ID), self.icon_of(_EARLIER_ID), self.metainfo_of(_EARLIER_ID)

    def entry_of(self, identifier: str) -> Path:
        """Return where a program has its place in the menus."""
        return self.data / "applications" / f"{identifier}.desktop"

    def icon_of(self, identifier: str) -> Path:
        """Return where a program has its icon."""
        return self.data / "icons" / "hicolor" / "scalable" / "apps" / f"{identifier}.svg"

    def metainfo_of(self, identifier: str) -> Path:
        """Return where a program is described."""
        return self.data / "metainfo" / f"{identifier}.metainfo.xml"


def user_places() -> Places:
    """Return where the XDG base directories put them."""
    home = Path.home()
    return Places(Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"), home / ".local" / "bin")


def build_environment(folder: Path, pip_options: Sequence[str] = (), *, has_training: bool = True) -> None:
    """Make a virtual environment with Foretype and what it needs in it; raises InstallationError.

    Without `has_training` what trains is left out: 400 MB instead of a gigabyte, and nothing can be fine-tuned.
    """
    python = folder / "bin" / "python"
    # What an earlier build left would be installed along, modules that are gone included.
    shutil.rmtree(_ROOT / "build" / "lib", ignore_errors=True)
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pip_options)
    commands = [
        (sys.executable, "-m", "venv", str(folder)),
        (*pip, f"{_ROOT}[training]" if has_training else str(_ROOT)),
    ]
    if has_training and f"{platform.system()}-{platform.machine()}" in _MXNET["wheels"]:
        # By itself: its description asks for NumPy 1 (pyproject.toml).
        commands.append((*pip, "--no-deps", _MXNET["requirement"]))
    for command in commands:
        if subprocess.run(command, check=False).returncode != 0:
            raise InstallationError(f"{' '.join(command)} failed: see above; nothing was changed")


def install(places: Places, build: Callable[[Path], None]) -> None:
    """Install, or replace what an earlier installation left; raises InstallationError or OSError.

    `build` makes the virtual environment in a folder. When it fails, the earlier one is put back.
    """
    _check_launcher(places)
    environment, earlier = places.environment, places.environment.with_name("program.earlier")
    environment.parent.mkdir(parents=True, exist_ok=True)
    if earlier.exists():
        shutil.rmtree(earlier)
    if environment.exists():
        environment.rename(earlier)
    try:
        build(environment)
    except BaseException:
        shutil.rmtree(environment, ignore_errors=True)
        if earlier.exists():
            earlier.rename(environment)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
    places.launcher.parent.mkdir(parents=True, exist_ok=True)
    places.launcher.unlink(missing_ok=True)
    places.launcher.symlink_to(environment / "bin" / "foretype")
    for file in places.earlier:
        file.unlink(missing_ok=True)
    entry = (_DESKTOP / f"{_ID}.desktop").read_text(encoding="utf-8")
    _put(places.icon, (_DESKTOP / f"{_ID}.svg").read_text(encoding="utf-8"))
    _put(places.metainfo, (_DESKTOP / f"{_ID}.metainfo.xml").read_text(encoding="utf-8"))
    with _keeping_defaults(_types_of(entry)) as may_open:
        if not may_open:
            entry = _TYPES.sub("", entry)
        _put(places.entry, entry.replace("Exec=foretype ", f"Exec={_quoted(places.launcher)} "))
        _refresh(places)


def uninstall(places: Places) -> bool:
    """Remove the program and its place in the menus; say whether there was any."""
    was_there = places.environment.exists()
    if _is_ours(places):
        places.launcher.unlink()
    for file in (places.entry, places.icon, places.metainfo, *places.earlier):
        was_there |= file.exists()
        file.unlink(missing_ok=True)
    shutil.rmtree(places.environment, ignore_errors=True)
    _refresh(places)
    return was_there


def _is_ours(places: Places) -> bool:
    launcher = places.launcher
    return launcher.is_symlink() and launcher.readlink() == places.environment / "bin" / "foretype"


def _check_launcher(places: Places) -> None:
    if os.path.lexists(places.launcher) and not _is_ours(places):
        raise InstallationError(f"{places.launcher} is there already and not of this installation: move it away")


def _put(path: Path, text: str) -> None:
    # As `resources.files.atomic_file` does, which a file that is run alone cannot import.
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


def _quoted(path: Path) -> str:
    """Quote an argument as the Desktop Entry Specification wants it; `%` begins a field code there."""
    text = str(path).replace("%", "%%")
    for character in ("\\", '"', "`", "$"):
        text = text.replace(character, "\\" + character)
    # The file's own escapes come on top of the argument's.
    return '"' + text.replace("\\", "\\\\") + '"'


def _types_of(entry: str) -> list[str]:
    found = _TYPES.search(entry)
    return [each for each in found[1].split(";") if each] if found else []


@contextmanager
def _keeping_defaults(types: Sequence[str]) -> Iterator[bool]:
    """Let the programs that open `types` by default still do so after what happens within.

    A program in a person's own folder goes before those of the system, where nobody has chosen. Gives whether it can
    be seen to: without the desktop's tool Foretype had better declare no types.
    """
    tool = shutil.which("xdg-mime")
    if tool is None:
        yield False
        return
    before = {each: _default(tool, each) for each in types}
    yield True
    for each, program in before.items():
        if program and _default(tool, each) != program:
            subprocess.run([tool, "default", program, each], check=False, capture_output=True)


def _default(tool: str, kind: str) -> str:
    """Return the desktop entry of the program that opens files of a type, empty where none does."""
    asked = subprocess.run([tool, "query", "default", kind], check=False, capture_output=True, text=True)
    return asked.stdout.strip()


def _refresh(places: Places) -> None:
    """Let the desktop know which files Foretype opens; without the tool it looks by itself, sooner or later."""
    tool, folder = shutil.which("update-desktop-database"), places.entry.parent
    if tool and folder.is_dir():
        subprocess.run([tool, "-q", str(folder)], check=False, capture_output=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Install or uninstall; return the exit status."""
    parser = argparse.ArgumentParser(description="Install Foretype for this user, or remove it again.")
    parser.add_argument("what", choices=["install", "uninstall"])
    parser.add_argument("--pip-option", action="append", default=[], metavar="OPTION", help="handed on to pip")
    parser.add_argument("--no-training", action="store_true", help="without what trains: less than half the space")
    chosen = parser.parse_args(arguments)
    places = user_places()
    say = sys.stdout.write
    try:
        if chosen.what == "uninstall":
            was_there = uninstall(places)
            say("Foretype was removed; " if was_there else "Foretype was not installed; ")
            say("your settings and what was learned are where they were\n")
            return 0
        has_training = not chosen.no_training
        install(places, lambda folder: build_environment(folder, chosen.pip_option, has_training=has_training))
    except (InstallationError, OSError) as exc:
        sys.stderr.write(f"error: {exc}\n")
        return 1
    say(f"Foretype is installed: {places.launcher}\n")
    if str(places.programs) not in os.environ.get("PATH", "").split(os.pathsep):
        say(f"{places.programs} is not in your PATH: start Foretype from the menu, or by that name\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
