"""Draws the code table's cells as text: marks, the badge of other meanings, severity."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qt_app.gui.delegates.rows import (
    draw_ground,
    draw_hairline,
    draw_icon,
    draw_pill,
    draw_row_ring,
    draw_words,
    pill_rect,
)
from qt_app.gui.models.codes import CODE, SEVERITY_WORD, TITLE, CodesModel, Row
from qt_app.gui.theme import Theme
from qt_app.gui.vocabulary import SEVERITY

FIRST_PAD, PAD = 16, 10
Index = QModelIndex | QPersistentModelIndex


class CodesDelegate(QStyledItemDelegate):
    """`badge_clicked(row)` when the pill of other meanings was clicked."""

    badge_clicked = Signal(int)

    def __init__(self, theme: Theme, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CodesModel):
            return
        row = model.row_at(index.row())
        place = self._view.horizontalHeader().visualIndex(index.column())
        self._draw_frame(painter, option, index, place)
        rect = self.inner_rect(option.rect, first=place == 0)
        painter.save()
        painter.setClipRect(option.rect)
        self._draw_cell(painter, rect, row, index.column(), model)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(84), self._theme.scaled(34))

    def inner_rect(self, rect: QRect, *, first: bool) -> QRect:
        """Where a cell's words stand."""
        return rect.adjusted(FIRST_PAD if first else PAD, 0, -PAD, 0)

    def badge_text(self, row: Row) -> str:
        """What the pill says; "" if the code has one meaning only."""
        return self.tr("%n more meaning(s)", "", row.others) if row.others else ""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and isinstance(model, CodesModel):
            text = self.badge_text(model.row_at(index.row()))
            on_badge = index.column() == TITLE and bool(text)
            if on_badge and self._badge_rect(option.rect, text).contains(
                event.position().toPoint()
            ):
                self.badge_clicked.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def _badge_rect(self, rect: QRect, text: str) -> QRect:
        return pill_rect(self._theme, rect.adjusted(0, 0, -PAD, 0), text)

    def _draw_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: int
    ) -> None:
        draw_ground(painter, self._theme, option, first=place == 0)
        draw_hairline(painter, self._theme, option.rect)
        current = self._view.currentIndex().row() == index.row()
        if current and self._view.hasFocus():
            last = place == self._last_place()
            draw_row_ring(painter, self._theme, option.rect, first=place == 0, last=last)

    def _last_place(self) -> int:
        header = self._view.horizontalHeader()
        shown = [i for i in range(header.count()) if not header.isSectionHidden(i)]
        return max((header.visualIndex(i) for i in shown), default=0)

    def _draw_cell(
        self, painter: QPainter, rect: QRect, row: Row, column: int, model: CodesModel
    ) -> None:
        text = row.cells[column]
        spans = model.query.spans(text) if column <= 2 and model.query else ()
        if column == CODE:
            draw_words(painter, self._theme, rect, text, "listcode", "text", spans)
        elif column == SEVERITY_WORD:
            self._draw_severity(painter, rect, row, text)
        elif column == TITLE:
            rect = self._draw_badge(painter, rect, row)
            draw_words(painter, self._theme, rect, text, "body", "text", spans)
        else:
            token = "text" if column <= 2 else "text2"
            draw_words(painter, self._theme, rect, text, "body", token, spans)

    def _draw_badge(self, painter: QPainter, rect: QRect, row: Row) -> QRect:
        text = self.badge_text(row)
        if not text:
            return rect
        box = pill_rect(self._theme, rect, text)
        draw_pill(painter, self._theme, box, text, "violet", "violettint")
        return QRect(rect.topLeft(), QSize(box.left() - 8 - rect.left(), rect.height()))

    def _draw_severity(self, painter: QPainter, rect: QRect, row: Row, text: str) -> None:
        mark = SEVERITY[row.entry.severity]
        # Nearly every code is an error: grey, so that the exceptions stand out.
        token = "text2" if row.entry.severity == "error" else mark.tone
        middle = rect.top() + rect.height() / 2
        draw_icon(painter, self._theme, QPointF(rect.left(), middle), mark.icon, token, 14)
        words = rect.adjusted(self._theme.scaled(20), 0, 0, 0)
        draw_words(painter, self._theme, words, text, "body", token)
