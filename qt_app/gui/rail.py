"""The rail at the left: one button per page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from qt_app.gui.key_words import with_keys
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.field_help import set_help
from qt_app.gui.widgets.words import set_tip

PAGES = ("codes", "diagnose", "checklists", "cases", "settings")
_ICONS = {
    "codes": "list-search",
    "diagnose": "stethoscope",
    "checklists": "list-check",
    "cases": "folder",
    "settings": "settings",
}
_KEYS = {
    "codes": "Ctrl+1",
    "diagnose": "Ctrl+2",
    "checklists": "Ctrl+3",
    "cases": "Ctrl+4",
    "settings": "Ctrl+,",
}


class Rail(QToolBar):
    """Emits `page_requested(name)`; its actions navCodes … also stand in the View menu."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._short = False
        self.setObjectName("navigation")
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.page_actions = {name: self._add(name) for name in PAGES}
        theme.changed.connect(self.retheme)
        self.retranslate()
        self.retheme()

    def select(self, name: str) -> None:
        """Mark a page as the current one."""
        self.page_actions[name].setChecked(True)
        self._color_icons()

    def set_short(self, short: bool) -> None:
        """Show icons only, for a very low window."""
        if short != self._short:
            self._short = short
            self.retheme()

    @Slot()
    def retheme(self) -> None:
        """Sizes and icons in the theme in force."""
        side = self._theme.scaled(20)
        self.setIconSize(QSize(side, side))
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if self._short else style.ToolButtonTextUnderIcon
        )
        self._inset()
        self.setFixedWidth(self._theme.scaled(60) + 12)
        height = 40 if self._short else 56
        size = QSize(self._theme.scaled(60), self._theme.scaled(height))
        for button in self._buttons():
            button.setFixedSize(size)
        self._color_icons()

    def retranslate(self) -> None:
        """Names and tooltips in the language in force."""
        words = {
            "codes": self.tr("Codes"),
            "diagnose": self.tr("Diagnose"),
            "checklists": self.tr("Checklists"),
            "cases": self.tr("Cases"),
            "settings": self.tr("Settings"),
        }
        self.setWindowTitle(self.tr("Pages"))
        self.setAccessibleName(self.tr("Pages"))
        about = self.tr(
            "Goes to a page; each keeps what is in it. Space opens it, Ctrl+1 to Ctrl+4 and Ctrl+, "
            "do so from anywhere."
        )
        set_help(self, about)
        for name, action in self.page_actions.items():
            action.setText(words[name])
            action.setIconText(words[name])
            tip = with_keys(words[name], action.shortcut())
            button = self.widgetForAction(action)
            button.setAccessibleName(words[name])
            action.setToolTip(tip)
            set_tip(button, tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            # Qt's own layout has just taken the style's margins.
            self._inset()

    def _inset(self) -> None:
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(6, 6, 6, 4)
            layout.setSpacing(4)

    def _add(self, name: str) -> QAction:
        if name == "settings":
            spacer = QWidget()
            spacer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            self.addWidget(spacer)
        action = QAction(self)
        action.setObjectName(f"nav{name.capitalize()}")
        action.setCheckable(True)
        action.setData(name)
        action.setShortcut(QKeySequence(_KEYS[name]))
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._group.addAction(action)
        self.addAction(action)
        self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return action

    def _buttons(self) -> list[QToolButton]:
        found = (self.widgetForAction(action) for action in self.page_actions.values())
        return [button for button in found if isinstance(button, QToolButton)]

    def _color_icons(self) -> None:
        if self._group.checkedAction() is None:
            return  # the first page is about to be chosen
        for name, action in self.page_actions.items():
            token = "accenttext" if action.isChecked() else "text2"
            action.setIcon(self._theme.icon(_ICONS[name], token, 20, fades=False))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._color_icons()
        self.page_requested.emit(action.data())
