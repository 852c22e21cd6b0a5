"""The narrow column left of the paste: line numbers and the marks of findings."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import Mark

WIDTH = 46
_NUMBERS_END = 36
_MARK_AT = 2
_DIGITS = 3  # so many have room in the design's width


class Lines(Protocol):
    """What the gutter asks of the editor."""

    def last_number(self) -> int:
        """The largest line number."""

    def number_of(self, block: QTextBlock) -> int:
        """The number of a line, counted from 1."""

    def visible_blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """Blocks in sight with their rectangles in viewport coordinates."""

    def mark_of(self, block: QTextBlock) -> Mark | None:
        """The mark of a line."""


class Gutter(QWidget):
    """`line_clicked(block number)` when a line's gutter was clicked."""

    line_clicked = Signal(int)

    def __init__(self, theme: Theme, lines: Lines, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def width_now(self) -> int:
        """Its width: wider for big text and for many lines."""
        return self._theme.scaled(WIDTH) + self._more()

    def _more(self) -> int:
        """What digits after the third take."""
        digits = len(str(self._lines.last_number()))
        return max(digits - _DIGITS, 0) * self._theme.metrics("tag").horizontalAdvance("0")

    def sizeHint(self) -> QSize:
        return QSize(self.width_now(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.setFont(self._theme.font("tag"))
        right = self._theme.scaled(_NUMBERS_END) + self._more()
        ascent = painter.fontMetrics().ascent()
        for block, rect in self._lines.visible_blocks():
            line = block.layout().lineAt(0)
            base = rect.top() + (line.ascent() if line.isValid() else ascent)
            mark = self._lines.mark_of(block)
            if mark is not None:
                middle = rect.top() + (line.height() if line.isValid() else rect.height()) / 2
                token = "text2" if mark.tone == "grey" else mark.tone
                at = QPoint(_MARK_AT, round(middle))
                draw_icon(painter, self._theme, at.toPointF(), mark.icon, token, 13)
            painter.setPen(self._theme.color("text3"))
            number = str(self._lines.number_of(block))
            width = painter.fontMetrics().horizontalAdvance(number)
            painter.drawText(QPoint(right - width, round(base)), number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for block, rect in self._lines.visible_blocks():
            if rect.top() <= event.position().y() < rect.bottom():
                self.line_clicked.emit(block.blockNumber())
                return
