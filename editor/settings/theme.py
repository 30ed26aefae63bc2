"""Colours: light, dark and high contrast, and the Qt palette of each; the ghost is readable in all."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from editor.translation import QT_TR_NOOP


class ThemeName(Enum):
    """What the person chooses; the value is its name in the preferences file."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, `#rrggbb`.

    Attributes:
        page: behind the text; chrome: behind bars; line: between them; raised: under the pointer.
        text, quiet, ghost: the text, the status bar's, the suggestion's.
        accent: selection and focus; on_accent: text upon it.
        current_line: behind the line with the caret; match: behind what was found, and brackets that belong together.
        misspelling: the wave under a word.
        tint: behind what surprises, the more of it the more.
        markup_tag, markup_attribute, markup_value: HTML's and Markdown's words.
        added, removed: behind a line that one of two texts has; added_mark, removed_mark: behind its differing words.
            Blue-green and orange, which most colour-blind eyes tell apart; signs say the same.
    """

    page: str
    chrome: str
    line: str
    raised: str
    text: str
    quiet: str
    ghost: str
    accent: str
    on_accent: str
    current_line: str
    match: str
    misspelling: str
    tint: str
    markup_tag: str
    markup_attribute: str
    markup_value: str
    added: str
    added_mark: str
    removed: str
    removed_mark: str


LIGHT = Theme(
    page="#fdfdfb",
    chrome="#f4f4f1",
    line="#e3e3de",
    raised="#e9e9e4",
    text="#23262b",
    quiet="#62666e",
    ghost="#6e737d",
    accent="#2f6fde",
    on_accent="#ffffff",
    current_line="#f3f4f4",
    match="#ffe08a",
    misspelling="#c8321e",
    tint="#f08a24",
    markup_tag="#8b3fa8",
    markup_attribute="#1b6580",
    markup_value="#38702c",
    added="#dcf1ea",
    added_mark="#a6dcc9",
    removed="#fce6d9",
    removed_mark="#f6bf9f",
)
DARK = Theme(
    page="#1d1f23",
    chrome="#17191c",
    line="#2b2e34",
    raised="#2a2d33",
    text="#dfe2e7",
    quiet="#989ea8",
    ghost="#8a919d",
    accent="#3f74d1",
    on_accent="#ffffff",
    current_line="#23262b",
    match="#5c4a12",
    misspelling="#ff8371",
    tint="#d9761a",
    markup_tag="#cf9cf0",
    markup_attribute="#8db4f5",
    markup_value="#a3cf98",
    added="#122e28",
    added_mark="#17513f",
    removed="#3d2315",
    removed_mark="#6c3516",
)
CONTRAST = Theme(
    page="#000000",
    chrome="#000000",
    line="#ffffff",
    raised="#333333",
    text="#ffffff",
    quiet="#ffffff",
    ghost="#ffe14d",
    accent="#1aebff",
    on_accent="#000000",
    current_line="#1c1c1c",
    match="#7a4b00",
    misspelling="#ffb3a3",
    tint="#c05800",
    markup_tag="#ffb3ff",
    markup_attribute="#9fe8ff",
    markup_value="#b5ffb5",
    added="#00332b",
    added_mark="#005f4e",
    removed="#4a2000",
    removed_mark="#803800",
)
THEMES = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}
THEME_LABELS = {
    ThemeName.SYSTEM: QT_TR_NOOP("Like the desktop"),
    ThemeName.LIGHT: QT_TR_NOOP("Light"),
    ThemeName.DARK: QT_TR_NOOP("Dark"),
    ThemeName.CONTRAST: QT_TR_NOOP("High contrast"),
}


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def chosen_theme(name: ThemeName) -> Theme:
    """Return the colours for a choice; `SYSTEM` asks the desktop."""
    if name is ThemeName.SYSTEM:
        hints = QGuiApplication.styleHints()
        accessibility = getattr(hints, "accessibility", None)  # Qt 6.10
        if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return THEMES[name]


def worn_theme() -> Theme:
    """Return the colours in use now, for what is painted where no style sheet reaches."""
    page = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return next((theme for theme in THEMES.values() if QColor(theme.page) == page), LIGHT)


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.page,
        QPalette.ColorRole.AlternateBase: theme.chrome,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.ghost,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.raised,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ghost))
    return made


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
