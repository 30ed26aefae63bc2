"""The style sheet: quiet chrome around the page; what looks alike in several places is one rule."""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication

from editor.settings.theme import Theme, ThemeName, chosen_theme, palette

_STRIPS = ("#findBar", "#writingPanel", "#diskBar", "#recoveryBar", "#firstHint")
_PANELS = ("#gallery", "#howItWorks", "#learned", "#tuning", "#compare", "#recovery")
"""What has buttons of the program's own look: the strips under the page, and the docks and dialogs."""
_LISTS = (
    *("#howItWorks QListWidget", "#howItWorks QTableView", "#learned QTableView", "#recovery QListWidget"),
    *("#documents", "#documentPreview", "#models"),
)


def dress(name: ThemeName) -> None:
    """Dress the application in the chosen colours."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = chosen_theme(name)
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    buttons = [f"{place} QPushButton" for place in (*_STRIPS, *_PANELS)] + ["#gallery QToolButton"]
    return f"""
        {_list(buttons)} {{
            background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; border-radius: 5px;
            padding: 5px 12px;
        }}
        {_list(buttons, ":hover", ":focus")} {{ border-color: {theme.accent}; }}
        {_list(buttons, ":disabled")} {{ background: {theme.chrome}; color: {theme.ghost}; }}
        #gallery QPushButton, #gallery QToolButton {{ padding: 4px 8px; }}
        #findBar QLabel, #writingPanel QLabel, #firstHint QLabel {{ color: {theme.quiet}; }}
        {_list(_LISTS)} {{
            border: 1px solid {theme.line}; border-radius: 5px; outline: 0;
            selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
        }}
        {_list(_LISTS, "::item:selected", "::item:selected:focus")},
        QMenu::item:selected, #commandFinder QTreeWidget::item:selected {{
            background: {theme.accent}; color: {theme.on_accent};
        }}
        #howItWorks QTabWidget::pane, #learned QTabWidget::pane {{ border: none; padding-top: 8px; }}
        #howItWorks QTabBar::tab, #learned QTabBar::tab {{
            background: transparent; color: {theme.quiet}; border: none; border-bottom: 2px solid transparent;
            padding: 6px 8px;
        }}
        #howItWorks QTabBar::tab:selected, #learned QTabBar::tab:selected {{
            color: {theme.text}; border-bottom-color: {theme.accent};
        }}
        #howItWorks QTabBar::tab:hover, #howItWorks QTabBar::tab:focus,
        #learned QTabBar::tab:hover, #learned QTabBar::tab:focus {{ color: {theme.text}; background: {theme.raised}; }}
        #howItWorks QLabel, #worthPage QLabel {{ color: {theme.text}; }}
        QLabel#explanation, QLabel#outcome {{ color: {theme.quiet}; }}
        #howItWorks QLabel#figureName, #worthPage QLabel#figure {{ font-weight: 600; }}
        QScrollBar {{ background: transparent; margin: 0; }}
        QScrollBar:vertical {{ width: 12px; }}
        QScrollBar:horizontal {{ height: 12px; }}
        QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px; }}
        QScrollBar::handle:vertical {{ min-height: 36px; }}
        QScrollBar::handle:horizontal {{ min-width: 36px; }}
        QScrollBar::handle:hover {{ background: {theme.ghost}; }}
        QMenuBar {{ background: {theme.chrome}; color: {theme.quiet}; padding: 2px 6px; }}
        QMenuBar::item {{ padding: 5px 10px; border-radius: 5px; background: transparent; }}
        QMenuBar::item:selected {{ background: {theme.raised}; color: {theme.text}; }}
        QMenu {{ background: {theme.page}; color: {theme.text}; border: 1px solid {theme.line}; padding: 5px; }}
        QMenu::item {{ padding: 5px 28px 5px 22px; border-radius: 4px; }}
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
        #writingPreview {{
            background: {theme.page}; color: {theme.ghost}; border: 1px solid {theme.line}; border-radius: 6px;
            padding: 4px 8px;
        }}
        QCheckBox::indicator {{
            width: 13px; height: 13px; border: 1px solid {theme.quiet}; border-radius: 3px; background: {theme.page};
        }}
        QCheckBox::indicator:hover {{ border-color: {theme.accent}; }}
        QCheckBox::indicator:checked {{
            border: 4px solid {theme.accent}; width: 7px; height: 7px; background: {theme.on_accent};
        }}
        QDockWidget {{ color: {theme.quiet}; }}
        QDockWidget::title {{ background: {theme.chrome}; padding: 7px 12px; border-bottom: 1px solid {theme.line}; }}
        #howItWorks QListWidget::item {{ padding: 3px 8px; }}
        #worthPage {{ background: {theme.chrome}; }}
        #tuningProgress {{
            background: {theme.page}; border: 1px solid {theme.line}; border-radius: 4px; min-height: 12px;
            max-height: 12px;
        }}
        #tuningProgress::chunk {{ background: {theme.accent}; border-radius: 3px; }}
        #writingPanel QPushButton#insert:enabled, #tuning QPushButton:default:enabled {{
            background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
        }}
        #tuning #banner {{ background: {theme.raised}; border: none; border-bottom: 1px solid {theme.line}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QDialogButtonBox QPushButton {{ padding: 5px 18px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        #commandFinder QTreeWidget {{ border: none; background: {theme.chrome}; outline: 0; }}
        #commandFinder QTreeWidget::item {{ padding: 5px 10px; border: none; }}
        #learned QTableView::item {{ padding: 0 10px; border: none; }}
        #learned QHeaderView {{ background: {theme.page}; }}
        #learned QHeaderView::section {{
            background: {theme.page}; color: {theme.quiet}; border: none; border-bottom: 1px solid {theme.line};
            padding: 6px 11px;
        }}
        #learned QHeaderView::down-arrow, #learned QHeaderView::up-arrow {{ image: none; width: 0; height: 0; }}
        #learned QTableView:focus {{ border-color: {theme.accent}; }}
        #comparisonFrame {{ border: 1px solid {theme.line}; border-radius: 5px; background: {theme.page}; }}
        #recovery QListWidget::item {{ padding: 6px 9px; border: none; }}
        QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; padding: 4px; }}
    """


def _list(places: Iterable[str], *endings: str) -> str:
    """Return the selector of all these places, each with each ending."""
    return ", ".join(f"{place}{ending}" for place in places for ending in endings or ("",))
