"""Fields to search a list with: a loupe at the left, where wanted a cross at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.buttons import Button
from qt_app.gui.widgets.words import set_tip

MAX_TYPED = 1000
_ICON, _INSET, _GAP = 16, 8, 4


class SearchField(QLineEdit):
    """A field with a loupe that grows with the text: Qt's own icons stay 16 px high.

    The loupe is painted, so a screen reader meets the field alone.
    """

    def __init__(self, theme: Theme, name: str, longest: int = MAX_TYPED) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setMaxLength(longest)
        theme.changed.connect(self.retheme)
        self.retheme()

    @Slot()
    def retheme(self) -> None:
        """Make room for the loupe in the text size in force."""
        self.setTextMargins(self._theme.scaled(_ICON) + _GAP + _INSET, 0, self._room_right(), 0)
        self.update()

    def _room_right(self) -> int:
        return 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.scaled(_ICON)
        loupe = self._theme.pixmap("search", "text2", _ICON)
        QPainter(self).drawPixmap(_INSET, (self.height() - side) // 2, loupe)


class FilterField(SearchField):
    """Down and Enter go to the list; Esc and the cross clear."""

    left_down = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        self._cross: Button | None = None
        super().__init__(theme, name)
        self._cross = Button(theme, "icon", "x", small=True, parent=self)
        # Esc does the same from the field; the keyboard need not stop here.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._show_cross)
        self.retheme()
        self._show_cross("")

    def set_clear_words(self, words: str) -> None:
        """Name and tooltip of the clearing cross."""
        if self._cross is not None:
            self._cross.setAccessibleName(words)
            set_tip(self._cross, words)

    def retheme(self) -> None:
        super().retheme()
        self._place_cross()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_cross()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _room_right(self) -> int:
        return 0 if self._cross is None else self._side().width() - _INSET + _GAP

    def _side(self) -> QSize:
        return QSize(self._theme.scaled(28), self._theme.scaled(28))

    def _place_cross(self) -> None:
        if self._cross is None:
            return
        side = self._side()
        self._cross.setFixedSize(side)
        top = (self.height() - side.height()) // 2
        self._cross.move(self.width() - side.width() - 2, top)

    @Slot(str)
    def _show_cross(self, text: str) -> None:
        if self._cross is not None:
            self._cross.setVisible(bool(text))
