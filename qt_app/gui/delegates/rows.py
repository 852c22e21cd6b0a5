"""Pieces that every list paints alike: ground, hairline, focus ring, pills, marked words.

Delegates call these from paint(); fonts and colours come from the Theme, which caches them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGlyphRun, QPainter, QPen, QTextLayout, QTextLine

from qt_app.gui.delegates.hairline import Hairlines
from qt_app.gui.delegates.shapes import fill_round
from qt_app.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Spans = Sequence[tuple[int, int]]
# As numbers: an operation on two of Qt's enums takes longer than drawing a word.
# Written out: making QStyle's enums takes 10 ms of the start. A test holds them against Qt's.
_SELECTED = 0x8000  # QStyle.StateFlag.State_Selected
_HOVER = 0x2000  # QStyle.StateFlag.State_MouseOver
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
    line = Hairlines(painter).lying(rect.x() + inset, rect.bottom() + 1, rect.width() - inset)
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
    line = fitted(theme, role, text, rect.width())
    if spans:
        draw_marks(painter, theme, _mark_boxes(theme.metrics(role), rect, text, spans))
    painter.setPen(theme.color(token))
    at = QPointF(rect.x(), rect.y() + (rect.height() - line.height) // 2 + line.shift)
    for run in line.runs:
        painter.drawGlyphRun(at, run)
    return rect.x() + line.width


class Line(NamedTuple):
    """A line shaped once: its glyphs, how wide it is, the font's height, the glyphs' offset."""

    runs: tuple[QGlyphRun, ...]
    width: int
    height: int
    shift: int


def fitted(theme: Theme, role: str, text: str, width: int) -> Line:
    """What of `text` fits into `width`; kept until the fonts change.

    Finding the glyphs of a Chinese line takes four times as long as painting them.
    """
    key = (role, text, width)
    kept: dict[tuple[str, str, int], Line] = theme.fitted
    if key not in kept:
        if len(kept) > _KEPT:
            kept.clear()
        kept[key] = _fit(theme.font(role), theme.metrics(role), one_line(text), width)
    return kept[key]


def _fit(font: QFont, metrics: QFontMetrics, line: str, width: int) -> Line:
    layout = QTextLayout(line, font)
    made = _lay_out(layout)
    if made.isValid() and round(made.horizontalAdvance()) > width:
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(width, 0))
        layout = QTextLayout(shown, font)
        made = _lay_out(layout)
    if not made.isValid():
        return Line((), 0, metrics.height(), 0)
    # Fallback fonts are taller; the words keep the baseline of the row's own font.
    shift = round(metrics.ascent() - made.ascent())
    advance = round(made.horizontalAdvance())
    return Line(tuple(layout.glyphRuns()), advance, metrics.height(), shift)


def _lay_out(layout: QTextLayout) -> QTextLine:
    layout.beginLayout()
    made = layout.createLine()
    layout.endLayout()
    return made


def letter_edges(font: QFont, text: str) -> list[int]:
    """How far into a line each character begins, and where the last one ends, px.

    Asking the metrics for the width up to a character shapes the words each time.
    """
    layout = QTextLayout(text, font)
    line = _lay_out(layout)
    places = accumulate((2 if char > "\uffff" else 1 for char in text), initial=0)
    if not line.isValid():
        return [0]
    found: list[Any] = [line.cursorToX(place) for place in places]  # pairs, whatever PySide says
    return [round(left) for left, _ in found]


def _mark_boxes(metrics: QFontMetrics, rect: QRect, text: str, spans: Spans) -> Iterator[QRectF]:
    for start, end in spans:
        left = metrics.horizontalAdvance(text[:start])
        box = mark_box(metrics, rect, left, metrics.horizontalAdvance(text[:end]))
        if box is not None:
            yield box


def mark_box(metrics: QFontMetrics, rect: QRect, left: int, right: int) -> QRectF | None:
    """The ground of a marked span `left` to `right` px into a line; None if it is cut away."""
    left, right = rect.left() + left, min(rect.left() + right, rect.right())
    top = rect.center().y() - metrics.height() // 2
    box = QRectF(left - 2, top, right - left + 3, metrics.height() + 1)
    return box if box.width() > 3 and left < rect.right() else None


def draw_marks(painter: QPainter, theme: Theme, boxes: Iterable[QRectF]) -> None:
    """The grounds of marked spans."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("mark"))
    for box in boxes:
        painter.drawRoundedRect(box, 3, 3)
    painter.restore()


def pill_rect(theme: Theme, rect: QRect, text: str, role: str = "small") -> QRect:
    """Where a pill stands that ends at the right edge of `rect`, vertically centred."""
    metrics = theme.metrics(role)
    width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 2
    top = rect.center().y() - height // 2
    return QRect(rect.right() - width + 1, top, width, height)


def draw_pill(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    text: str,
    token: str,
    ground: str,
    role: str = "small",
) -> None:
    """A pill with small words; get `box` from pill_rect."""
    fill_round(painter, theme, QRectF(box), ground, 10)
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def one_line(text: str) -> str:
    """Line breaks and tabs as spaces, so that a cell stays one line."""
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
