"""The grounds behind spans and pills of the paste box."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from qt_app.gui.delegates.rows import fill_round
from qt_app.gui.theme import Theme


def paint_span(
    painter: QPainter,
    theme: Theme,
    place: tuple[QTextBlock, QRectF],
    ends: tuple[int, int],
    token: str,
    gap: int = 0,
) -> None:
    """The ground of a stretch of a block that stands at a rectangle of the viewport.

    With a `gap` it is a pill, and its neighbours stand that far off, px.
    """
    block, rect = place
    layout = block.layout()
    low, high = ends[0] - block.position(), ends[1] - block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, end = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
        top = rect.top() + line.y()
        if start >= end or top > painter.viewport().bottom() or top + line.height() < 0:
            continue
        left, right = sorted((_x(line, start), _x(line, end)))
        box = QRectF(left + rect.left() + gap / 2, top, right - left - gap, line.height())
        fill_round(painter, theme, box, token, 3 if gap else 2)


def _x(line: QTextLine, place: int) -> float:
    x: object = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]
