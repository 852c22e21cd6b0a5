"""Draws the rows of kept cases: title and time, below them a lock (it is masked) and what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from qt_app.gui.delegates.rows import (
    draw_ground,
    draw_hairline,
    draw_row_ring,
    draw_words,
)
from qt_app.gui.delegates.shapes import draw_icon
from qt_app.gui.models.cases import CasesModel
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.case_tabs import case_mark

ROW_HEIGHT = 56
_ICON_AT, _TEXT_AT = 16, 44
_LOCK, _GAP = 13, 10
Index = QModelIndex | QPersistentModelIndex


class CasesDelegate(QStyledItemDelegate):
    """Text only; fonts, metrics and pixmaps come from the theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CasesModel) or (case := model.case(index.row())) is None:
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setClipRect(rect)
        draw_ground(painter, theme, option)
        draw_hairline(painter, theme, rect, 16)
        heights = (theme.metrics("body").height(), theme.metrics("small").height())
        above = max((rect.height() - sum(heights)) // 2, 0)
        left, width = rect.left() + theme.scaled(_TEXT_AT), rect.width() - theme.scaled(_TEXT_AT)
        first = QRect(left, rect.top() + above, width - 12, heights[0])
        second = QRect(left, first.bottom() + 1, width - 12, heights[1])
        mark = case_mark(case.severity)
        at = QPointF(rect.left() + _ICON_AT, first.center().y() + 1)
        draw_icon(painter, theme, at, mark.icon, mark.tone, 18)
        first.setRight(self._draw_time(painter, first, model.time_of(case)) - _GAP)
        draw_words(painter, theme, first, case.title)
        lock = QPointF(second.left(), second.center().y() + 1)
        draw_icon(painter, theme, lock, "shield-lock", "text2", _LOCK)
        second.setLeft(second.left() + theme.scaled(_LOCK) + 6)
        draw_words(painter, theme, second, case.verdict, "small", "text2")
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            draw_row_ring(painter, theme, rect)
        painter.restore()

    def _draw_time(self, painter: QPainter, line: QRect, time: str) -> int:
        """At the right end of the first line; returns where it begins."""
        width = self._theme.metrics("small").horizontalAdvance(time) + 1
        box = QRect(line.right() - width + 1, line.top(), width, line.height())
        draw_words(painter, self._theme, box, time, "small", "text2")
        return box.left()
