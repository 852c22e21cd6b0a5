"""Help on the field with the focus: the nearest words up from it, shown beside it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from qt_app.gui.widgets.words import no_markup

KEY = "F1"
_ON_MACOS = {"Ctrl+": "⌘", "Alt+": "⌥", "Shift+": "⇧"}


class HelpKey(QShortcut):
    """F1 in a window of its own: a menu's key does not reach it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(QKeySequence(KEY), window)
        self.setContext(Qt.ShortcutContext.WindowShortcut)
        self.activated.connect(self._show)

    @Slot()
    def _show(self) -> None:
        show_help()


def set_help(widget: QWidget, text: str) -> None:
    """What F1 says of a widget and of what it holds; keys are named as this system does."""
    if sys.platform == "darwin":
        for name, sign in _ON_MACOS.items():
            text = text.replace(name, sign)
    widget.setWhatsThis(text)


def help_of(widget: QWidget | None) -> tuple[QWidget | None, str]:
    """The nearest of a widget and its parents that says what it is for, and its words."""
    while widget is not None and not widget.whatsThis():
        widget = widget.parentWidget()
    return widget, widget.whatsThis() if widget is not None else ""


def show_help() -> bool:
    """Show the help on the focused field beside it; False if there is none."""
    field = QApplication.focusWidget()
    holder, words = help_of(field)
    if field is None or holder is None:
        return False
    at = field.mapToGlobal(QPoint(16, min(field.height(), 40)))
    QWhatsThis.showText(at, no_markup(words), field)
    return True
