"""How many rows there are and how they were searched for, over a list."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qt_app.gui.theme import Theme
from qt_app.gui.widgets.words import ElidedLabel, plain_label

_SIDE, _ABOVE, _BELOW, _GAP = 16, 10, 2, 8


class CountLine(QWidget):
    """Its words change with each key. So they lie in no layout: for a word of another width Qt
    would lay out the whole window again."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.count = plain_label("", "smallstrong", parent=self)
        self.count.setObjectName(name)
        self._how = ElidedLabel("", self)
        self._how.setProperty("role", "small")
        self._how.setProperty("tone", "text2")
        theme.changed.connect(self.retheme)
        self.retheme()

    def say(self, count: str, how: str) -> None:
        """`48 rows`, and what was looked for in which order."""
        self.count.setText(count)
        self._how.setText(how)
        self._place()

    @Slot()
    def retheme(self) -> None:
        """Its height follows the text size."""
        self.setFixedHeight(_ABOVE + self._line() + _BELOW)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _line(self) -> int:
        return max(self._theme.metrics(role).height() for role in ("smallstrong", "small"))

    def _place(self) -> None:
        self.count.ensurePolished()
        width, height = self.count.sizeHint().width(), self._line()
        left = _SIDE + width + _GAP
        self.count.setGeometry(_SIDE, _ABOVE, width, height)
        self._how.setGeometry(left, _ABOVE, max(self.width() - left - _SIDE, 0), height)
