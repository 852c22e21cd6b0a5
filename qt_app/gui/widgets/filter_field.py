"""A field to search a list with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from qt_app.gui.theme import Theme

MAX_TYPED = 1000


class FilterField(QLineEdit):
    """The search field: Down and Enter go to the list, Esc clears."""

    left_down = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setMaxLength(MAX_TYPED)
        position = QLineEdit.ActionPosition
        self._search = QAction(self)
        self.addAction(self._search, position.LeadingPosition)
        self._clear = QAction(self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, position.TrailingPosition)
        self.textChanged.connect(self._show_clear)
        theme.changed.connect(self.retheme)
        self.retheme()
        self._show_clear("")

    def set_clear_words(self, words: str) -> None:
        """Name and tooltip of the clearing cross."""
        self._clear.setText(words)
        self._clear.setToolTip(words)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def retheme(self) -> None:
        """Icons in the theme in force."""
        self._search.setIcon(self._theme.icon("search", "text2", 16))
        self._clear.setIcon(self._theme.icon("x", "text2", 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))
