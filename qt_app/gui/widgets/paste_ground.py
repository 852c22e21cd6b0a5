"""The grounds behind spans and pills of the paste box."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from qt_app.gui.delegates.shapes import fill_round
from qt_app.gui.theme import Theme


class BlockGround:
    """The lines of a block that are in sight; a block may have thousands that are not.

    `first` and `last` are the document's places that they begin and end at.
    """

    def __init__(self, block: QTextBlock, rect: QRectF, bottom: int) -> None:
        """`rect`: where the block stands in a viewport that ends at `bottom`, px."""
        layout = block.layout()
        self._rect, self._base = rect, block.position()
        count = layout.lineCount()
        ends = range(count)
        top = bisect_left(ends, -rect.top(), key=lambda n: _bottom(layout.lineAt(n)))
        self._lines: list[QTextLine] = []
        for number in range(top, count):
            line = layout.lineAt(number)
            if rect.top() + line.y() > bottom:
                break
            self._lines.append(line)
        self._starts = [line.textStart() for line in self._lines]
        self.first = self._base + self._starts[0] if self._starts else 0
        self.last = self._base + _end(self._lines[-1]) if self._lines else 0

    def paint(
        self, painter: QPainter, theme: Theme, ends: tuple[int, int], token: str, gap: int = 0
    ) -> None:
        """The ground of a stretch of the document.

        With a `gap` it is a pill with an edge, seen on every ground, and its neighbours stand
        that far off, px.
        """
        low, high = ends[0] - self._base, ends[1] - self._base
        for line in self._lines[max(bisect_right(self._starts, low) - 1, 0) :]:
            start, end = max(low, line.textStart()), min(high, _end(line))
            if line.textStart() >= high:
                break
            if start >= end:
                continue
            left, right = sorted((_x(line, start), _x(line, end)))
            top = self._rect.top() + line.y()
            box = QRectF(left + self._rect.left() + gap / 2, top, right - left - gap, line.height())
            fill_round(painter, theme, box, token, 3 if gap else 2)
            if gap:
                _edge(painter, theme, box)


def _edge(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("line2"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def _bottom(line: QTextLine) -> float:
    return float(line.y() + line.height())


def _end(line: QTextLine) -> int:
    return int(line.textStart() + line.textLength())


def _x(line: QTextLine, place: int) -> float:
    x: object = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]
