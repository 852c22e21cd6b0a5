"""Lines of whole device pixels, equally thick everywhere whatever the scale of the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter


class Hairlines:
    """Where 1 px lines stand for a painter; `lying` and `standing` give rectangles to fill."""

    def __init__(self, painter: QPainter) -> None:
        place = painter.deviceTransform()
        self._across, self._down = place.m11() or 1.0, place.m22() or 1.0
        self._left, self._top = place.dx(), place.dy()

    def lying(self, left: float, bottom: float, width: float) -> QRectF:
        """A line whose lower edge is at `bottom`."""
        edge = round(bottom * self._down + self._top)
        high = max(int(self._down), 1)
        return QRectF(left, (edge - high - self._top) / self._down, width, high / self._down)

    def standing(self, left: float, top: float, height: float) -> QRectF:
        """A line whose left edge is at `left`."""
        edge = round(left * self._across + self._left)
        wide = max(int(self._across), 1)
        return QRectF((edge - self._left) / self._across, top, wide / self._across, height)


def fill(painter: QPainter, area: QRectF, color: QColor) -> None:
    """Fill `area`. To choose among the many fillRect(), PySide makes all that gradients are."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(area)
