"""The code table's view and header: remembered columns, keys, three-state sorting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from qt_app.gui.delegates.codes import CodesDelegate
from qt_app.gui.delegates.codes_rows import FIRST_PAD, PAD, CodesRows, Column, Scene
from qt_app.gui.delegates.rows import draw_hairline, draw_words
from qt_app.gui.models.codes import (
    CODE,
    COLUMNS,
    MESSAGE,
    SEVERITY_WORD,
    TABLE,
    TITLE,
    WHO_ACTS,
    CodesModel,
)
from qt_app.gui.theme import Theme
from qt_app.gui.widgets.rows_ahead import RowsAhead

_WIDTHS = {CODE: 84, TITLE: 240, MESSAGE: 160, TABLE: 96, WHO_ACTS: 84, SEVERITY_WORD: 80}
_NARROW_TITLE = 180
_LEAST_MESSAGE = 96
_SETTLE = 400
_Index = QModelIndex | QPersistentModelIndex


class CodesHeader(QHeaderView):
    """Column titles in small grey words with a chevron beside the sorted one."""

    def __init__(self, theme: Theme, model: CodesModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumSectionSize(56)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        draw_hairline(painter, self._theme, rect)
        pad = FIRST_PAD if self.visualIndex(section) == 0 else PAD
        inner = rect.adjusted(pad, 0, -PAD, 0)
        chevron = self._chevron(section)
        if chevron:
            inner.adjust(0, 0, -self._theme.scaled(16), 0)
        title = self._model.header(section)
        end = draw_words(painter, self._theme, inner, title, "small", "text2")
        if chevron:
            side = self._theme.scaled(12)
            at = QPoint(end + 4, rect.center().y() - side // 2 + 1)
            painter.drawPixmap(at, self._theme.pixmap(chevron, "text2", 12))
        painter.restore()

    def _chevron(self, column: int) -> str:
        if column != self.sortIndicatorSection():
            return ""
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        return "chevron-up" if up else "chevron-down"


class CodesTable(QTableView):
    """Signals: `typed(text)` goes back to the filter, `meaning_requested(step)` Alt+Left/Right,
    `copy_requested()` Ctrl+C, `opened()` Enter, `columns_changed()` once the user is done."""

    typed = Signal(str)
    meaning_requested = Signal(int)
    copy_requested = Signal()
    opened = Signal()
    columns_changed = Signal()

    def __init__(self, theme: Theme, model: CodesModel) -> None:
        super().__init__()
        self._theme = theme
        self._codes = model
        self._narrow = False
        self._chosen_hidden: bool | None = None
        self._percent = theme.fonts.percent
        self.setObjectName("codesTable")
        self.setModel(model)
        self.delegate = CodesDelegate(theme, self, self)
        self.setItemDelegate(self.delegate)
        self._painted = CodesRows(theme, self.delegate.badge_text)
        self._ahead = RowsAhead(self, model, self._painted)
        self._hovered = -1
        self.columns = CodesHeader(theme, model, self)
        self.setHorizontalHeader(self.columns)
        self._set_up_view()
        self._set_up_header()
        theme.changed.connect(self.retheme)
        self.retheme()
        self.reset_columns()

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_nothing_entered)

    def _set_up_header(self) -> None:
        header = self.columns
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._fit_message)
        self._settle.timeout.connect(self.columns_changed)
        for signal in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            signal.connect(self._on_columns_touched)

    @Slot()
    def retheme(self) -> None:
        """Row and header heights follow the text size."""
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._theme.scaled(34))
        rows.setDefaultSectionSize(self._theme.scaled(34))
        self.columns.setFixedHeight(self._theme.scaled(30))
        self.set_least_rows(2)
        self._scale_columns()
        self._painted.forget()
        self.viewport().update()

    def set_least_rows(self, rows: int) -> None:
        """Never be lower than so many rows with the header and the bar below them."""
        self.setMinimumHeight(self._theme.scaled(30) + rows * self._theme.scaled(34) + 10)

    def _scale_columns(self) -> None:
        percent = self._theme.fonts.percent
        if percent == self._percent:
            return
        for column in range(COLUMNS):
            if self.isColumnHidden(column):
                self.setColumnWidth(column, self._start_width(column))  # a hidden one has none
            elif column != MESSAGE:
                width = round(self.columnWidth(column) * percent / self._percent)
                self.setColumnWidth(column, width)
        self._percent = percent
        self._fit_message()

    def reset_columns(self) -> None:
        """The design's order and widths, seed order."""
        for place, column in enumerate(_WIDTHS):
            self.columns.moveSection(self.columns.visualIndex(column), place)
            if column != MESSAGE:
                self.setColumnWidth(column, self._start_width(column))
        self.setColumnHidden(SEVERITY_WORD, False)
        self.columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def set_narrow(self, narrow: bool) -> None:
        """Below 1120 px: a narrower title, no severity unless the user wants it."""
        if narrow == self._narrow:
            return
        title = self.columnWidth(TITLE)
        usual, small = self._theme.scaled(_WIDTHS[TITLE]), self._theme.scaled(_NARROW_TITLE)
        self._narrow = narrow
        if title in (usual, small):
            self.setColumnWidth(TITLE, small if narrow else usual)
        hidden = self._chosen_hidden if self._chosen_hidden is not None else narrow
        self.setColumnHidden(SEVERITY_WORD, hidden)
        self._fit_message()

    def columns_state(self) -> dict[str, Any]:
        """Order, widths, sort and hidden columns as plain values."""
        header = self.columns
        order = sorted(range(COLUMNS), key=header.visualIndex)
        shown = (c for c in range(COLUMNS) if not self.isColumnHidden(c))
        widths = {str(c): round(self.columnWidth(c) * 100 / self._percent) for c in shown}
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return {
            "order": order,
            "widths": widths,
            "sort": [header.sortIndicatorSection(), int(descending)],
            "hidden": self._chosen_hidden,
        }

    def restore_columns(self, state: object) -> None:
        """Bring back what `columns_state` said; anything odd in it is passed over."""
        if not isinstance(state, Mapping):
            return
        order = state.get("order")
        if isinstance(order, list) and sorted(map(str, order)) == [str(c) for c in range(COLUMNS)]:
            for place, column in enumerate(order):
                self.columns.moveSection(self.columns.visualIndex(int(column)), place)
        widths = state.get("widths")
        for key, width in widths.items() if isinstance(widths, Mapping) else ():
            if str(key).isdecimal() and int(key) < COLUMNS and isinstance(width, int):
                self.setColumnWidth(int(key), self._theme.scaled(min(max(width, 56), 2000)))
        hidden = state.get("hidden")
        self._chosen_hidden = hidden if isinstance(hidden, bool) else None
        if self._chosen_hidden is not None:
            self.setColumnHidden(SEVERITY_WORD, self._chosen_hidden)
        self._restore_sort(state.get("sort"))

    def select_row(self, number: int) -> None:
        """Choose a row and bring it into sight."""
        index = self._codes.index(number, CODE)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_message()

    @Slot()
    def _fit_message(self) -> None:
        """The message takes what is left, but never so little that it says nothing."""
        header, least = self.columns, self._theme.scaled(_LEAST_MESSAGE)
        others = (c for c in range(COLUMNS) if c != MESSAGE and not self.isColumnHidden(c))
        room = self.viewport().width() - sum(header.sectionSize(c) for c in others)
        modes = QHeaderView.ResizeMode
        mode = modes.Stretch if room >= least else modes.Interactive
        if header.sectionResizeMode(MESSAGE) != mode:
            header.setSectionResizeMode(MESSAGE, mode)
        if mode == modes.Interactive and header.sectionSize(MESSAGE) < least:
            header.resizeSection(MESSAGE, least)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._scene(event.rect())
        painter = QPainter(self.viewport())
        painter.translate(-self.columns.offset(), 0)
        self._painted.draw(painter, self._codes, scene)
        self._ahead.touch()

    def _scene(self, area: QRect) -> Scene:
        header, height = self.columns, self.verticalHeader().defaultSectionSize()
        shown = (c for c in range(COLUMNS) if not header.isSectionHidden(c))
        columns = tuple(
            Column(c, header.sectionPosition(c), header.sectionSize(c))
            for c in sorted(shown, key=header.visualIndex)
        )
        # All rows are of one height.
        start = -self.verticalOffset()
        first = max((area.top() - start) // height, 0)
        behind = min((area.bottom() - start) // height + 1, self._codes.rowCount())
        rows = [(number, start + number * height) for number in range(first, behind)]
        chosen = frozenset(index.row() for index in self.selectedIndexes())
        hovered = self._hovered if self.viewport().underMouse() else -1
        ring = self.currentIndex().row() if self.hasFocus() else -1
        return Scene(columns, height, rows, chosen, hovered, ring)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MEANING_STEPS:
            self.meaning_requested.emit(_MEANING_STEPS[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif _is_typing(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._allow_input_method()

    def _allow_input_method(self) -> None:
        """Chinese is typed through one; Qt allows it in cells only that can be edited."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.typed.emit(event.commitString())
        event.accept()

    def settle(self) -> None:
        """What waits for the header to come to rest happens now."""
        if self._settle.isActive():
            self._settle.stop()
            self._fit_message()
            self.columns_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._codes.rowCount():
            self.select_row(0)
        self._allow_input_method()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _restore_sort(self, sort: object) -> None:
        if not (isinstance(sort, list) and len(sort) == 2):
            return
        column, descending = sort
        if isinstance(column, int) and -1 <= column < COLUMNS:
            way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.columns.setSortIndicator(column, way)

    def _start_width(self, column: int) -> int:
        title = QFontMetrics(self._theme.font("small")).horizontalAdvance(
            self._codes.header(column)
        )
        narrow = column == TITLE and self._narrow
        width = _NARROW_TITLE if narrow else _WIDTHS[column]
        return max(self._theme.scaled(width), title + 2 * PAD + 20)

    @Slot(QPoint)
    def _show_header_menu(self, at: QPoint) -> None:
        menu = self.header_menu()
        menu.popup(self.columns.mapToGlobal(at))

    def header_menu(self) -> QMenu:
        """The menu on the header: severity on and off, back to the start."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = QAction(self._codes.header(SEVERITY_WORD), menu)
        shown.setCheckable(True)
        shown.setChecked(not self.isColumnHidden(SEVERITY_WORD))
        shown.toggled.connect(self._show_severity)
        menu.addAction(shown)
        menu.addAction(self.tr("Restore the columns"), self._forget_columns)
        return menu

    @Slot(bool)
    def _show_severity(self, shown: bool) -> None:
        self._chosen_hidden = not shown
        self.setColumnHidden(SEVERITY_WORD, not shown)
        self._settle.start()

    @Slot()
    def _forget_columns(self) -> None:
        self._chosen_hidden = None
        self.reset_columns()
        self._settle.start()

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()

    @Slot()
    def _on_nothing_entered(self) -> None:
        self._hovered = -1

    @Slot()
    def _on_columns_touched(self) -> None:
        # Not at once: the header is in the middle of it.
        self._settle.start()


_MEANING_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


def _is_typing(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    text = event.text()
    return plain and bool(text) and (text.isprintable() or event.key() == Qt.Key.Key_Backspace)
