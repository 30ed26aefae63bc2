"""Colours: light, dark and high contrast, as a palette and a style sheet; the ghost is readable in each."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


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
    return {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}[name]


def worn_theme() -> Theme:
    """Return the colours that the application wears now, for what is painted and no style sheet reaches."""
    page = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return next((theme for theme in (LIGHT, DARK, CONTRAST) if QColor(theme.page) == page), LIGHT)


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


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme: quiet chrome around the page."""
    return f"""
        QMenuBar {{ background: {theme.chrome}; color: {theme.quiet}; padding: 2px 6px; }}
        QMenuBar::item {{ padding: 5px 10px; border-radius: 5px; background: transparent; }}
        QMenuBar::item:selected {{ background: {theme.raised}; color: {theme.text}; }}
        QMenu {{ background: {theme.page}; color: {theme.text}; border: 1px solid {theme.line}; padding: 5px; }}
        QMenu::item {{ padding: 5px 28px 5px 22px; border-radius: 4px; }}
        QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        QMenu::item:disabled {{ color: {theme.ghost}; }}
        QMenu::separator {{ height: 1px; background: {theme.line}; margin: 5px 8px; }}
        QStatusBar {{ background: {theme.chrome}; color: {theme.quiet}; border-top: 1px solid {theme.line}; }}
        QStatusBar QStatusBar {{ border: none; }}
        QStatusBar::item {{ border: none; }}
        QStatusBar QLabel {{ color: {theme.quiet}; padding: 3px 9px; }}
        QStatusBar QToolButton {{
            background: transparent; color: {theme.quiet}; border: none; border-radius: 4px; padding: 3px 9px;
        }}
        QStatusBar QToolButton:hover, QStatusBar QToolButton:focus {{
            background: {theme.raised}; color: {theme.text};
        }}
        QStatusBar QToolButton::menu-indicator {{ image: none; }}
        #documentTabs::tab {{
            background: {theme.chrome}; color: {theme.quiet}; border: none; border-right: 1px solid {theme.line};
            border-top: 2px solid transparent; padding: 6px 4px 7px 12px;
        }}
        #documentTabs::tab:selected {{
            background: {theme.page}; color: {theme.text}; border-top-color: {theme.accent};
        }}
        #documentTabs::tab:selected:focus {{ background: {theme.raised}; text-decoration: underline; }}
        #documentTabs::tab:hover:!selected {{ background: {theme.raised}; color: {theme.text}; }}
        #documentTabs QToolButton {{
            background: {theme.chrome}; border: none; border-left: 1px solid {theme.line}; width: 20px;
        }}
        #documentTabs QToolButton:hover {{ background: {theme.raised}; }}
        #suggestionBar, #findBar, #writingPanel, #diskBar, #recoveryBar, #firstHint {{
            background: {theme.chrome}; border-top: 1px solid {theme.line};
        }}
        #suggestionBar QPushButton {{
            background: transparent; color: {theme.quiet}; border: none; border-radius: 6px; padding: 6px 10px;
            font-size: 11pt;
        }}
        #suggestionBar QPushButton#best {{ color: {theme.text}; font-weight: 600; }}
        #suggestionBar QPushButton:hover, #suggestionBar QPushButton:focus {{ background: {theme.raised}; }}
        #suggestionBar QLabel {{ background: transparent; color: {theme.quiet}; font-size: 8pt; }}
        #suggestionBar QFrame#divider {{ background: {theme.line}; }}
        QLineEdit {{
            background: {theme.page}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 8px; selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
        }}
        QSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0 4px; }}
        QSpinBox, QComboBox {{ min-height: 26px; }}
        QSlider {{ min-height: 20px; }}
        QSlider::groove:horizontal {{ height: 4px; background: {theme.line}; border-radius: 2px; }}
        QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: 2px; }}
        QSlider::handle:horizontal {{
            width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: {theme.accent};
        }}
        QLineEdit:focus {{ border-color: {theme.accent}; }}
        #findBar QPushButton, #writingPanel QPushButton, #diskBar QPushButton, #recoveryBar QPushButton,
        #compare QPushButton, #recovery QPushButton, #firstHint QPushButton {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 12px;
        }}
        #findBar QPushButton:hover, #findBar QPushButton:focus,
        #diskBar QPushButton:hover, #diskBar QPushButton:focus,
        #recoveryBar QPushButton:hover, #recoveryBar QPushButton:focus,
        #compare QPushButton:hover, #compare QPushButton:focus,
        #recovery QPushButton:hover, #recovery QPushButton:focus, #firstHint QPushButton:hover,
        #writingPanel QPushButton:hover, #writingPanel QPushButton:focus {{ border-color: {theme.accent}; }}
        #writingPanel QPushButton#insert:enabled {{ background: {theme.accent}; color: {theme.on_accent}; }}
        #writingPanel QPushButton:disabled {{ color: {theme.ghost}; }}
        #writingPanel QLabel {{ color: {theme.quiet}; padding-right: 3px; }}
        #writingPreview {{
            background: {theme.page}; color: {theme.ghost}; border: 1px solid {theme.line}; border-radius: 6px;
            padding: 4px 8px;
        }}
        #gallery QPushButton, #gallery QToolButton {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 4px 8px;
        }}
        #gallery QPushButton:hover, #gallery QPushButton:focus,
        #gallery QToolButton:hover, #gallery QToolButton:focus {{
            border-color: {theme.accent};
        }}
        #gallery QPushButton:disabled, #gallery QToolButton:disabled {{
            background: transparent; color: {theme.ghost};
        }}
        QCheckBox::indicator {{
            width: 13px; height: 13px; border: 1px solid {theme.quiet}; border-radius: 3px; background: {theme.page};
        }}
        QCheckBox::indicator:hover {{ border-color: {theme.accent}; }}
        QCheckBox::indicator:checked {{
            border: 4px solid {theme.accent}; width: 7px; height: 7px; background: {theme.on_accent};
        }}
        #findBar QLabel, #firstHint QLabel {{ color: {theme.quiet}; }}
        QDockWidget {{ color: {theme.quiet}; }}
        QDockWidget::title {{ background: {theme.chrome}; padding: 7px 12px; border-bottom: 1px solid {theme.line}; }}
        #howItWorks QLabel {{ color: {theme.text}; }}
        #howItWorks QLabel#explanation {{ color: {theme.quiet}; }}
        #howItWorks QLabel#figureName {{ font-weight: 600; }}
        #howItWorks QTabWidget::pane {{ border: none; padding-top: 8px; }}
        #howItWorks QTabBar::tab {{
            background: transparent; color: {theme.quiet}; border: none; border-bottom: 2px solid transparent;
            padding: 6px 7px;
        }}
        #howItWorks QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
        #howItWorks QTabBar::tab:hover, #howItWorks QTabBar::tab:focus {{
            color: {theme.text}; background: {theme.raised};
        }}
        #howItWorks QListWidget, #howItWorks QTableView {{
            border: 1px solid {theme.line}; border-radius: 5px; outline: 0;
            selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
        }}
        #howItWorks QListWidget::item {{ padding: 3px 8px; }}
        #howItWorks QPushButton {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 10px;
        }}
        #howItWorks QPushButton:hover, #howItWorks QPushButton:focus {{ border-color: {theme.accent}; }}
        #howItWorks QPushButton:disabled {{ color: {theme.ghost}; background: {theme.chrome}; }}
        #worthPage {{ background: {theme.chrome}; }}
        #worthPage QLabel {{ color: {theme.text}; }}
        #worthPage QLabel#figure {{ font-weight: 600; }}
        #worthPage QLabel#explanation {{ color: {theme.quiet}; }}
        #tuningProgress {{
            background: {theme.page}; border: 1px solid {theme.line}; border-radius: 4px; min-height: 12px;
            max-height: 12px;
        }}
        #tuningProgress::chunk {{ background: {theme.accent}; border-radius: 3px; }}
        #documents, #documentPreview, #models {{ border: 1px solid {theme.line}; border-radius: 5px; }}
        #tuning QPushButton {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 14px;
        }}
        #tuning QPushButton:hover, #tuning QPushButton:focus {{ border-color: {theme.accent}; }}
        #tuning QPushButton:default {{
            background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
        }}
        #tuning QPushButton:disabled {{
            background: {theme.chrome}; color: {theme.ghost}; border-color: {theme.line};
        }}
        #tuning #banner {{ background: {theme.raised}; border: none; border-bottom: 1px solid {theme.line}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QDialogButtonBox QPushButton {{ padding: 5px 18px; }}
        QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
        QScrollBar::handle:vertical {{
            background: {theme.line}; min-height: 36px; border-radius: 4px; margin: 2px 2px 2px 2px;
        }}
        QScrollBar::handle:vertical:hover {{ background: {theme.ghost}; }}
        QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
        QScrollBar::handle:horizontal {{
            background: {theme.line}; min-width: 36px; border-radius: 4px; margin: 2px 2px 2px 2px;
        }}
        QScrollBar::handle:horizontal:hover {{ background: {theme.ghost}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        #learned QTableView {{
            border: 1px solid {theme.line}; border-radius: 5px; selection-background-color: {theme.accent};
            selection-color: {theme.on_accent}; outline: 0;
        }}
        #commandFinder QTreeWidget {{ border: none; background: {theme.chrome}; outline: 0; }}
        #commandFinder QTreeWidget::item {{ padding: 5px 10px; border: none; }}
        #commandFinder QTreeWidget::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        #learned QTableView::item {{ padding: 0 10px; border: none; }}
        #learned QTableView::item:selected, #learned QTableView::item:selected:focus {{
            background: {theme.accent}; color: {theme.on_accent};
        }}
        #learned QHeaderView {{ background: {theme.page}; }}
        #learned QHeaderView::section {{
            background: {theme.page}; color: {theme.quiet}; border: none; border-bottom: 1px solid {theme.line};
            padding: 6px 11px;
        }}
        #learned QHeaderView::down-arrow, #learned QHeaderView::up-arrow {{ image: none; width: 0; height: 0; }}
        #learned QTabWidget::pane {{ border: none; padding-top: 8px; }}
        #learned QTabBar::tab {{
            background: transparent; color: {theme.quiet}; border: none; border-bottom: 2px solid transparent;
            padding: 6px 12px;
        }}
        #learned QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
        #learned QTabBar::tab:hover, #learned QTabBar::tab:focus {{ color: {theme.text}; background: {theme.raised}; }}
        #learned QPushButton {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 12px;
        }}
        #learned QPushButton:hover, #learned QPushButton:focus {{ border-color: {theme.accent}; }}
        #learned QPushButton:disabled {{ color: {theme.ghost}; background: {theme.chrome}; }}
        #learned QTableView:focus {{ border-color: {theme.accent}; }}
        #learned QLabel#outcome {{ color: {theme.quiet}; }}
        #compare QPushButton:disabled, #recovery QPushButton:disabled {{
            color: {theme.ghost}; background: {theme.chrome};
        }}
        #comparisonFrame {{ border: 1px solid {theme.line}; border-radius: 5px; background: {theme.page}; }}
        #recovery QListWidget {{ border: 1px solid {theme.line}; border-radius: 5px; outline: 0; }}
        #recovery QListWidget::item {{ padding: 6px 9px; border: none; }}
        #recovery QListWidget::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px; }}
    """


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
