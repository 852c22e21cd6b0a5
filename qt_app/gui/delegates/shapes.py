"""What lists and widgets paint alike without words: icons and filled boxes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from qt_app.gui.theme import Theme


def fill_round(painter: QPainter, theme: Theme, box: QRectF, token: str, radius: float) -> None:
    """A filled rounded rectangle without an edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def draw_icon(
    painter: QPainter, theme: Theme, at: QPointF, name: str, token: str, size: int
) -> None:
    """An icon with its left edge at `at.x()`, centred on `at.y()`."""
    side = theme.scaled(size)
    painter.drawPixmap(QPointF(at.x(), at.y() - side / 2), theme.pixmap(name, token, size))
