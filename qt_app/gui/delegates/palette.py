"""Draws the rows of the command palette as text: icon, code, title with marks, shortcut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from qt_app.core.search import Query
from qt_app.gui.delegates.rows import draw_ground, draw_words
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.models.palette import PaletteModel, PaletteRow
from qt_app.gui.theme import Theme

ROW = 36
_PAD, _GAP, _ICON = 12, 12, 16
Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """One line per row; what cannot be done now is grey."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.row_at(index.row()) if isinstance(model, PaletteModel) else None
        if row is None or not isinstance(model, PaletteModel):
            return
        painter.save()
        painter.setClipRect(option.rect)
        if row.enabled:
            draw_ground(painter, self._theme, option)
        self._draw_row(painter, option.rect.adjusted(_PAD, 0, -_PAD, 0), row, model.query)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(200), self._theme.scaled(ROW))

    def _draw_row(self, painter: QPainter, rect: QRect, row: PaletteRow, query: Query) -> None:
        theme = self._theme
        tone, quiet = ("text", "text2") if row.enabled else ("text3", "text3")
        middle = QPointF(rect.left(), rect.top() + rect.height() / 2)
        draw_icon(painter, theme, middle, row.icon, quiet, _ICON)
        rect = rect.adjusted(theme.scaled(_ICON) + 8, 0, 0, 0)
        rect = self._draw_right(painter, rect, row, quiet)
        if row.lead:
            spans = query.spans(row.lead) if query else ()
            end = draw_words(painter, theme, rect, row.lead, "listcode", tone, spans)
            rect.setLeft(end + _GAP)
        # Marks are for what can be chosen: on them only the text colour is readable.
        spans = query.spans(row.title) if query and row.enabled else ()
        draw_words(painter, theme, rect, row.title, "body", tone, spans)

    def _draw_right(self, painter: QPainter, rect: QRect, row: PaletteRow, token: str) -> QRect:
        """Shortcut, table or time at the right edge; gives the room that is left of it."""
        if not row.right:
            return QRect(rect)
        wanted = self._theme.metrics("small").horizontalAdvance(row.right)
        width = min(wanted, rect.width() // 2)
        box = QRect(rect.right() - width + 1, rect.top(), width, rect.height())
        draw_words(painter, self._theme, box, row.right, "small", token)
        return rect.adjusted(0, 0, -width - _GAP, 0)
