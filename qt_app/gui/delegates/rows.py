"""Pieces that every list paints alike: ground, hairline, focus ring, pills, marked words.

Delegates call these from paint(); fonts and colours come from the Theme, which caches them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from qt_app.gui.theme import Theme

Spans = Sequence[tuple[int, int]]
# As numbers: an operation on two of Qt's enums takes longer than drawing a word.
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVER = QStyle.StateFlag.State_MouseOver.value
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_KEPT = 8192


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is chosen."""
    return bool(option.state.value & _SELECTED)


def draw_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, first: bool = True
) -> None:
    """Selection tint with its bar at the left edge, or the hover tint."""
    state = option.state.value
    if state & _SELECTED:
        rect = option.rect
        painter.fillRect(rect, theme.color("accenttint"))
        if first:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.color("focus"))
    elif state & _HOVER:
        painter.fillRect(option.rect, theme.color("hover"))


def draw_hairline(painter: QPainter, theme: Theme, rect: QRect, inset: int = 0) -> None:
    """The line under a row."""
    width = rect.width() - inset
    painter.fillRect(rect.x() + inset, rect.bottom(), width, 1, theme.color("line"))


def draw_row_ring(
    painter: QPainter, theme: Theme, rect: QRect, *, first: bool = True, last: bool = True
) -> None:
    """The focus ring of a row; a table paints it cell by cell with its open sides."""
    painter.setPen(QPen(theme.color("focus"), 2))
    left, right = (1 if first else 0), (-1 if last else 1)
    box = QRectF(rect).adjusted(left, 1, right, -1)
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if first:
        painter.drawLine(box.topLeft(), box.bottomLeft())
    if last:
        painter.drawLine(box.topRight(), box.bottomRight())


def draw_words(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    role: str = "body",
    token: str = "text",
    spans: Spans = (),
) -> int:
    """One line, vertically centred, elided at the right; `spans` get the mark behind them.

    Returns the x where the words end.
    """
    shown, width = _fitted(theme, role, text, rect.width())
    if spans:
        _draw_marks(painter, theme, rect, theme.metrics(role), text, spans)
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(token))
    painter.drawText(rect, _ONE_LINE, shown)
    return rect.x() + width


def _fitted(theme: Theme, role: str, text: str, width: int) -> tuple[str, int]:
    """What of `text` fits into `width`, and how wide that is; kept until the fonts change."""
    key = (role, text, width)
    kept = theme.fitted
    if key not in kept:
        if len(kept) > _KEPT:
            kept.clear()
        kept[key] = _fit(theme.metrics(role), one_line(text), width)
    return kept[key]


def _fit(metrics: QFontMetrics, line: str, width: int) -> tuple[str, int]:
    whole = metrics.horizontalAdvance(line)
    if whole <= width:
        return line, whole
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(width, 0))
    return shown, metrics.horizontalAdvance(shown)


def _draw_marks(
    painter: QPainter, theme: Theme, rect: QRect, metrics: QFontMetrics, text: str, spans: Spans
) -> None:
    top = rect.center().y() - metrics.height() // 2
    for start, end in spans:
        left = rect.left() + metrics.horizontalAdvance(text[:start])
        right = rect.left() + metrics.horizontalAdvance(text[:end])
        box = QRectF(left - 2, top, min(right, rect.right()) - left + 3, metrics.height() + 1)
        if box.width() > 3 and left < rect.right():
            fill_round(painter, theme, box, "mark", 3)


def fill_round(painter: QPainter, theme: Theme, box: QRectF, token: str, radius: float) -> None:
    """A filled rounded rectangle without an edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(token))
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def pill_rect(theme: Theme, rect: QRect, text: str) -> QRect:
    """Where a pill stands that ends at the right edge of `rect`, vertically centred."""
    metrics = theme.metrics("small")
    width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 4
    top = rect.center().y() - height // 2
    return QRect(rect.right() - width + 1, top, width, height)


def draw_pill(
    painter: QPainter, theme: Theme, box: QRect, text: str, token: str, ground: str
) -> None:
    """A pill with small words; get `box` from pill_rect."""
    fill_round(painter, theme, QRectF(box), ground, 10)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_icon(
    painter: QPainter, theme: Theme, at: QPointF, name: str, token: str, size: int
) -> None:
    """An icon with its left edge at `at.x()`, centred on `at.y()`."""
    side = theme.scaled(size)
    painter.drawPixmap(QPointF(at.x(), at.y() - side / 2), theme.pixmap(name, token, size))


def one_line(text: str) -> str:
    """Line breaks and tabs as spaces, so that a cell stays one line."""
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
