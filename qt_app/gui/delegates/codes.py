"""The code table's cells as Qt sees them: their size, and the badge that can be clicked."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qt_app.gui.delegates.codes_rows import FIRST_PAD, PAD, badge_rect
from qt_app.gui.models.codes import TITLE, CodesModel, Row
from qt_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class CodesDelegate(QStyledItemDelegate):
    """`badge_clicked(row)` when the pill of other meanings was clicked. CodesRows paints."""

    badge_clicked = Signal(int)

    def __init__(self, theme: Theme, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(84), self._theme.scaled(34))

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
        first = self._view.horizontalHeader().visualIndex(TITLE) == 0
        return badge_rect(self._theme, rect.adjusted(FIRST_PAD if first else PAD, 0, -PAD, 0), text)
