"""Pieces that every list paints alike: ground, hairline, focus ring, pills, marked words.

Delegates call these from paint(); fonts and colours come from the Theme, which caches them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from qt_app.gui.theme import Theme

Spans = Sequence[tuple[int, int]]


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is chosen."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def draw_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, first: bool = True
) -> None:
    """Selection tint with its bar at the left edge, or the hover tint."""
    if is_selected(option):
        painter.fillRect(option.rect, theme.color("accenttint"))
        if first:
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft() + QPoint(2, 0))
            painter.fillRect(bar, theme.color("focus"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.color("hover"))


def draw_hairline(painter: QPainter, theme: Theme, rect: QRect, inset: int = 0) -> None:
    """The line under a row."""
    line = QRect(rect.left() + inset, rect.bottom(), rect.width() - inset, 1)
    painter.fillRect(line, theme.color("line"))


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
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(rect.width(), 0))
    painter.setFont(font)
    for start, end in spans:
        left = rect.left() + metrics.horizontalAdvance(text[:start])
        right = rect.left() + metrics.horizontalAdvance(text[:end])
        top = rect.center().y() - metrics.height() // 2
        box = QRectF(left - 2, top, min(right, rect.right()) - left + 3, metrics.height() + 1)
        if box.width() > 3 and left < rect.right():
            fill_round(painter, theme, box, "mark", 3)
    painter.setPen(theme.color(token))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return rect.left() + metrics.horizontalAdvance(shown)


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
    metrics = QFontMetrics(theme.font("small"))
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
