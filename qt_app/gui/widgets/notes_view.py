"""The notes under the findings: what was repaired or not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qt_app.gui.delegates.rows import draw_row_ring
from qt_app.gui.plain import one_line
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.words import plain_tip

MOST_NOTES = 100
_LINE = re.compile(r"第 ?(\d{1,9})(?:、\d{1,9}){0,9} ?行|[Ll]ines? (\d{1,9})")
_ROLE_LINE = Qt.ItemDataRole.UserRole + 1


class _NoteDelegate(QStyledItemDelegate):
    """Qt's own row with the ring that every list has on the row in force."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            draw_row_ring(painter, self._theme, option.rect)


class NotesView(QListView):
    """What was repaired or not read, one wrapped line each; a click jumps to the line it names."""

    line_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = QStandardItemModel(self)
        self.setObjectName("notesView")
        self.setModel(self._model)
        self.setItemDelegate(_NoteDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSpacing(2)
        self.setViewportMargins(8, 6, 4, 6)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme.changed.connect(self.retheme)
        self.retheme()
        self.hide()

    def set_notes(self, notes: Sequence[str], *, leads: bool = True) -> None:
        """Show these notes, masked already; hidden if there are none.

        `leads`: whether the lines they name are those of the text in the box.
        """
        self._model.clear()
        for note in notes[:MOST_NOTES]:
            text = one_line(note)
            item = QStandardItem(self._theme.icon("info-circle", "text2", 14), text)
            item.setToolTip(plain_tip(text))
            found = _LINE.search(text) if leads else None
            item.setData(int(found[1] or found[2]) if found else 0, _ROLE_LINE)
            item.setForeground(self._theme.color("text2"))
            self._model.appendRow(item)
        self.setVisible(bool(notes))
        self._fit()

    @Slot()
    def retheme(self) -> None:
        """Follow colours and text size."""
        self.setFont(self._theme.font("small"))
        side = self._theme.scaled(14)
        self.setIconSize(QSize(side, side))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setIcon(self._theme.icon("info-circle", "text2", 14))
            item.setForeground(self._theme.color("text2"))
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a few; then it scrolls."""
        rows = min(self._model.rowCount(), 6)
        # Qt's own hint takes the whole view for an item's width: wrapped lines would be cut.
        self.doItemsLayout()
        last = self.visualRect(self._model.index(rows - 1, 0)).bottom() if rows else 0
        height = last + self.verticalScrollBar().value() + self.spacing() + 1
        self.setFixedHeight(min(height + 12, self._theme.scaled(120)))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        line = index.data(_ROLE_LINE)
        if line:
            self.line_requested.emit(line)
