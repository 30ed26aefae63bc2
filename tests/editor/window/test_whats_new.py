"""Which version this is, and what is new in it."""

from xml.etree import ElementTree

from editor.settings.shortcuts import Command
from editor.window.whats_new import NEWS, whats_new
from resources import DESKTOP
from resources.version import VERSION


def test_the_metainfo_tells_of_the_same_version_and_news():
    component = ElementTree.parse(DESKTOP / "org.foretype.Foretype.metainfo.xml").getroot()
    latest = component.find("releases/release")
    assert latest.get("version") == VERSION
    assert tuple(each.text for each in latest.iter("li")) == NEWS


def test_the_help_menu_tells_it(desk, dialogs):
    desk.main_window.commanded.emit(Command.WHATS_NEW)
    desk.main_window.commanded.emit(Command.ABOUT)
    news, about = dialogs.told[-2:]
    assert news == whats_new()
    assert VERSION in news
    assert f"Foretype {VERSION}" in about
