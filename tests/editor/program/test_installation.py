"""An installation leaves a program, a launcher and a place in the menus, and an uninstallation none of them."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QIcon

from editor.program.installation import InstallationError, Places, install, uninstall
from resources import DESKTOP


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data", tmp_path / "bin")


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch, tmp_path):
    """Nobody's choices are asked or changed: the desktop's tools are not there."""
    (tmp_path / "tools").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "tools"))
    return tmp_path / "tools"


@pytest.fixture
def defaults(no_desktop, tmp_path, places):
    """A desktop that opens a type with the person's choice, else with who came last: its choices, one a file."""
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    tool = no_desktop / "xdg-mime"
    tool.write_text(
        f"""#!{sys.executable}
import pathlib, sys
chosen, entry = pathlib.Path({str(chosen)!r}), pathlib.Path({str(places.entry)!r})
if sys.argv[1] == "default":
    (chosen / sys.argv[3].replace("/", " ")).write_text(sys.argv[2])
else:
    choice = chosen / sys.argv[3].replace("/", " ")
    others = {{"text/html": "browser.desktop", "text/plain": "other.desktop"}}
    installed = entry.name if entry.is_file() and sys.argv[3] in entry.read_text() else ""
    print(choice.read_text() if choice.is_file() else installed or others.get(sys.argv[3], ""))
"""
    )
    tool.chmod(0o755)
    return chosen


def build(folder: Path) -> None:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "foretype").write_text("#!/bin/sh\necho started\n")
    (folder / "bin" / "foretype").chmod(0o755)


def entry_of(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def test_the_launcher_starts_the_program(places):
    install(places, build)
    done = subprocess.run([places.launcher], capture_output=True, text=True, check=True)
    assert done.stdout == "started\n"


def test_the_menu_starts_the_launcher_whatever_its_folder_is_called(tmp_path):
    places = Places(tmp_path / "data", tmp_path / 'a "b" 100%')
    install(places, build)
    command = entry_of(places.entry)["Exec"]
    assert command.endswith(" %F")
    assert command.startswith('"')
    assert '\\\\"b\\\\"' in command
    assert "100%%" in command


def test_who_opened_web_pages_and_texts_before_still_does(places, defaults):
    install(places, build)
    assert {each.name: each.read_text() for each in defaults.iterdir()} == {
        "text html": "browser.desktop",
        "text plain": "other.desktop",
    }
    assert "text/markdown" in entry_of(places.entry)["MimeType"]


def test_who_chose_foretype_keeps_it(places, defaults):
    (defaults / "text plain").write_text(places.entry.name)
    install(places, build)
    assert (defaults / "text plain").read_text() == places.entry.name


def test_where_nobody_can_be_asked_no_file_is_claimed(places):
    install(places, build)
    assert "MimeType" not in entry_of(places.entry)


def test_what_the_first_version_left_in_the_menus_goes(places):
    for file in places.earlier:
        file.parent.mkdir(parents=True)
        file.write_text("0.1")
    install(places, build)
    assert not [file for file in places.earlier if file.exists()]
    assert places.entry.is_file()


def test_everything_is_gone_after_uninstalling_but_what_is_the_persons(places):
    install(places, build)
    worth = places.data / "foretype" / "worth.json"
    worth.write_text("{}")
    assert uninstall(places)
    left = [path for path in places.data.parent.rglob("*") if path.is_file() or path.is_symlink()]
    assert [path for path in left if path.name != "mimeinfo.cache"] == [worth]
    assert not uninstall(places)


def test_a_second_installation_replaces_the_first(places):
    install(places, build)
    (places.environment / "old").write_text("")
    install(places, build)
    assert not (places.environment / "old").exists()
    assert places.launcher.resolve() == (places.environment / "bin" / "foretype").resolve()


def test_a_failed_build_leaves_the_earlier_installation(places):
    install(places, build)

    def fail(folder: Path) -> None:
        folder.mkdir()
        raise InstallationError("no network")

    with pytest.raises(InstallationError):
        install(places, fail)
    assert (places.environment / "bin" / "foretype").exists()
    assert sorted(path.name for path in places.environment.parent.iterdir()) == ["program"]


def test_a_program_of_the_same_name_is_left_alone(places):
    places.programs.mkdir()
    places.launcher.write_text("someone else's")
    with pytest.raises(InstallationError, match="move it away"):
        install(places, build)
    uninstall(places)
    assert places.launcher.read_text() == "someone else's"


def test_it_needs_nothing_but_the_standard_library(tmp_path):
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(root / "editor" / "program" / "installation.py"), "uninstall"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "was not installed" in done.stdout


def test_the_desktop_entry_and_the_metainfo_agree():
    entry = entry_of(DESKTOP / "org.foretype.Foretype.desktop")
    component = ElementTree.parse(DESKTOP / "org.foretype.Foretype.metainfo.xml").getroot()
    provided = {each.text for each in component.iter("mediatype")}
    assert set(filter(None, entry["MimeType"].split(";"))) == provided
    assert component.findtext("launchable") == "org.foretype.Foretype.desktop"
    assert component.findtext("name") == entry["Name"]
    assert entry["Icon"] == "org.foretype.Foretype"


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("desktop-file-validate",), "org.foretype.Foretype.desktop"),
        (("appstreamcli", "validate", "--no-net"), "org.foretype.Foretype.metainfo.xml"),
    ],
)
def test_the_desktops_own_checks_pass(monkeypatch, command, file):
    monkeypatch.setenv("PATH", os.defpath)
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed: apt-get install desktop-file-utils appstream")
    done = subprocess.run([*command, DESKTOP / file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_icon_is_drawn_at_every_size(qapp, size):
    picture = QIcon(str(DESKTOP / "org.foretype.Foretype.svg")).pixmap(size, size).toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert picture.width() == size
    assert picture.pixelColor(0, 0).alpha() == 0
    assert len(colors) > 8
